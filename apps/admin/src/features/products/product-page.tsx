import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Facts } from '@backdesk/ui/data/facts.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../components/load-failed.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { useMay } from '../../lib/session.tsx';
import { Buyers } from './buyers/buyers.tsx';
import { ProductCategories } from './categories/product-categories.tsx';
import { ChargeList } from './charge-list.tsx';
import { ConfigurationList } from './configuration-list.tsx';
import { Costs } from './costs/costs.tsx';
import { DeleteProduct } from './delete-product.tsx';
import { EditCharges } from './edit-charges.tsx';
import { EditConfiguration } from './edit-configuration.tsx';
import { EditImages } from './edit-images.tsx';
import { EditProduct } from './edit-product.tsx';
import { ImagesList } from './images-list.tsx';
import { MadeOf } from './parts/made-of.tsx';
import { PricePeriods } from './periods/price-periods.tsx';
import { PriceBreaks } from './price-breaks.tsx';
import styles from './product-page.module.css';
import { ProductPicture } from './product-picture.tsx';
import { productQuery } from './products-query.ts';
import { RolePrices } from './role-prices.tsx';
import { t } from './texts.ts';
import { VariantsSection } from './variants/variants-section.tsx';

/** One product: its variants with list prices and stock, to read and to mend. */
export function ProductPage({ productId }: { productId: string }) {
  const query = useQuery(productQuery(productId));
  const mayWrite = useMay('catalog:write');
  const [editing, setEditing] = useState<'product' | 'customizations' | 'images' | 'charges' | 'delete' | null>(null);
  if (query.isError && !query.data) return <LoadFailed isPage error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage label={t.loading()} />;
  const product = query.data;
  return (
    <>
      <PageHead
        title={product.name}
        back={{ label: t.title(), to: '/products' }}
        actions={
          mayWrite && (
            <>
              <Button variant="quiet" danger icon="trash" onClick={() => setEditing('delete')}>
                {t.deleteProduct()}
              </Button>
              <Button icon="pencil" onClick={() => setEditing('product')}>
                {t.edit()}
              </Button>
            </>
          )
        }
      />
      <Panel title={t.details()}>
        <ProductDetails product={product} />
      </Panel>
      <Panel
        title={t.images()}
        note={product.images.length > 0 && t.imageCount(product.images.length)}
        actions={
          mayWrite && (
            <Button size="small" icon="pencil" onClick={() => setEditing('images')}>
              {t.editImages()}
            </Button>
          )
        }
      >
        <ImagesList product={product} mayWrite={mayWrite} />
      </Panel>
      <VariantsSection product={product} mayWrite={mayWrite} onDeleteProduct={() => setEditing('delete')} />
      <PriceBreaks product={product} />
      <MadeOf product={product} mayWrite={mayWrite} />
      <ProductCategories product={product} mayWrite={mayWrite} />
      {/* What costs what its parts do has no prices of its own, and no bundle a cost of its own. */}
      {product.bundle?.pricing !== 'summed' && <RolePrices product={product} mayWrite={mayWrite} />}
      {product.bundle?.pricing !== 'summed' && <PricePeriods product={product} mayWrite={mayWrite} />}
      {product.bundle === null && <Costs product={product} />}
      <Buyers product={product} mayWrite={mayWrite} />
      <Panel
        title={t.customizations()}
        note={product.configurationOptions.length > 0 && t.customizationCount(product.configurationOptions.length)}
        actions={
          mayWrite && (
            <Button size="small" icon="pencil" onClick={() => setEditing('customizations')}>
              {t.editCustomizations()}
            </Button>
          )
        }
      >
        <ConfigurationList options={product.configurationOptions} />
      </Panel>
      <Panel
        title={t.charges()}
        note={product.charges.length > 0 && t.chargeCount(product.charges.length)}
        actions={
          mayWrite && (
            <Button size="small" icon="pencil" onClick={() => setEditing('charges')}>
              {t.editCharges()}
            </Button>
          )
        }
      >
        <ChargeList product={product} />
      </Panel>
      {product.descriptionHtml && (
        <Panel title={t.description()}>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server keeps only what is safe, and the page's policy runs no inline script */}
          <div className={styles.description} dir="auto" dangerouslySetInnerHTML={{ __html: product.descriptionHtml }} />
        </Panel>
      )}
      {editing === 'product' && <EditProduct product={product} onClose={() => setEditing(null)} />}
      {editing === 'delete' && <DeleteProduct product={product} onClose={() => setEditing(null)} />}
      {editing === 'images' && <EditImages product={product} onClose={() => setEditing(null)} />}
      {editing === 'customizations' && <EditConfiguration product={product} onClose={() => setEditing(null)} />}
      {editing === 'charges' && <EditCharges product={product} onClose={() => setEditing(null)} />}
    </>
  );
}

function ProductDetails({ product }: { product: Product }) {
  const picture = product.images.at(0);
  const facts = [
    {
      term: t.status(),
      value: product.published ? (
        <StatusDot tone="good" shape="full">
          {t.published()}
        </StatusDot>
      ) : (
        <StatusDot tone="neutral" shape="ring">
          {t.hidden()}
        </StatusDot>
      ),
    },
    { term: t.code(), value: <bdi>{product.code}</bdi> },
    { term: t.vendor(), value: product.vendor || t.none() },
    { term: t.type(), value: product.productType || t.none() },
    { term: t.taxCategory(), value: product.taxCategory },
    ...(product.tags.length > 0 ? [{ term: t.tags(), value: product.tags.join(', ') }] : []),
  ];
  return (
    <div className={picture ? styles.top : undefined}>
      {picture && <ProductPicture url={picture.url} alt={picture.alt || product.name} className={styles.picture} />}
      <Facts facts={facts} />
    </div>
  );
}

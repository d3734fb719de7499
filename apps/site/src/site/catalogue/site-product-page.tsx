import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { matrixLayout } from '@backdesk/ordering/product/matrix-layout.ts';
import { ProductPage } from '@backdesk/ordering/product/product-page.tsx';
import { VariantMatrix } from '@backdesk/ordering/product/variant-matrix.tsx';
import { VariantWays } from '@backdesk/ordering/product/variant-ways.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { AddingState } from '../components/adding-state.tsx';
import { LoadFailed, NotFound } from '../components/page-states.tsx';
import { t as site } from '../components/texts.ts';
import { asLine, asProduct } from '../lib/as-order.ts';
import { cartQuery } from '../lib/cart.ts';
import { productQuery } from '../lib/catalogue-queries.ts';
import { isNotFound, sentenceOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import { type Chosen, useOpenAdding } from '../lib/use-adding.tsx';
import styles from './site-product-page.module.css';
import { t } from './texts.ts';

/** One product: the desk's own page of it, one variant or several at once, at the prices of who is here. */
export function SiteProductPage({ code }: { code: string }) {
  const { account, customer, signIn, cartItems } = useSession();
  const format = useFormat();
  const toast = useToast();
  const navigate = useNavigate();
  const router = useRouter();
  const found = useQuery(productQuery(code));
  // Lines of the cart choose the break together with what is typed here; somebody without one is not asked for it.
  const cart = useQuery({ ...cartQuery(), enabled: cartItems > 0 });
  const product = useMemo(() => (found.data === undefined ? undefined : asProduct(found.data)), [found.data]);
  const [isMany, setMany] = useState(false);
  const adding = useOpenAdding();
  const [fault, setFault] = useState('');
  const [taken, setTaken] = useState(0);
  useEffect(() => {
    if (product !== undefined) document.title = `${product.name} · ${account.name}`;
  }, [product, account.name]);

  if (found.isPending) return <SkeletonPage label={t.loading()} />;
  if (isNotFound(found.error)) return <NotFound />;
  if (product === undefined) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  const hidesPrices = customer === null && signIn === 'prices';
  const layout = matrixLayout(product);
  const present = (cart.data?.cart?.lines ?? []).filter(({ productId }) => productId === product.id).map(asLine);
  async function put(sold: Product, choices: readonly Chosen[]) {
    setFault('');
    try {
      const outcome = await adding.add(sold, choices);
      if (outcome !== 'kept' && !outcome.ok) return setFault(outcome.problem === null ? sentenceOf(null) : problemText(outcome.problem, format.number));
      setTaken((count) => count + 1);
      const pieces = format.number(choices.reduce((sum, { quantity }) => sum + quantity, 0));
      toast.show({
        // The notice that stays is below the button, on a phone out of sight.
        message: (outcome === 'kept' ? t.kept : t.added)(pieces, sold.name),
        action: { label: t.toCart(), run: () => void navigate({ to: '/cart' }) },
      });
    } catch {
      // Not even the script that would keep it could be loaded: what was typed stands.
      setFault(site.noAnswer());
    }
  }
  return (
    <>
      <Link to="/" search={{}} className={styles.back}>
        {site.products()}
      </Link>
      {layout !== null && (
        <div className={styles.ways}>
          <VariantWays isMany={isMany} onChange={setMany} />
        </div>
      )}
      <div className={styles.product}>
        {layout !== null && isMany ? (
          <div className={styles.many}>
            <VariantMatrix
              // Emptied when it was taken.
              key={taken}
              product={product}
              isPage
              layout={layout}
              variantId={product.variants[0]?.id ?? ''}
              present={present}
              addLabel={t.add()}
              onAdd={(choices) => void put(product, choices)}
            />
          </div>
        ) : (
          <ProductPage
            key={product.id}
            product={product}
            beside={present}
            addLabel={t.add()}
            isPage
            noteLabel={t.note()}
            noPrice={
              hidesPrices ? (
                <Link to="/login" search={{ to: router.state.location.href }}>
                  {t.signInForPrice()}
                </Link>
              ) : (
                <strong className={styles.noPrice}>{t.noPrice()}</strong>
              )
            }
            onAdd={(choice) => void put(product, [choice])}
            saidBefore={() => ''}
          />
        )}
      </div>
      {fault !== '' && (
        <div ref={intoView}>
          <InlineNotice tone="bad" live="alert">
            {fault}
          </InlineNotice>
        </div>
      )}
      <AddingState editor={adding.editor} state={adding.state} />
    </>
  );
}

/** What stands below the button that follows the screen is to be seen when it comes. */
function intoView(notice: HTMLElement | null): void {
  notice?.scrollIntoView?.({ block: 'nearest' });
}

import type { ProductRow } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Clip, type ListColumn, SubLine } from '@backdesk/ui/data/list-table.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { PickBox } from '@backdesk/ui/forms/pick-box.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Listing } from '../../components/listing.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useListNavigation } from '../../components/use-list-navigation.ts';
import type { ProductsSearch } from '../../lib/products-search.ts';
import { useMay } from '../../lib/session.tsx';
import { BulkEditPanel } from './bulk/bulk-edit-panel.tsx';
import { RecentEdits } from './bulk/recent-edits.tsx';
import { SelectionBar } from './bulk/selection-bar.tsx';
import { t as bulkTexts } from './bulk/texts.ts';
import { idsOf, type Selection, useSelection } from './bulk/use-selection.ts';
import { CategoryFilter } from './categories/category-filter.tsx';
import { NewProduct } from './new-product.tsx';
import { ProductPicture } from './product-picture.tsx';
import { ProductTabs } from './product-tabs.tsx';
import styles from './products-listing-page.module.css';
import { productsQuery } from './products-query.ts';
import { t } from './texts.ts';

/** The catalogue, found by name, code and SKU. */
export function ProductsListingPage({ search }: { search: ProductsSearch }) {
  const navigate = useNavigate();
  const format = useFormat();
  const query = useQuery(productsQuery(search));
  const { setWords } = useListNavigation(search, '');
  const mayWrite = useMay('catalog:write');
  const selection = useSelection(search);
  const [isEditing, setEditing] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const [isLookingBack, setLookingBack] = useState(false);
  const openProduct = (productId: string) => void navigate({ to: '/products/$productId', params: { productId } });
  const columns = useMemo(() => productColumns(format, mayWrite ? selection : null), [format, mayWrite, selection]);
  const shown = query.data?.items ?? [];
  const hasMore = query.data?.nextCursor != null || search.cursor !== undefined;
  return (
    <>
      <PageHead
        title={t.title()}
        actions={
          <>
            <SearchBox label={t.search()} placeholder={t.placeholder()} value={search.q ?? ''} onChange={setWords} />
            <span className="hide-s">
              <Button icon="export" onClick={download}>
                {t.exportCsv()}
              </Button>
            </span>
            {mayWrite && (
              <Button variant="primary" icon="plus" onClick={() => setMaking(true)}>
                {t.newProduct()}
              </Button>
            )}
          </>
        }
      />
      <ProductTabs shown="products">
        {mayWrite && (
          <Button variant="quiet" onClick={() => setLookingBack(true)}>
            {bulkTexts.openRecent()}
          </Button>
        )}
        <CategoryFilter chosen={search.category} />
      </ProductTabs>
      {mayWrite && shown.length > 0 && <SelectionBar selection={selection} shown={idsOf(shown)} hasMore={hasMore} onEdit={() => setEditing(true)} />}
      <Listing
        label={t.title()}
        search={search}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => openProduct(row.id)}
        defaultSort=""
        isFiltered={search.category !== undefined}
        empty={
          search.category !== undefined ? (
            <EmptyState
              icon="filter"
              title={t.noneInCategory()}
              action={<Button onClick={() => void navigate({ to: '/products', search: {} })}>{t.showAll()}</Button>}
            >
              <p>{t.noneInCategoryHelp()}</p>
            </EmptyState>
          ) : (
            <EmptyState icon="box" title={t.emptyTitle()}>
              <p>{t.empty()}</p>
              <code className={styles.command}>{t.command()}</code>
            </EmptyState>
          )
        }
      />
      {isMaking && <NewProduct onMade={openProduct} onClose={() => setMaking(false)} />}
      {isLookingBack && <RecentEdits onClose={() => setLookingBack(false)} />}
      {isEditing && (
        <BulkEditPanel
          products={selection.isAll ? { matching: matchingOf(search) } : { ids: [...selection.ids] }}
          onDone={() => {
            setEditing(false);
            selection.clear();
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}

/** A plain download: the browser shows how far it is, and keeps the file when this page is left. */
function download() {
  const link = document.createElement('a');
  link.href = '/api/v1/products-export';
  link.download = '';
  link.click();
}

function matchingOf({ q, category }: ProductsSearch) {
  return { ...(q !== undefined && { q }), ...(category !== undefined && { categoryId: category }) };
}

function productColumns(format: Format, selection: Selection | null): readonly ListColumn<ProductRow>[] {
  return [
    {
      id: 'name',
      header: t.name(),
      card: 'title',
      cell: (row) => (
        <span className={styles.product}>
          {selection !== null && (
            <PickBox
              aria-label={bulkTexts.select(row.name)}
              checked={selection.has(row.id)}
              disabled={selection.isAll}
              onChange={(event) => selection.toggle([row.id], event.target.checked)}
            />
          )}
          <ProductPicture url={row.imageUrl} />
          <span>
            <Link to="/products/$productId" params={{ productId: row.id }} data-row-link="" preload="intent">
              <bdi>{row.name}</bdi>
            </Link>
            <SubLine>
              <Clip>{row.isBundle ? `${t.bundle()} · ${row.code}` : row.code}</Clip>
            </SubLine>
          </span>
        </span>
      ),
    },
    {
      id: 'status',
      header: t.status(),
      card: 'foot',
      cell: (row) =>
        row.published ? (
          <StatusDot tone="good" shape="full">
            {t.published()}
          </StatusDot>
        ) : (
          <StatusDot tone="neutral" shape="ring">
            {t.hidden()}
          </StatusDot>
        ),
    },
    {
      id: 'variants',
      header: t.variants(),
      align: 'end',
      card: 'footEnd',
      cell: (row) => (
        <span className="soft">
          <span className="hide-s">{format.number(row.variantCount)}</span>
          <span className="only-s">{t.variantCount(row.variantCount)}</span>
        </span>
      ),
    },
    { id: 'available', header: t.available(), align: 'end', cell: (row) => <Available count={row.available} format={format} /> },
    {
      id: 'price',
      header: t.priceFrom(),
      align: 'end',
      card: 'titleEnd',
      cell: (row) =>
        row.priceFrom === null ? <span className="muted">{t.none()}</span> : <span className="medium">{format.unitPrice(row.priceFrom, row.currency)}</span>,
    },
    { id: 'updated', header: t.updated(), hideMedium: true, cell: (row) => <span className="soft nowrap">{format.ago(row.updatedAt)}</span> },
  ];
}

function Available({ count, format }: { count: number | null; format: Format }) {
  if (count === null) return <span className="muted">{t.notTracked()}</span>;
  return <span className={count <= 0 ? 'late' : 'soft'}>{format.number(count)}</span>;
}

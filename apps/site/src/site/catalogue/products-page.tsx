import type { SiteProductRow } from '@backdesk/contract/site/schema.ts';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadFailed } from '../components/page-states.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { categoriesQuery, productsQuery, type Search } from '../lib/catalogue-queries.ts';
import { useSession } from '../lib/session.tsx';
import { CatalogueMenu } from './catalogue-menu.tsx';
import styles from './products-page.module.css';
import { t } from './texts.ts';

/** Pictures that a phone shows without scrolling: they are not waited with. */
const firstSeen = 4;

/** All that is sold, of a category or what was searched for. */
export function ProductsPage({ search }: { search: Search }) {
  const { q = '', category } = search;
  const categories = useQuery(categoriesQuery()).data?.items ?? [];
  const found = useInfiniteQuery(productsQuery(search));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = categories.find(({ code }) => code === category);
  return (
    <>
      <PageTitle>{q !== '' ? t.found(q) : (shown?.name ?? t.title())}</PageTitle>
      <div className={styles.page}>
        <CatalogueMenu categories={categories} search={search} />
        <section aria-label={t.title()}>
          {found.isPending && <Skeleton />}
          {found.isError && items.length === 0 && <LoadFailed error={found.error} onRetry={() => void found.refetch()} />}
          {found.isSuccess && items.length === 0 && !found.hasNextPage && <NothingFound search={search} category={shown?.name} />}
          <ul className={styles.grid}>
            {items.map((product, place) => (
              <ProductCard key={product.id} product={product} isFirst={place < firstSeen} />
            ))}
          </ul>
          {found.hasNextPage && (
            <div className={styles.more}>
              <Button onClick={() => void found.fetchNextPage()} busy={found.isFetchingNextPage}>
                {t.more()}
              </Button>
            </div>
          )}
        </section>
      </div>
    </>
  );
}

function NothingFound({ search: { q = '', category, inStock }, category: name }: { search: Search; category: string | undefined }) {
  const isNarrowed = q !== '' || category !== undefined || inStock === true;
  return (
    <EmptyState
      icon="search"
      title={q !== '' ? t.none(q) : isNarrowed ? t.noneIn(name ?? '') : t.empty()}
      action={
        isNarrowed && (
          <Link to="/" search={{}} className={buttonClass({})}>
            {t.all()}
          </Link>
        )
      }
    >
      {q !== '' && t.noneDetail()}
    </EmptyState>
  );
}

function ProductCard({ product, isFirst }: { product: SiteProductRow; isFirst: boolean }) {
  const format = useFormat();
  const { signIn, customer } = useSession();
  const [isBroken, setBroken] = useState(false);
  const isHidden = customer === null && (signIn === 'prices' || signIn === 'all_pages');
  return (
    <li className={styles.card}>
      <span className={styles.picture} aria-hidden="true">
        {product.imageUrl === null || isBroken ? (
          <Icon name="image" />
        ) : (
          <img
            src={product.imageUrl}
            alt=""
            loading={isFirst ? 'eager' : 'lazy'}
            fetchPriority={isFirst ? 'high' : 'auto'}
            decoding={isFirst ? 'sync' : 'async'}
            onError={() => setBroken(true)}
          />
        )}
      </span>
      <span>
        <Link to="/products/$code" params={{ code: product.code }} className={styles.name}>
          <span dir="auto">{product.name}</span>
        </Link>
        <span className={`${styles.price} small`} style={{ display: 'block' }}>
          {product.priceFrom !== null ? t.from(format.unitPrice(product.priceFrom, product.currency)) : isHidden ? t.signInForPrice() : t.noPrice()}
          {product.soldOut && ` · ${t.soldOut()}`}
        </span>
      </span>
    </li>
  );
}

import type { SiteProductRow } from '@backdesk/contract/site/schema.ts';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadFailed } from '../components/page-states.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { api } from '../lib/api.ts';
import { useSession } from '../lib/session.tsx';
import styles from './products-page.module.css';
import { t } from './texts.ts';

/** All that is sold, or what was searched for. */
export function ProductsPage({ q }: { q: string }) {
  const found = useInfiniteQuery({
    queryKey: ['products', q],
    queryFn: ({ signal, pageParam }) => api.listSiteProducts({ query: { q, limit: 24, ...(pageParam !== null && { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageTitle>{q === '' ? t.title() : t.found(q)}</PageTitle>
      {found.isPending && <Skeleton />}
      {found.isError && items.length === 0 && <LoadFailed error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && items.length === 0 && !found.hasNextPage && (
        <EmptyState
          icon="search"
          title={q === '' ? t.empty() : t.none(q)}
          action={
            q !== '' && (
              <Link to="/" search={{}} className={buttonClass({})}>
                {t.all()}
              </Link>
            )
          }
        >
          {q !== '' && t.noneDetail()}
        </EmptyState>
      )}
      <ul className={styles.grid}>
        {items.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
      {found.hasNextPage && (
        <div className={styles.more}>
          <Button onClick={() => void found.fetchNextPage()} busy={found.isFetchingNextPage}>
            {t.more()}
          </Button>
        </div>
      )}
    </>
  );
}

function ProductCard({ product }: { product: SiteProductRow }) {
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
          <img src={product.imageUrl} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
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

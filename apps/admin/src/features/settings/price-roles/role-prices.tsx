import type { PriceRole } from '@backdesk/contract/price-role/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { formatUnitPrice } from '@backdesk/ui/format/unit-price.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { t as common } from '../../../components/texts.ts';
import { api } from '../../../lib/api.ts';
import { t } from './texts.ts';

/** Which products have a price of a role, each with the way to the product. */
export function RolePrices({ role, onClose }: { role: PriceRole; onClose: () => void }) {
  const { number, locale } = useFormat();
  const query = useInfiniteQuery({
    queryKey: ['price-roles', role.id, 'prices'],
    queryFn: ({ pageParam, signal }) =>
      api.listRolePrices({ params: { id: role.id }, query: { limit: 50, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const rows = query.data?.pages.flatMap(({ items }) => items);
  return (
    <SidePanel title={t.pricesOf(role.name)} closeLabel={t.close()} onClose={onClose}>
      {query.isPending && <SkeletonPage label={common.loading()} />}
      {query.isError && !rows && (
        <InlineNotice tone="bad" actions={<Button onClick={() => void query.refetch()}>{common.tryAgain()}</Button>}>
          {t.failed()}
        </InlineNotice>
      )}
      {rows && (
        <Table label={t.pricesOf(role.name)}>
          <thead>
            <tr>
              <th scope="col">{t.product()}</th>
              <th scope="col" className="num">
                {t.quantity()}
              </th>
              <th scope="col" className="num">
                {t.together()}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.productId} ${row.sku} ${row.currency} ${row.quantity} ${row.extendedPrice}`}>
                <td>
                  <Link to="/products/$productId" params={{ productId: row.productId }}>
                    <bdi>{row.productName}</bdi>
                  </Link>
                  <span className="small muted" style={{ display: 'block' }}>
                    {row.sku ?? t.everyVariant()}
                  </span>
                </td>
                <td className="num">{number(row.quantity)}</td>
                <td className="num nowrap">{formatUnitPrice(row.extendedPrice, row.currency, locale)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {query.hasNextPage && (
        <Button variant="link" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.more()}
        </Button>
      )}
    </SidePanel>
  );
}

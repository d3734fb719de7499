import type { OrderRow } from '@backdesk/contract/order/order-row.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Clip, SubLine } from '@backdesk/ui/data/list-table.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type OrderGroup, type OrdersOf, orderGroups, ordersOfQuery } from '../lib/orders-of-query.ts';
import { NumberCell, TotalCell } from './order-cells.tsx';
import { StageCell } from './stage.tsx';
import { t } from './texts.ts';

const groupNames: Readonly<Record<OrderGroup, () => string>> = {
  all: t.allOrders,
  open: t.openGroup,
  submitted: t.submittedOrders,
  canceled: t.canceledOrders,
};

const customerOf = ({ customer }: OrderRow) => customer?.name ?? '—';

/** The orders of a customer, or of everybody of a company, by how far they are, the latest first. */
export function OrdersPanel({ of }: { of: OrdersOf }) {
  const { ago } = useFormat();
  const [group, setGroup] = useState<OrderGroup>('all');
  const query = useInfiniteQuery(ordersOfQuery(of, group));
  const isOfCompany = 'companyId' in of;
  const rows = query.data?.pages.flatMap((page) => page.items);
  return (
    <Panel
      title={t.orders()}
      actions={orderGroups.map((name) => (
        <Button key={name} size="small" variant={name === group ? 'default' : 'quiet'} aria-pressed={name === group} onClick={() => setGroup(name)}>
          {groupNames[name]()}
        </Button>
      ))}
    >
      {query.isError && !rows && (
        <InlineNotice tone="bad" actions={<Button onClick={() => void query.refetch()}>{t.tryAgain()}</Button>}>
          {t.ordersFailed()}
        </InlineNotice>
      )}
      {query.isPending && <SkeletonPage label={t.loading()} />}
      {rows?.length === 0 && <p className="muted">{group === 'all' ? t.noOrders() : t.noOrdersHere()}</p>}
      {rows && rows.length > 0 && (
        <Table label={t.orders()} edge>
          <thead>
            <tr>
              <th scope="col">{t.orderNumber()}</th>
              {isOfCompany && (
                <th scope="col" className="hide-s">
                  {t.orderCustomer()}
                </th>
              )}
              <th scope="col">{t.orderStage()}</th>
              <th scope="col" className="num">
                {t.orderTotal()}
              </th>
              <th scope="col" className="num hide-s">
                {t.orderUpdated()}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <NumberCell row={row} />
                  {isOfCompany && (
                    <span className="only-s">
                      <SubLine>
                        <Clip>{customerOf(row)}</Clip>
                      </SubLine>
                    </span>
                  )}
                </td>
                {isOfCompany && (
                  <td className="hide-s">
                    <bdi>{customerOf(row)}</bdi>
                  </td>
                )}
                <td>
                  <StageCell row={row} />
                </td>
                <td className="num" style={{ whiteSpace: 'normal' }}>
                  <TotalCell row={row} />
                </td>
                <td className="num soft hide-s">{ago(row.updatedAt)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {query.hasNextPage && (
        <Button variant="link" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.earlierOrders()}
        </Button>
      )}
    </Panel>
  );
}

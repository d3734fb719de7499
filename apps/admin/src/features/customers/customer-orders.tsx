import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NumberCell, TotalCell } from '../../components/order-cells.tsx';
import { StageCell } from '../../components/stage.tsx';
import { t as common } from '../../components/texts.ts';
import { customerOrdersQuery, type OrderGroup, orderGroups } from './customers-query.ts';
import { t } from './texts.ts';

const groupNames: Readonly<Record<OrderGroup, () => string>> = {
  all: t.allOrders,
  open: t.openGroup,
  submitted: t.submittedOrders,
  canceled: t.canceledOrders,
};

/** The orders of a customer by how far they are, the latest first. */
export function CustomerOrders({ customerId }: { customerId: string }) {
  const { ago } = useFormat();
  const [group, setGroup] = useState<OrderGroup>('all');
  const query = useInfiniteQuery(customerOrdersQuery(customerId, group));
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
        <InlineNotice tone="bad" actions={<Button onClick={() => void query.refetch()}>{common.tryAgain()}</Button>}>
          {t.ordersFailed()}
        </InlineNotice>
      )}
      {query.isPending && <SkeletonPage label={common.loading()} />}
      {rows?.length === 0 && <p className="muted">{group === 'all' ? t.noOrders() : t.noOrdersHere()}</p>}
      {rows && rows.length > 0 && (
        <Table label={t.orders()} edge>
          <thead>
            <tr>
              <th scope="col">{t.number()}</th>
              <th scope="col">{t.stage()}</th>
              <th scope="col" className="num">
                {t.total()}
              </th>
              <th scope="col" className="num hide-s">
                {t.updated()}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <NumberCell row={row} />
                </td>
                <td>
                  <StageCell row={row} />
                </td>
                <td className="num">
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

import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { NumberCell, TotalCell } from '../../components/order-cells.tsx';
import { StageCell } from '../../components/stage.tsx';
import { t as common } from '../../components/texts.ts';
import { customerOrdersQuery } from './customers-query.ts';
import { t } from './texts.ts';

/** The latest orders of a customer, whatever their stage. */
export function CustomerOrders({ customerId }: { customerId: string }) {
  const { ago } = useFormat();
  const query = useQuery(customerOrdersQuery(customerId));
  const rows = query.data?.items;
  return (
    <Panel title={t.orders()}>
      {query.isError && !rows && (
        <InlineNotice tone="bad" actions={<Button onClick={() => void query.refetch()}>{common.tryAgain()}</Button>}>
          {t.ordersFailed()}
        </InlineNotice>
      )}
      {query.isPending && <SkeletonPage label={common.loading()} />}
      {rows?.length === 0 && <p className="muted">{t.noOrders()}</p>}
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
    </Panel>
  );
}

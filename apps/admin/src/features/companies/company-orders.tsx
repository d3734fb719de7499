import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NumberCell, TotalCell } from '../../components/order-cells.tsx';
import { StageCell } from '../../components/stage.tsx';
import { t as common } from '../../components/texts.ts';
import { companyOrdersQuery } from './companies-query.ts';
import { t } from './texts.ts';

const stages = [
  { value: '', label: t.allStages() },
  { value: 'draft,estimate,saved_cart', label: t.draftStages() },
  { value: 'pending,submitted,approval_declined', label: t.submittedStages() },
  { value: 'canceled', label: t.closedStages() },
];

/** The orders of a company, whoever of it they are for, by stage. */
export function CompanyOrders({ companyId }: { companyId: string }) {
  const { ago } = useFormat();
  const [stage, setStage] = useState('');
  const query = useInfiniteQuery(companyOrdersQuery(companyId, stage));
  const rows = query.data?.pages.flatMap(({ items }) => items);
  return (
    <Panel
      title={t.orders()}
      actions={<Select label={t.stage()} hideLabel options={stages} value={stage} onChange={(event) => setStage(event.currentTarget.value)} />}
    >
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
              <th scope="col">{t.customer()}</th>
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
                  <bdi>{row.customer?.name ?? t.none()}</bdi>
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
          {t.more()}
        </Button>
      )}
    </Panel>
  );
}

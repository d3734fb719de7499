import type { OrderRow } from '@backdesk/contract/order/order-row.ts';
import { type ListColumn, SubLine } from '@backdesk/ui/data/list-table.tsx';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { CustomerCell, NumberCell, TotalCell } from '../../components/order-cells.tsx';
import { StageCell } from '../../components/stage.tsx';
import styles from './drafts-columns.module.css';
import { RowMenu } from './row-menu.tsx';
import { t } from './texts.ts';

/** The columns of the listing, first to last. `meId` makes one's own name read "You"; `hasNext`: whether estimates may be among the rows. */
export function draftsColumns(format: Format, { meId, hasNext }: { meId: string; hasNext: boolean }): readonly ListColumn<OrderRow>[] {
  return [
    { id: 'number', header: t.number(), sortKey: 'number', card: 'sub', cell: (row) => <NumberCell row={row} /> },
    { id: 'customer', header: t.customer(), sortKey: 'customer', card: 'title', cell: (row) => <CustomerCell row={row} /> },
    { id: 'stage', header: t.stage(), card: 'foot', cell: (row) => <StageCell row={row} /> },
    { id: 'items', header: t.items(), align: 'end', hideMedium: true, cell: (row) => <span className="soft">{format.number(row.itemCount)}</span> },
    { id: 'total', header: t.total(), sortKey: 'total', align: 'end', card: 'titleEnd', cell: (row) => <TotalCell row={row} /> },
    {
      id: 'owner',
      header: t.owner(),
      hideMedium: true,
      cell: (row) => <span className="soft nowrap">{row.owner?.id === meId ? t.you() : (row.owner?.name ?? t.nobody())}</span>,
    },
    { id: 'validUntil', header: t.validUntil(), sortKey: 'validUntil', card: 'footEnd', cell: (row) => <ValidUntil row={row} format={format} /> },
    ...(hasNext ? [{ id: 'next', header: t.next(), card: 'below', cell: (row) => <Next row={row} /> } satisfies ListColumn<OrderRow>] : []),
    { id: 'updated', header: t.updated(), sortKey: 'updated', card: 'subEnd', cell: (row) => <span className="soft nowrap">{format.ago(row.updatedAt)}</span> },
    { id: 'actions', header: t.actions(), hideHeader: true, align: 'end', hideMedium: true, cell: (row) => <RowMenu row={row} /> },
  ];
}

/** What to do about an estimate, as the work queue has it, and what else is to be known of it. */
function Next({ row: { next } }: { row: OrderRow }) {
  if (next === null) return null;
  return (
    <>
      <span className={styles.next}>
        <span className={styles.onCard}>{t.next()}: </span>
        {t.nextActions[next.action]}
      </span>
      {next.besides.length > 0 && <span className={styles.besides}>{next.besides.map((queue) => t.queues[queue]).join(' · ')}</span>}
    </>
  );
}

function ValidUntil({ row, format }: { row: OrderRow; format: Format }) {
  if (row.stage !== 'estimate' || !row.estimate) return <span className="muted hide-s">—</span>;
  const { validUntil, expired, status } = row.estimate;
  // Answered, there is no day left to answer by.
  if (status !== 'open' && status !== 'changes_requested') return <span className="muted hide-s">—</span>;
  return (
    <span className="nowrap">
      {format.date(validUntil)}
      <SubLine>{expired ? <span className="late">{format.daysUntil(validUntil)}</span> : format.daysUntil(validUntil)}</SubLine>
    </span>
  );
}

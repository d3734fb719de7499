import type { OrderRow } from '@backdesk/contract/order/schema.ts';
import { type ListColumn, SubLine } from '@backdesk/ui/data/list-table.tsx';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { CustomerCell, NumberCell, TotalCell } from '../../components/order-cells.tsx';
import { StageCell } from '../../components/stage.tsx';
import { RowMenu } from './row-menu.tsx';
import { t } from './texts.ts';

/** The columns of the listing, first to last. `meId` makes one's own name read "You". */
export function draftsColumns(format: Format, meId: string): readonly ListColumn<OrderRow>[] {
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
    { id: 'updated', header: t.updated(), sortKey: 'updated', card: 'subEnd', cell: (row) => <span className="soft nowrap">{format.ago(row.updatedAt)}</span> },
    { id: 'actions', header: t.actions(), hideHeader: true, align: 'end', hideMedium: true, cell: (row) => <RowMenu row={row} /> },
  ];
}

function ValidUntil({ row, format }: { row: OrderRow; format: Format }) {
  if (row.stage !== 'estimate' || !row.estimate) return <span className="muted hide-s">—</span>;
  const { validUntil, expired } = row.estimate;
  return (
    <span className="nowrap">
      {format.date(validUntil)}
      <SubLine>{expired ? <span className="late">{format.daysUntil(validUntil)}</span> : format.daysUntil(validUntil)}</SubLine>
    </span>
  );
}

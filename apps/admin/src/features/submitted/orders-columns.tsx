import type { OrderRow } from '@backdesk/contract/order/order-row.ts';
import { fulfilmentStanding } from '@backdesk/domain/fulfilment/pickup-status.ts';
import { type ListColumn, SubLine } from '@backdesk/ui/data/list-table.tsx';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { CustomerCell, NumberCell, TotalCell } from '../../components/order-cells.tsx';
import { StageDot } from '../../components/stage.tsx';
import { t as after } from './after-texts.ts';
import { DecideInRow } from './decide-in-row.tsx';
import { t } from './texts.ts';

/** Where it is, and how far it has gone out. */
function StateCell({ row }: { row: OrderRow }) {
  const gone = row.stage === 'submitted' ? after.states[fulfilmentStanding(row)] : '';
  return (
    <>
      <StageDot stage={row.stage} />
      {gone !== '' && <SubLine>{gone}</SubLine>}
    </>
  );
}

/** `decides`: orders that wait are let through or sent back where they stand. */
export function ordersColumns(format: Format, meId: string, timeHeader: string, decides: boolean): readonly ListColumn<OrderRow>[] {
  return [
    { id: 'number', header: t.number(), sortKey: 'number', card: 'sub', cell: (row) => <NumberCell row={row} /> },
    { id: 'customer', header: t.customer(), sortKey: 'customer', card: 'title', cell: (row) => <CustomerCell row={row} /> },
    { id: 'stage', header: t.stage(), card: 'foot', cell: (row) => <StateCell row={row} /> },
    { id: 'items', header: t.items(), align: 'end', hideMedium: true, cell: (row) => <span className="soft">{format.number(row.itemCount)}</span> },
    { id: 'total', header: t.total(), sortKey: 'total', align: 'end', card: 'titleEnd', cell: (row) => <TotalCell row={row} /> },
    {
      id: 'owner',
      header: t.owner(),
      hideMedium: true,
      cell: (row) => <span className="soft nowrap">{row.owner?.id === meId ? t.you() : (row.owner?.name ?? t.none())}</span>,
    },
    {
      id: 'submitted',
      header: timeHeader,
      sortKey: 'submitted',
      card: 'subEnd',
      cell: (row) => <span className="soft nowrap">{format.ago(row.submittedAt ?? row.updatedAt)}</span>,
    },
    ...(decides
      ? [{ id: 'decide', header: after.decide(), hideHeader: true, card: 'below', cell: (row: OrderRow) => <DecideInRow row={row} /> } as const]
      : []),
  ];
}

import type { OrderRow } from '@backdesk/contract/order/order-row.ts';
import { Clip, SubLine } from '@backdesk/ui/data/list-table.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Link } from '@tanstack/react-router';
import { stageWord } from './stage.tsx';
import { t } from './texts.ts';

/** The number as the link that opens the order; heard as "Draft 1042". */
export function NumberCell({ row }: { row: OrderRow }) {
  const number = row.orderNumber ?? row.number ?? '—';
  const isOrder = row.stage === 'submitted' || row.stage === 'canceled';
  return (
    <>
      <Link
        to="/orders/$orderId"
        params={{ orderId: row.id }}
        data-row-link=""
        preload="intent"
        aria-label={`${isOrder ? t.order() : stageWord(row.stage)} ${number}`}
      >
        {number}
      </Link>
      {row.name && (
        <SubLine onCard={false}>
          <Clip>{row.name}</Clip>
        </SubLine>
      )}
    </>
  );
}

/** Company over person; the person alone where there is no company. */
export function CustomerCell({ row }: { row: Pick<OrderRow, 'customer' | 'company'> }) {
  const { customer, company } = row;
  if (!customer) return <span className="muted">{t.noCustomer()}</span>;
  if (!company) return <Clip>{customer.name}</Clip>;
  return (
    <>
      <Clip>{company.name}</Clip>
      <SubLine onCard={false}>
        <Clip>{customer.name}</Clip>
      </SubLine>
    </>
  );
}

/** The total, and what it leaves out. Nothing ordered yet is a dash, not zero. */
export function TotalCell({ row }: { row: Pick<OrderRow, 'total' | 'open' | 'lineCount'> }) {
  const { money } = useFormat();
  if (row.lineCount === 0) return <span className="muted">—</span>;
  return (
    <>
      <span className="medium">{money(row.total)}</span>
      {row.open.length > 0 && <SubLine>{openWords(row.open)}</SubLine>}
    </>
  );
}

/** "plus shipping and tax", as far as it is open. */
export function openWords(open: OrderRow['open']): string {
  if (open.length === 2) return t.plusBoth();
  return open[0] === 'shipping' ? t.plusShipping() : t.plusTax();
}

import type { FrozenLine } from '@backdesk/contract/estimate/frozen.ts';
import { shownFigures, subtotals } from '@backdesk/domain/order/bundle-totals.ts';

type Part = Pick<FrozenLine, 'id' | 'kind' | 'parentLineId' | 'optional' | 'chosen' | 'total'>;

/** What the lines of each section and the parts of each bundle come to, by the section's or bundle's id; minor units. */
export function frozenSubtotals(lines: readonly Part[]): ReadonlyMap<string, number> {
  return subtotals(lines.map(({ id, kind, parentLineId, optional, chosen, total }) => ({ id, kind, parentLineId, optional, chosen, totalAmount: total })));
}

/** The figures that a line is read by: of a bundle whose parts have the prices, their sum. */
export function frozenFigures(
  { id, kind, quantity, unitPrice, total }: Pick<FrozenLine, 'id' | 'kind' | 'quantity' | 'unitPrice' | 'total'>,
  of: ReadonlyMap<string, number>,
  currency: string,
): Pick<FrozenLine, 'unitPrice' | 'total'> {
  const money = (amount: number) => ({ amount, currency });
  const shown = shownFigures({ kind, quantity, unitPrice, total: money(total), subtotal: money(of.get(id) ?? total) });
  return { unitPrice: shown.unitPrice, total: shown.total.amount };
}

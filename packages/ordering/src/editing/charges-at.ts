import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { priceByItself } from './price-at.ts';
import { withCharges } from './with-charges.ts';

/** One charge of a line. `isPaid`: another line of the order brings it already. `amount` in minor units; null: it has no price. */
export type ChargeAt = { readonly id: string; readonly kind: 'setup' | 'run'; readonly name: string; readonly amount: number | null; readonly isPaid: boolean };

/**
 * What a line is charged beside its pieces at a quantity, by itself and before tax. `beside`: the lines of the order, of which one may
 * bring the setup already; the line itself may be among them.
 */
export function chargesAt(line: OrderLine, quantity: number, beside: readonly OrderLine[]): readonly ChargeAt[] {
  const owed = line.charges.filter(({ waived, gone }) => !waived && !gone);
  if (owed.length === 0) return [];
  const here: OrderLine = { ...line, quantity, parentLineId: null };
  const tops = beside.filter(({ parentLineId, productId }) => parentLineId === null && productId === line.productId);
  const isThere = tops.some(({ id }) => id === line.id);
  const lines = isThere ? tops.map((other) => (other.id === line.id ? here : other)) : [...tops, here];
  const own = withCharges(lines).filter(({ kind, parentLineId }) => kind === 'charge' && parentLineId === line.id);
  return owed.map(({ id, kind, name }): ChargeAt => {
    const found = own.find(({ chargeId }) => chargeId === id);
    const priced = found === undefined ? undefined : priceByItself([found], line.amount.currency)[0];
    return { id, kind, name, isPaid: found === undefined, amount: priced === undefined || priced.unitPrice === null ? null : priced.total };
  });
}

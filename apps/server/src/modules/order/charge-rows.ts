// What was charged, written out once at submission from the stored pricing: with prices without tax all rows sum to the
// total; with prices that include it the tax rows are what the others contain.
import { isGoods } from '@backdesk/domain/order/section-totals.ts';
import type { TaxLine } from '@backdesk/domain/tax/types.ts';
import type { OrderRecord } from './order-record.ts';

export type ChargeRow = {
  readonly kind: 'line' | 'line_discount' | 'order_discount' | 'shipping' | 'tax';
  readonly lineId: string | null;
  readonly shipmentId: string | null;
  readonly code: string;
  readonly name: string;
  readonly ratePpm: number | null;
  readonly baseAmount: number | null;
  /** Minor units; discounts are negative. */
  readonly amount: number;
};

type Owner = { readonly lineId: string | null; readonly shipmentId: string | null };
const plain = { code: '', ratePpm: null, baseAmount: null };

const taxRow = (owner: Owner, tax: TaxLine): ChargeRow => ({
  kind: 'tax',
  ...owner,
  code: tax.code,
  name: tax.name,
  ratePpm: tax.ratePpm,
  baseAmount: tax.base,
  amount: tax.amount,
});

/** The rows of an order that was just priced, in document order. An optional line that was not chosen is not charged. */
export function chargeRows(order: OrderRecord): readonly ChargeRow[] {
  const { pricing } = order;
  const priced = new Map(pricing.lines.map((line) => [line.lineId, line]));
  const lines = order.lines.flatMap((line): readonly ChargeRow[] => {
    const charged = priced.get(line.id);
    if (charged === undefined || !isGoods(line) || (line.optional && !line.chosen)) return [];
    const owner = { lineId: line.id, shipmentId: null };
    const discount: readonly ChargeRow[] =
      charged.discount === 0 ? [] : [{ kind: 'line_discount', ...owner, ...plain, name: `Discount on ${line.name}`, amount: -charged.discount }];
    return [
      { kind: 'line', ...owner, ...plain, code: line.sku, name: line.name, amount: charged.amount },
      ...discount,
      ...charged.taxLines.map((tax) => taxRow(owner, tax)),
    ];
  });
  const shipments = pricing.shipments.flatMap((shipment): readonly ChargeRow[] => {
    const owner = { lineId: null, shipmentId: shipment.shipmentId };
    const name = order.shipments.find((known) => known.id === shipment.shipmentId)?.method?.name ?? 'Shipping';
    return [{ kind: 'shipping', ...owner, ...plain, name, amount: shipment.charge ?? 0 }, ...shipment.taxLines.map((tax) => taxRow(owner, tax))];
  });
  const discounts = pricing.discounts.flatMap((discount): readonly ChargeRow[] => {
    const label = order.discounts.find((known) => known.id === discount.discountId)?.label ?? 'Discount';
    return discount.amount === 0 ? [] : [{ kind: 'order_discount', lineId: null, shipmentId: null, ...plain, name: label, amount: -discount.amount }];
  });
  return [...lines, ...discounts, ...shipments];
}

// Totals before the server's: the same calculator on the order's JSON. It writes only what the contract calls derived. What did not
// change is not worked out again, so that the total of 5,000 lines moves with the key.

import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { priceStepJson } from '@backdesk/contract/order/price-steps.ts';
import { pricingInputOf, pricingLineOf } from '@backdesk/contract/order/pricing-input.ts';
import { finderById } from '@backdesk/domain/core/finder-by-id.ts';
import { depositOn } from '@backdesk/domain/estimate/deposit.ts';
import { isEmptyField } from '@backdesk/domain/field/is-empty-field.ts';
import { subtotals as subtotalsIn } from '@backdesk/domain/order/bundle-totals.ts';
import { isGoods } from '@backdesk/domain/order/section-totals.ts';
import { choiceRefusals } from '@backdesk/domain/order/settle-choice.ts';
import { priceOrder } from '@backdesk/domain/pricing/price-order.ts';
import { createPricingMemory, type PricingMemory } from '@backdesk/domain/pricing/pricing-memory.ts';
import type { OrderPricing, PricedLine, PricingLine } from '@backdesk/domain/pricing/types.ts';
import { sameJson } from './same-json.ts';

/** Of one order that is being edited: what each of its lines was last priced from, and how it was then shown. */
export type ShownBefore = {
  readonly pricing: PricingMemory;
  readonly taken: WeakMap<OrderLine, PricingLine>;
  readonly shown: WeakMap<OrderLine, { readonly figures: PricedLine; readonly line: OrderLine }>;
};

export function nothingShownBefore(): ShownBefore {
  return { pricing: createPricingMemory(), taken: new WeakMap(), shown: new WeakMap() };
}

/**
 * The order with every derived figure worked out again. `before` is what was shown last: lines that come out the same keep
 * their object from there.
 */
export function repriced(order: Order, before: Order | null, memory: ShownBefore = nothingShownBefore()): Order {
  const pricing = priceOrder(
    pricingInputOf(order, (line) => takenOnce(memory, line)),
    memory.pricing,
  );
  const last = finderById(before?.lines ?? [], (line) => line.id);
  const lines = order.lines.map((line, at) => {
    const figures = pricing.lines[at];
    return figures === undefined ? line : shownOnce(memory, line, figures, last(line.id, at), order.currency);
  });
  const summed = withSubtotals(lines, order.currency, last);
  return { ...order, lines: summed, ...orderFigures(order, summed, pricing) };
}

/** Each section with what its lines come to, each bundle with its parts; the same object while that stays. */
function withSubtotals(lines: OrderLine[], currency: string, last: (id: string, at: number) => OrderLine | undefined): OrderLine[] {
  if (!lines.some(({ kind }) => kind === 'section' || kind === 'bundle')) return lines;
  const subtotals = subtotalsIn(
    lines.map(({ id, kind, parentLineId, optional, chosen, total }) => ({ id, kind, parentLineId, optional, chosen, totalAmount: total.amount })),
  );
  return lines.map((line, at) => {
    const amount = subtotals.get(line.id);
    if (amount === undefined || line.subtotal?.amount === amount) return line;
    const next = { ...line, subtotal: money(amount, currency) };
    const before = last(line.id, at);
    return before !== undefined && sameJson(before, next) ? before : next;
  });
}

function takenOnce({ taken }: ShownBefore, line: OrderLine): PricingLine {
  const known = taken.get(line);
  if (known !== undefined) return known;
  const made = pricingLineOf(line);
  taken.set(line, made);
  return made;
}

function shownOnce(memory: ShownBefore, line: OrderLine, figures: PricedLine, last: OrderLine | undefined, currency: string): OrderLine {
  const known = memory.shown.get(line);
  if (known !== undefined && (known.figures === figures || sameJson(known.figures, figures))) return known.line;
  const next = withFigures(line, figures, currency);
  // The same line with other figures is another than was shown; only one that was entered anew may come out as it stood there.
  const kept = known === undefined && last !== undefined && sameJson(last, next) ? last : next;
  memory.shown.set(line, { figures, line: kept });
  // The server's answer takes what is shown for what it confirms (`merge-change.ts`): then this is the line that is priced next.
  memory.shown.set(kept, { figures, line: kept });
  memory.taken.set(kept, takenOnce(memory, line));
  return kept;
}

function money(amount: number, currency: string) {
  return { amount, currency };
}

function withFigures(line: OrderLine, figures: PricedLine, currency: string): OrderLine {
  const { hint } = figures;
  return {
    ...line,
    unitPrice: figures.unitPrice,
    amount: money(figures.amount, currency),
    discountAmount: money(figures.discount, currency),
    total: money(figures.total, currency),
    tax: figures.tax === null ? null : money(figures.tax, currency),
    taxLines: figures.taxLines.map((tax) => ({ ...tax, base: money(tax.base, currency), amount: money(tax.amount, currency) })),
    explanation: figures.explanation.map((step) => priceStepJson(step, currency)),
    hint: hint === null ? null : { ...hint, saves: hint.saves === null ? null : money(hint.saves, currency) },
    // Stock and publication are the server's to know; what the calculator finds replaces what it found before.
    blockers: [
      ...line.blockers.filter((blocker) => serverOnly.has(blocker.code)),
      ...figures.blockers.map((blocker) => ({ ...blocker, detail: blocker.detail && { ...blocker.detail } })),
    ].map(({ detail, ...blocker }) => (detail === undefined ? blocker : { ...blocker, detail })),
  };
}

const serverOnly: ReadonlySet<string> = new Set(['line.short_of_stock', 'line.product_unavailable']);

/** A required field that was missing and holds something now. */
function isFilledIn(order: Order, { code, pointer = '' }: Order['blockers'][number]): boolean {
  if (code !== 'fields.missing') return false;
  return !isEmptyField(pointer === '/poNumber' ? order.poNumber : order.fields[pointer.replace('/fields/', '')]);
}

function depositShown({ deposit, currency }: Order, total: OrderPricing['totals']['total']): Order['deposit'] {
  if (deposit === null) return null;
  const { term } = deposit;
  const { dueAmount, balanceAmount } = depositOn(term.kind === 'fixed' ? { kind: term.kind, amount: term.amount.amount } : term, total);
  return { term, due: money(dueAmount, currency), balance: money(balanceAmount, currency) };
}

function orderFigures(order: Order, lines: readonly OrderLine[], pricing: OrderPricing): Partial<Order> {
  const { currency } = order;
  const { totals } = pricing;
  const known = (amount: number | null) => (amount === null ? null : money(amount, currency));
  const paid = order.totals.total.amount - order.totals.amountDue.amount;
  const amounts = new Map(pricing.discounts.map((discount) => [discount.discountId, discount]));
  return {
    itemCount: pricing.itemCount,
    discounts: order.discounts.map((discount) => ({ ...discount, amount: money(amounts.get(discount.id)?.amount ?? 0, currency) })),
    deposit: depositShown(order, totals.total),
    totals: {
      items: money(totals.items, currency),
      discount: money(totals.discount, currency),
      shipping: known(totals.shipping),
      tax: known(totals.tax),
      estimatedTax: known(totals.estimatedTax),
      total: money(totals.total, currency),
      amountDue: money(totals.total - paid, currency),
      open: [...totals.open],
      taxLines: pricing.taxLines.map((tax) => ({ ...tax, base: money(tax.base, currency), amount: money(tax.amount, currency) })),
    },
    blockers: [
      ...order.blockers.filter(
        (blocker) => blocker.lineId === undefined && (blocker.code !== 'order.no_lines' || !lines.some(isGoods)) && !isFilledIn(order, blocker),
      ),
      ...lines.flatMap((line) => line.blockers),
      ...choiceRefusals(lines).map(({ detail, ...blocker }) => ({ ...blocker, ...(detail !== undefined && { detail: { ...detail } }) })),
    ],
  };
}

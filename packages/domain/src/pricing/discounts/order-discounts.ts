// Order-level discounts: automatic ones, then codes, then what staff gave, each on what is left at that point and split over what it
// reaches (cases, policies 3 to 6). Credits bear none, and what is left of items and credits together is never pushed below zero.
import type { Refusal } from '../../core/refusal.ts';
import { allocate } from '../../money/allocate.ts';
import { type MinorUnits, minor, zero } from '../../money/money.ts';
import type { Portion, Portions } from '../portions.ts';
import type { OrderDiscount, PriceStep, PricingLine } from '../types.ts';
import { amountOff } from './amount-off.ts';

export type AppliedDiscount = { readonly discountId: string; readonly amount: MinorUnits; readonly blocker: Refusal | null };

export type AppliedDiscounts = {
  readonly amounts: readonly AppliedDiscount[];
  /** For each line (by its index) what each discount took, for its explanation. */
  readonly steps: ReadonlyMap<number, readonly PriceStep[]>;
};

const order: Readonly<Record<OrderDiscount['source'], number>> = { automatic: 0, code: 1, manual: 2 };

const paidFor = (portion: Portion, amount: MinorUnits) => portion.treatment.paid?.(amount) ?? amount;

function reached(portions: Portions, { reach, productIds = null }: OrderDiscount, lines: readonly PricingLine[]): readonly Portion[] {
  if (reach === 'shipping') return portions.charges;
  const items = productIds === null ? portions.items : portionsOfProducts(portions.items, new Set(productIds), lines);
  return reach === 'items' ? items : [...items, ...portions.charges];
}

/** Lines of these products, and what is charged for them: setup, run, what a bundle holds. */
function portionsOfProducts(items: readonly Portion[], productIds: ReadonlySet<string>, lines: readonly PricingLine[]): readonly Portion[] {
  const isOf = (line: PricingLine) => line.productId != null && productIds.has(line.productId);
  const lineIds = new Set(lines.filter(isOf).map(({ id }) => id));
  return items.filter(({ line: at }) => {
    const line = at === null ? undefined : lines[at];
    return line !== undefined && (lineIds.has(line.id) || (line.parentLineId !== null && lineIds.has(line.parentLineId)));
  });
}

/** Parts by the lines' amounts after line discounts; where one would exceed what is left of its portion, by what is left instead. */
function partsOf(amount: MinorUnits, bearing: readonly Portion[]): readonly MinorUnits[] {
  const parts = allocate(
    amount,
    bearing.map((portion) => portion.start),
  );
  if (parts.every((part, index) => part <= (bearing[index]?.left ?? 0))) return parts;
  return allocate(
    amount,
    bearing.map((portion) => portion.left),
  );
}

function notValid({ id, code = null, refused = null }: OrderDiscount): Refusal | null {
  return refused === null ? null : { code: 'discount.not_valid', pointer: '/discounts', detail: { discountId: id, code, reason: refused } };
}

function blockerOf(discount: OrderDiscount, base: number, shippingIsOpen: boolean): Refusal | null {
  if (discount.source !== 'manual') return null;
  const at = { pointer: '/discounts' };
  if (discount.value.kind === 'percentage') {
    const { ppm } = discount.value;
    return ppm >= 0 && ppm <= 1_000_000
      ? null
      : { code: 'discount.out_of_range', ...at, detail: { discountId: discount.id, minimumPpm: 0, maximumPpm: 1_000_000 } };
  }
  // While shipping is not known, a discount that reaches it cannot be judged yet.
  if (discount.value.amount <= base || (shippingIsOpen && discount.reach !== 'items')) return null;
  return { code: 'discount.exceeds_base', ...at, detail: { discountId: discount.id, discountAmount: discount.value.amount, baseAmount: base } };
}

/** Takes the discounts off `left` of the portions. Out: what each took in all, in the order the discounts were given. */
export function applyOrderDiscounts(
  discounts: readonly OrderDiscount[],
  portions: Portions,
  shippingIsOpen: boolean,
  lines: readonly PricingLine[] = [],
): AppliedDiscounts {
  const amounts = new Map<OrderDiscount, AppliedDiscount>();
  const steps = new Map<number, PriceStep[]>();
  // Several automatic discounts take each on the base of their step, not one on top of the other.
  const automaticBase = new Map<Portion, MinorUnits>();
  for (const portion of [...portions.items, ...portions.charges]) automaticBase.set(portion, portion.left);
  for (const discount of discounts.toSorted((a, b) => order[a.source] - order[b.source])) {
    const refusal = notValid(discount);
    if (refusal !== null) {
      amounts.set(discount, { discountId: discount.id, amount: zero, blocker: refusal });
      continue;
    }
    const reach = reached(portions, discount, lines);
    const bearing = reach.filter((portion) => portion.left > 0);
    const left = bearing.reduce((sum, portion) => sum + portion.left, 0);
    // What the percentage or the clamp is taken on: of the step for automatic ones, else what is left now.
    const base = discount.source === 'automatic' ? reach.reduce((sum, portion) => sum + Math.max(0, automaticBase.get(portion) ?? 0), 0) : left;
    // Credits lower what can be taken, so that the order's total never goes below zero by a discount.
    const bound = Math.max(
      0,
      Math.min(
        left,
        reach.reduce((sum, portion) => sum + portion.left, 0),
      ),
    );
    const gross = minor(Math.min(bound, amountOff(minor(base), discount.value)));
    let taken = 0;
    if (gross > 0) {
      const parts = partsOf(gross, bearing);
      bearing.forEach((portion, index) => {
        const part = parts[index] ?? zero;
        if (part === 0) return;
        const before = portion.left;
        portion.left = minor(before - part);
        const paid = paidFor(portion, before) - paidFor(portion, portion.left);
        taken += paid;
        if (portion.line !== null)
          addStep(steps, portion.line, { step: 'order_discount', discountId: discount.id, label: discount.label, amount: minor(paid) });
      });
    }
    amounts.set(discount, { discountId: discount.id, amount: minor(taken), blocker: blockerOf(discount, bound, shippingIsOpen) });
  }
  return { amounts: discounts.flatMap((discount) => amounts.get(discount) ?? []), steps };
}

function addStep(steps: Map<number, PriceStep[]>, line: number, step: PriceStep & { readonly step: 'order_discount' }): void {
  const known = steps.get(line);
  const last = known?.at(-1);
  if (known === undefined) steps.set(line, [step]);
  // A line in several shipments bears one discount in several portions: one step for the reader.
  else if (last?.step === 'order_discount' && last.discountId === step.discountId)
    known[known.length - 1] = { ...last, amount: minor(last.amount + step.amount) };
  else known.push(step);
}

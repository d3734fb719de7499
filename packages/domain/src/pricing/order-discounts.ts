// Order-level discounts, one after the other, each on what is left at that point and split over what it reaches (cases, policies 3 to 6).
import type { Refusal } from '../core/refusal.ts';
import { allocate } from '../money/allocate.ts';
import { add, type MinorUnits, minor, subtract, sum, zero } from '../money/money.ts';
import type { Portion } from './portions.ts';
import { discountOn } from './price-line.ts';
import type { OrderDiscount, PriceStep } from './types.ts';

export type DiscountedOrder = {
  readonly portions: readonly Portion[];
  readonly total: MinorUnits;
  readonly amounts: readonly { readonly discountId: string; readonly amount: MinorUnits; readonly blocker: Refusal | null }[];
  readonly stepsOf: (lineId: string) => readonly PriceStep[];
};

function reaches(discount: OrderDiscount, portion: Portion): boolean {
  if (discount.reach === 'items_and_shipping') return true;
  return discount.reach === 'items' ? portion.lineId !== null : portion.lineId === null;
}

function blockerOf(discount: OrderDiscount, base: MinorUnits): Refusal | null {
  if (discount.source !== 'manual' || discount.value.kind !== 'fixed' || discount.value.amount <= base) return null;
  return { code: 'discount.exceeds_base', pointer: '/discounts', detail: { discountId: discount.id, discountAmount: discount.value.amount, baseAmount: base } };
}

/** Takes the discounts off the portions; credits and zero lines bear none. */
export function applyOrderDiscounts(discounts: readonly OrderDiscount[], portions: readonly Portion[]): DiscountedOrder {
  let current = portions;
  const amounts: { discountId: string; amount: MinorUnits; blocker: Refusal | null }[] = [];
  const steps = new Map<string, PriceStep[]>();
  for (const discount of discounts) {
    const left = current.map((portion) => (reaches(discount, portion) ? Math.max(0, subtract(portion.amount, portion.discount)) : 0));
    const base = minor(left.reduce((total, each) => total + each, 0));
    const amount = discountOn(base, discount.value);
    const parts = base === 0 ? left.map(() => zero) : allocate(amount, left);
    current = current.map((portion, index) => ({ ...portion, discount: add(portion.discount, parts[index] ?? zero) }));
    amounts.push({ discountId: discount.id, amount, blocker: blockerOf(discount, base) });
    current.forEach((portion, index) => {
      const part = parts[index] ?? zero;
      if (portion.lineId === null || part === 0) return;
      const known = steps.get(portion.lineId) ?? [];
      steps.set(portion.lineId, [...known, { step: 'order_discount', discountId: discount.id, label: discount.label, amount: part }]);
    });
  }
  return { portions: current, total: sum(amounts.map((each) => each.amount)), amounts, stepsOf: (lineId) => steps.get(lineId) ?? [] };
}

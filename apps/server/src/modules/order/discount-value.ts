import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import { checkDiscount } from '@backdesk/domain/pricing/bounds.ts';
import type { DiscountValue } from '@backdesk/domain/pricing/types.ts';
import { invalidField, Refused } from '../problem.ts';

type DiscountJson = NonNullable<OrderLine['discount']>;

type OutOfRange = 'line.discount_out_of_range' | 'discount.out_of_range';

/**
 * The discount as the domain takes it. An amount in another currency than the order's is `request.invalid` at `pointer`; one below zero
 * or beyond what a line can hold is refused with the bounds.
 */
export function discountValueOf(value: DiscountJson, currency: string, at: { readonly pointer: string; readonly code: OutOfRange }): DiscountValue {
  if (value.kind === 'percentage') return value;
  if (value.amount.currency !== currency) throw invalidField(`${at.pointer}/amount/currency`, `must be ${currency}, the currency of the order`);
  const discount: DiscountValue = { kind: 'fixed', amount: value.amount.amount as MinorUnits };
  const refusal = checkDiscount(discount, at.code);
  if (refusal !== null) throw new Refused([{ ...refusal, pointer: `${at.pointer}/amount/amount` }]);
  return discount;
}

/** The same as the API shows it. */
export function discountJson(value: DiscountValue | null, currency: string): DiscountJson | null {
  return value === null || value.kind === 'percentage' ? value : { kind: 'fixed', amount: { amount: value.amount, currency } };
}

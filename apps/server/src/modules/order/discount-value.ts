import type { OrderLine } from '@backdesk/contract/order/schema.ts';
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import type { DiscountValue } from '@backdesk/domain/pricing/types.ts';
import { invalidField } from '../problem.ts';

type DiscountJson = NonNullable<OrderLine['discount']>;

/** The discount as the domain takes it. An amount in another currency than the order's is `request.invalid` at `pointer`. */
export function discountValueOf(value: DiscountJson, currency: string, pointer: string): DiscountValue {
  if (value.kind === 'percentage') return value;
  if (value.amount.currency !== currency) throw invalidField(`${pointer}/amount/currency`, `must be ${currency}, the currency of the order`);
  if (value.amount.amount < 0) throw invalidField(`${pointer}/amount/amount`, 'must not be negative');
  return { kind: 'fixed', amount: value.amount.amount as MinorUnits };
}

/** The same as the API shows it. */
export function discountJson(value: DiscountValue | null, currency: string): DiscountJson | null {
  return value === null || value.kind === 'percentage' ? value : { kind: 'fixed', amount: { amount: value.amount, currency } };
}

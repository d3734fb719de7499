import type { MoneyJson } from '@backdesk/contract/core/primitives.ts';
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import { expectedTotalRefusal } from '@backdesk/domain/order/expected-total.ts';
import { Refused } from '../problem.ts';
import type { OrderRecord } from './order-record.ts';

/** Throws `order.moved` with the difference when the total is not the one that was on the screen. */
export function assertExpectedTotal({ pricing, currency }: OrderRecord, expected: MoneyJson | undefined): void {
  const wanted = expected === undefined ? undefined : { amount: expected.amount as MinorUnits, currency: expected.currency };
  const refusal = expectedTotalRefusal(wanted, { amount: pricing.totals.total, currency });
  if (refusal !== null) throw new Refused([refusal]);
}

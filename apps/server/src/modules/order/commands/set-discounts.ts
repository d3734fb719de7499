import type { setDiscounts as setDiscountsBody } from '@backdesk/contract/order/requests.ts';
import type { OrderDiscount } from '@backdesk/domain/pricing/types.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { invalidField, Refused } from '../../problem.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { assertNoConflict } from '../conflicts.ts';
import { discountJson, discountValueOf } from '../discount-value.ts';
import { discountChanges } from '../order-events.ts';
import type { OrderRecord } from '../order-record.ts';

type SetDiscounts = z.output<typeof setDiscountsBody>;

const discountsShown = ({ discounts, currency }: OrderRecord) =>
  discounts.map(({ id, source, label, value, reach }) => ({ id, source, label, value: discountJson(value, currency), reach }));

/** Replaces the discounts given by hand; those by code stay. One larger than what it is taken from is refused. */
export function setDiscounts(context: CommandContext, orderId: string, body: SetDiscounts): Promise<Amended> {
  return amendOrder(
    context,
    orderId,
    async (record) => {
      const changed = { ...record, discounts: [...record.discounts.filter(({ source }) => source !== 'manual'), ...manualDiscounts(context, record, body)] };
      const [now, wanted] = [discountsShown(record), discountsShown(changed)];
      await assertNoConflict(context, orderId, body.basedOn, [{ pointer: '/discounts', version: record.fieldVersions.discounts, now, wanted }]);
      return { record: changed, events: discountChanges(record, changed) };
    },
    (_before, priced) => assertCovered(priced),
  );
}

function manualDiscounts({ newId }: CommandContext, record: OrderRecord, body: SetDiscounts): readonly OrderDiscount[] {
  const seen = new Set(record.discounts.filter(({ source }) => source !== 'manual').map(({ id }) => id));
  return body.discounts.map(({ id = newId(), label, value, reach }, index) => {
    if (seen.has(id)) throw invalidField(`/discounts/${index}/id`, 'is the id of another discount of this order');
    seen.add(id);
    const at = { pointer: `/discounts/${index}/value`, code: 'discount.out_of_range' } as const;
    return { id, source: 'manual', label, value: discountValueOf(value, record.currency, at), reach };
  });
}

function assertCovered({ pricing }: OrderRecord): void {
  const [first, ...others] = pricing.discounts.flatMap(({ blocker }) => blocker ?? []);
  if (first !== undefined) throw new Refused([first, ...others]);
}

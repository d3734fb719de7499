import type { setDiscounts as setDiscountsBody } from '@backdesk/contract/order/requests.ts';
import type { OrderDiscount } from '@backdesk/domain/pricing/types.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { findDiscountIds } from '../../discount/queries.ts';
import { invalidField, Refused } from '../../problem.ts';
import { assertNoneFellBelowFloor } from '../above-floor.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { assertNoConflict } from '../conflicts.ts';
import { discountJson, discountValueOf } from '../discount-value.ts';
import { discountChanges } from '../order-events.ts';
import type { OrderRecord } from '../order-record.ts';
import { settleDiscounts } from '../settle-discounts.ts';

type SetDiscounts = z.output<typeof setDiscountsBody>;

const discountsShown = ({ discounts, currency }: OrderRecord) =>
  discounts.map(({ id, source, label, value, reach }) => ({ id, source, label, value: discountJson(value, currency), reach }));

/**
 * Replaces the discounts given by hand, the codes, or both. Refused are one larger than what it is taken from, one by hand that takes a line below what this person may
 * sell it for, and a code that cannot be used.
 */
export function setDiscounts(context: CommandContext, orderId: string, body: SetDiscounts): Promise<Amended> {
  return amendOrder(
    context,
    orderId,
    async (record) => {
      const codes = body.codes === undefined ? record.discounts.filter(({ source }) => source === 'code') : await codeDiscounts(context, record, body.codes);
      const others = record.discounts.filter(({ source }) => source === 'automatic');
      const manual =
        body.discounts === undefined ? record.discounts.filter(({ source }) => source === 'manual') : manualDiscounts(context, record, body.discounts);
      const changed = { ...record, discounts: [...others, ...codes, ...manual] };
      const [now, wanted] = [discountsShown(record), discountsShown(changed)];
      await assertNoConflict(context, orderId, body.basedOn, [{ pointer: '/discounts', version: record.fieldVersions.discounts, now, wanted }]);
      return { record: changed, events: discountChanges(record, changed) };
    },
    (before, priced) => {
      assertCovered(priced);
      if (body.discounts !== undefined) assertNoneFellBelowFloor(context, before, priced, '/discounts');
    },
  );
}

/** The discounts of these codes. One that the order has already stays, also when it is not valid any more; a new one must be. */
async function codeDiscounts(context: CommandContext, record: OrderRecord, codes: readonly string[]): Promise<readonly OrderDiscount[]> {
  const ids = await findDiscountIds(context.tx, context.scope, codes);
  const present = new Map(record.discounts.filter(({ source }) => source === 'code').map((discount) => [discount.code?.toLowerCase(), discount]));
  const wanted = codes.map((code, index): OrderDiscount => {
    const known = present.get(code.toLowerCase());
    if (known !== undefined) return known;
    const id = ids.get(code.toLowerCase());
    if (id === undefined) throw notValid(index, code, 'unknown');
    return { id, source: 'code', label: code, value: { kind: 'percentage', ppm: 0 }, reach: 'items', code };
  });
  const distinct = [...new Map(wanted.map((discount) => [discount.id, discount])).values()];
  const settled = await settleDiscounts(context, { ...record, discounts: distinct });
  const isNew = (id: string) => !record.discounts.some((discount) => discount.id === id);
  for (const discount of settled.discounts.filter(({ source }) => source === 'code')) {
    const index = codes.findIndex((code) => code.toLowerCase() === discount.code?.toLowerCase());
    if (discount.refused != null && isNew(discount.id)) throw notValid(index, discount.code ?? '', discount.refused);
  }
  // One that it has already is settled with the order, which may be promised.
  return settled.discounts.filter(({ source }) => source === 'code').map((discount) => record.discounts.find(({ id }) => id === discount.id) ?? discount);
}

const notValid = (index: number, code: string, reason: string) =>
  new Refused([{ code: 'discount.not_valid', pointer: `/codes/${index}`, detail: { code, reason } }]);

function manualDiscounts({ newId }: CommandContext, record: OrderRecord, given: NonNullable<SetDiscounts['discounts']>): readonly OrderDiscount[] {
  const seen = new Set(record.discounts.filter(({ source }) => source !== 'manual').map(({ id }) => id));
  return given.map(({ id = newId(), label, value, reach }, index) => {
    if (seen.has(id)) throw invalidField(`/discounts/${index}/id`, 'is the id of another discount of this order');
    seen.add(id);
    const at = { pointer: `/discounts/${index}/value`, code: 'discount.out_of_range' } as const;
    return { id, source: 'manual', label, value: discountValueOf(value, record.currency, at), reach, code: null, productIds: null, refused: null };
  });
}

/** A discount given by hand that is larger than what is left. A code that stopped being valid stands as a blocker until it is taken off. */
function assertCovered({ pricing }: OrderRecord): void {
  const [first, ...others] = pricing.discounts.flatMap(({ blocker }) => (blocker === null || blocker.code === 'discount.not_valid' ? [] : blocker));
  if (first !== undefined) throw new Refused([first, ...others]);
}

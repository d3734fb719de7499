import { isDeepStrictEqual } from 'node:util';
import type { setBilling as setBillingBody } from '@backdesk/contract/order/requests.ts';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { gatherHeldFacts } from '../accepted-promise.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { completeStep, isConfirmedAnew } from '../checkout-of.ts';
import { assertNoConflict } from '../conflicts.ts';
import { enteredAddress, keepAddress } from '../keep-address.ts';

type SetBilling = z.output<typeof setBillingBody>;

/** Sets where the bill goes. What does not ship is taxed there. */
export function setBilling(context: CommandContext, orderId: string, body: SetBilling): Promise<Amended> {
  return amendOrder(context, orderId, async (record) => {
    const given = body.sameAsShipping ? null : body.address;
    const billing = { sameAsShipping: body.sameAsShipping, address: given && (await enteredAddress(context, record, given, '/address')) };
    await assertNoConflict(context, orderId, body.basedOn, [{ pointer: '', version: record.fieldVersions.billing, now: record.billing, wanted: billing }]);
    const { record: gathered } = await gatherHeldFacts(context, record, { ...record, billing });
    if (body.saveToCustomer) await keepAddress(context, record, billing.address);
    const completed = completeStep(gathered, 'billing', context.now);
    const event: OrderEvent = { type: 'billing.set', data: { from: record.billing, to: billing } };
    const isNews = isConfirmedAnew(record, completed, 'billing') || !isDeepStrictEqual(record.billing, billing);
    return { record: completed, events: isNews ? [event] : [] };
  });
}

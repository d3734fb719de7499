import type { setBilling as setBillingBody } from '@backdesk/contract/order/requests.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { gatherHeldFacts } from '../accepted-promise.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { billingAnswered } from '../checkout-answers.ts';
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
    return billingAnswered(record, gathered, context.now);
  });
}

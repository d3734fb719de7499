import type { setPayment as setPaymentBody } from '@backdesk/contract/order/requests.ts';
import type { PaymentChoice } from '@backdesk/domain/order/types.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { Refused } from '../../problem.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { paymentAnswered } from '../checkout-answers.ts';
import { allowedPaymentsOf } from '../checkout-of.ts';
import { assertNoConflict } from '../conflicts.ts';

type SetPayment = z.output<typeof setPaymentBody>;

/** Chooses how the customer pays, among what this customer may (`payment.not_allowed`). A purchase order's number is the order's PO number. */
export function setPayment(context: CommandContext, orderId: string, body: SetPayment): Promise<Amended> {
  return amendOrder(context, orderId, async (record) => {
    const payment: PaymentChoice | null = body.method === null ? null : { method: body.method };
    if (payment !== null && !allowedPaymentsOf(record).includes(payment.method))
      throw new Refused([{ code: 'payment.not_allowed', step: 'billing', pointer: '/method', detail: { method: payment.method } }]);
    const poNumber = body.method === 'purchase_order' ? body.poNumber : record.poNumber;
    await assertNoConflict(context, orderId, body.basedOn, [
      { pointer: '/method', version: record.fieldVersions.payment, now: record.payment, wanted: payment },
      { pointer: '/poNumber', version: record.fieldVersions.poNumber, now: record.poNumber, wanted: poNumber },
    ]);
    return paymentAnswered(record, { ...record, payment, poNumber }, context.now);
  });
}

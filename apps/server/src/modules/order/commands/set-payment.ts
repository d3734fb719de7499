import { isDeepStrictEqual } from 'node:util';
import type { setPayment as setPaymentBody } from '@backdesk/contract/order/requests.ts';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import type { PaymentChoice } from '@backdesk/domain/order/types.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { Refused } from '../../problem.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { allowedPaymentsOf, completeStep, isConfirmedAnew } from '../checkout-of.ts';
import { assertNoConflict } from '../conflicts.ts';

type SetPayment = z.output<typeof setPaymentBody>;

function choiceOf(body: SetPayment): PaymentChoice | null {
  if (body.method === null) return null;
  return body.method === 'purchase_order' ? { method: body.method, poNumber: body.poNumber } : { method: body.method };
}

/** Chooses how the customer pays, among what this customer may (`payment.not_allowed`). */
export function setPayment(context: CommandContext, orderId: string, body: SetPayment): Promise<Amended> {
  return amendOrder(context, orderId, async (record) => {
    const payment = choiceOf(body);
    if (payment !== null && !allowedPaymentsOf(record).includes(payment.method))
      throw new Refused([{ code: 'payment.not_allowed', step: 'billing', pointer: '/method', detail: { method: payment.method } }]);
    await assertNoConflict(context, orderId, body.basedOn, [
      { pointer: '/method', version: record.fieldVersions.payment, now: record.payment, wanted: payment },
    ]);
    const completed = completeStep({ ...record, payment }, 'billing', context.now);
    const event: OrderEvent = { type: 'payment.chosen', data: { from: record.payment, to: payment } };
    const isNews = isConfirmedAnew(record, completed, 'billing') || !isDeepStrictEqual(record.payment, payment);
    return { record: completed, events: isNews ? [event] : [] };
  });
}

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
import { headChanges } from '../order-events.ts';
import type { OrderRecord } from '../order-record.ts';

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
    const completed = completeStep({ ...record, payment, poNumber }, 'billing', context.now);
    const event: OrderEvent = { type: 'payment.chosen', data: { from: said(record), to: said(completed) } };
    const isNews = isConfirmedAnew(record, completed, 'billing') || !isDeepStrictEqual(record.payment, payment);
    return { record: completed, events: [...(isNews ? [event] : []), ...headChanges(record, completed)] };
  });
}

/** As history tells it: with the number it was chosen with. */
function said({ payment, poNumber }: OrderRecord) {
  return payment?.method === 'purchase_order' ? { ...payment, poNumber } : payment;
}

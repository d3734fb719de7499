import type { setShippingMethod as setShippingMethodBody } from '@backdesk/contract/order/requests.ts';
import { minor } from '@backdesk/domain/money/money.ts';
import type { ChosenMethod } from '@backdesk/domain/shipping/types.ts';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../context.ts';
import { invalidField, Refused } from '../../problem.ts';
import { gatherHeldFacts } from '../accepted-promise.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { methodAnswered, shownMethod } from '../checkout-answers.ts';
import { assertNoConflict } from '../conflicts.ts';
import type { OrderRecord, ShipmentRecord } from '../order-record.ts';
import { assertMayOverrideShipping } from '../policy.ts';
import { priceRecord } from '../price-record.ts';
import { methodOf, offersFor } from '../shipping-rate-offers.ts';

/** As for a rate of the tables, minor units. */
const largestCharge = 1_000_000_000;

type SetShippingMethod = z.output<typeof setShippingMethodBody>;

/** Chooses a rate at what it charges now (choosing the same one again heals a stale step), or sets the price that staff typed. */
export function setShippingMethod(context: CommandContext, orderId: string, body: SetShippingMethod): Promise<Amended> {
  return amendOrder(context, orderId, async (record) => {
    const shipment = shipmentOf(record, body.shipmentId);
    const { record: taxed } = await gatherHeldFacts(context, record, record);
    // The items total of now: a place's tax can move it where prices hold tax.
    const gathered = priceRecord(taxed);
    const method = wantedMethod(context, gathered, shipment, body);
    await assertNoConflict(context, orderId, body.basedOn, [
      { pointer: '/rateId', version: shipment.fieldVersions.method, now: shownMethod(shipment.method), wanted: shownMethod(method) },
    ]);
    return methodAnswered(record, gathered, shipment.id, method, context.now);
  });
}

function wantedMethod({ actor }: CommandContext, record: OrderRecord, shipment: ShipmentRecord, { rateId, typed }: SetShippingMethod): ChosenMethod | null {
  if (typed !== undefined) return typedMethod(actor, record, typed);
  return rateId === undefined || rateId === null ? null : chosenMethod(record, shipment, rateId);
}

function typedMethod(actor: Actor, record: OrderRecord, { name, amount, reason }: NonNullable<SetShippingMethod['typed']>): ChosenMethod {
  assertMayOverrideShipping(actor);
  if (amount.currency !== record.currency) throw invalidField('/typed/amount/currency', `must be ${record.currency}, the currency of the order`);
  if (amount.amount < 0 || amount.amount > largestCharge) throw invalidField('/typed/amount/amount', `must be from 0 to ${largestCharge}`);
  return { rateId: null, name, amount: minor(amount.amount), reason, by: actor.name };
}

function shipmentOf({ shipments }: OrderRecord, shipmentId: string | undefined): ShipmentRecord {
  if (shipmentId === undefined && shipments.length > 1) throw invalidField('/shipmentId', 'is needed: the order has several shipments');
  const found = shipmentId === undefined ? shipments[0] : shipments.find(({ id }) => id === shipmentId);
  if (found === undefined) throw invalidField('/shipmentId', 'must be the id of a shipment of this order');
  return found;
}

function chosenMethod(record: OrderRecord, shipment: ShipmentRecord, rateId: string): ChosenMethod {
  if (shipment.address === null)
    throw new Refused([{ code: 'shipping.address_missing', step: 'shipping', pointer: '/shipping', detail: { shipmentId: shipment.id } }]);
  const offer = offersFor(record, record.facts.zones, shipment).find(({ rate }) => rate.id === rateId);
  if (offer === undefined)
    throw new Refused([{ code: 'shipping.method_not_serving', step: 'shipping-method', pointer: '/rateId', detail: { shipmentId: shipment.id } }]);
  return methodOf(offer);
}

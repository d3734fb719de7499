import type { Order } from '@backdesk/contract/order/order.ts';
import { sameJson } from '../editing/same-json.ts';
import { t } from './texts.ts';

/** What of checkout an order holds that it did not hold before, in words; a bill that goes along with the goods is not told. */
export function filledIn(before: Order, after: Order): readonly string[] {
  const known = new Map(before.shipping.shipments.map((shipment) => [shipment.id, shipment]));
  const { shipments } = after.shipping;
  const isAddressed = shipments.some(({ id, address }) => address !== null && (known.get(id)?.address ?? null) === null);
  const methods = shipments.flatMap(({ id, method }) => (method !== null && (known.get(id)?.method ?? null) === null ? method.name : []));
  const isBilled = after.billing.address !== null && !sameJson(before.billing, after.billing);
  return [
    ...(isAddressed ? [t.filled.shipping()] : []),
    ...new Set(methods),
    ...(isBilled ? [t.filled.billing()] : []),
    ...(before.payment === null && after.payment?.method === 'open_account' ? [t.filled.openAccount()] : []),
  ];
}

import type { Client } from '@backdesk/contract/client.ts';
import type { OrderChange } from '@backdesk/contract/order/order.ts';
import type { Routes } from '@backdesk/contract/routes.ts';
import type { QueuedOp, ShipmentEntry } from './order-op.ts';
import type { OrderServer } from './order-server.ts';

export type OrderApi = Pick<
  Client<Routes>,
  | 'getOrder'
  | 'addLines'
  | 'changeLine'
  | 'removeLine'
  | 'changeOrder'
  | 'setShipping'
  | 'setShippingMethod'
  | 'setBilling'
  | 'setPayment'
  | 'fillCheckout'
  | 'setDiscounts'
  | 'undoChange'
>;

/** Sends what it is handed a client for in one request. `along`: what is read behind the writes, on the same client. */
export type SendingTogether<Api extends OrderApi = OrderApi> = {
  readonly together: <Sent>(send: (api: Api) => Sent) => Sent;
  readonly along?: (api: Api, run: readonly QueuedOp[]) => readonly Promise<unknown>[];
};

/** An order of the desk. */
export function deskServer<Api extends OrderApi>(api: OrderApi, orderId: string, many?: SendingTogether<Api>): OrderServer {
  const one: OrderServer = { read: () => api.getOrder({ params: { id: orderId } }), send: (queued) => sendOp(api, orderId, queued) };
  if (many === undefined) return one;
  return {
    ...one,
    sendTogether: (run) => {
      const sent = many.together((client) => ({ writes: run.map((queued) => sendOp(client, orderId, queued)), reads: many.along?.(client, run) ?? [] }));
      const arrived = Promise.allSettled([...sent.writes, ...sent.reads]);
      // What is read with them is there before anybody hears that they were saved.
      return sent.writes.map((write) => arrived.then(() => write));
    },
  };
}

/** Sends one op, with its own idempotency key and the version it was made on. */
function sendOp(api: OrderApi, orderId: string, { op, key, basedOn }: QueuedOp): Promise<OrderChange> {
  const params = { id: orderId };
  const once = { idempotencyKey: key };
  switch (op.kind) {
    case 'add_line':
      return api.addLines({ params, body: op.request }, once);
    case 'add_lines':
      return api.addLines({ params, body: { lines: op.added.map(({ request }) => request) } }, once);
    case 'change_line':
      return api.changeLine({ params: { ...params, lineId: op.lineId }, body: { basedOn, ...mutable(op.patch) } }, once);
    case 'remove_line':
      return api.removeLine({ params: { ...params, lineId: op.lineId }, query: { basedOn } }, once);
    case 'change_order':
      return api.changeOrder({ params, body: { basedOn, ...mutable(op.patch) } }, once);
    case 'set_shipping':
      return api.setShipping({ params, body: { basedOn, address: op.address, saveToCustomer: op.saveToCustomer } }, once);
    case 'set_shipments':
      return api.setShipping({ params, body: { basedOn, shipments: op.shipments.map(shipmentBody) } }, once);
    case 'set_shipping_method':
      return api.setShippingMethod({ params, body: { basedOn, shipmentId: op.shipmentId, rateId: op.rateId } }, once);
    case 'type_shipping_price': {
      const { shipmentId, typed } = op;
      if (typed === null) return api.setShippingMethod({ params, body: { basedOn, shipmentId, rateId: null } }, once);
      const { name, amount, currency, reason } = typed;
      return api.setShippingMethod({ params, body: { basedOn, shipmentId, typed: { name, amount: { amount, currency }, reason } } }, once);
    }
    case 'set_billing':
      return api.setBilling({ params, body: { basedOn, sameAsShipping: op.sameAsShipping, address: op.address, saveToCustomer: op.saveToCustomer } }, once);
    case 'set_payment': {
      const { payment } = op;
      if (payment.method === 'open_account') return api.setPayment({ params, body: { basedOn, method: 'open_account' } }, once);
      return api.setPayment({ params, body: { basedOn, method: 'purchase_order', poNumber: payment.poNumber ?? '' } }, once);
    }
    case 'fill_checkout':
      return api.fillCheckout({ params, body: { basedOn } }, once);
    case 'set_discounts':
      return api.setDiscounts({ params, body: { basedOn, discounts: op.discounts.map((discount) => ({ ...discount })) } }, once);
    case 'set_codes':
      return api.setDiscounts({ params, body: { basedOn, codes: [...op.codes] } }, once);
    case 'undo':
      return api.undoChange({ params, body: { version: op.version, ...(op.index !== null && { index: op.index }) } }, once);
  }
}

/** A pickup at a place says which: the server copies its address. */
function shipmentBody({ id, kind, address, pickupPlace, lines }: ShipmentEntry) {
  const pickupPlaceId = kind === 'pickup' ? (pickupPlace?.id ?? null) : null;
  return { id, kind, pickupPlaceId, address: pickupPlaceId === null ? address : null, lines };
}

function mutable<Value extends object>(value: Value): { -readonly [Key in keyof Value]: Value[Key] } {
  return value;
}

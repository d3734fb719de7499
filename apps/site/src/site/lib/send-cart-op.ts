import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import type { OrderOp, QueuedOp } from '@backdesk/ordering/editing/order-op.ts';
import { api } from './api.ts';

/** A change of the cart, sent as the site sends it, under its own key and on the version it was made on. */
export function sendCartOp({ op, key, basedOn }: QueuedOp): Promise<{ cart: SiteOrder | null }> {
  const once = { idempotencyKey: key };
  switch (op.kind) {
    case 'add_lines':
      return api.addCartLines({ body: { lines: op.added.map(newLineBody) } }, once);
    case 'change_line':
      return api.changeCartLine({ params: { lineId: op.lineId }, body: { basedOn, ...lineBody(op) } }, once);
    case 'remove_line':
      return api.removeCartLine({ params: { lineId: op.lineId }, query: { basedOn } }, once);
    case 'undo':
      return api.undoCartRemoval({ body: { version: op.version } }, once);
    case 'change_order': {
      const { poNumber, noteCustomer, fields } = op.patch;
      const body = {
        ...(poNumber !== undefined && { poNumber }),
        ...(noteCustomer !== undefined && { noteCustomer }),
        ...(fields && { fields: { ...fields } }),
      };
      return api.changeCart({ body: { basedOn, ...body } }, once);
    }
    case 'set_codes':
      return api.setCartCodes({ body: { basedOn, codes: [...op.codes] } }, once);
    case 'set_shipping':
      return api.setCartShipping({ body: { basedOn, address: op.address, saveToCustomer: op.saveToCustomer } }, once);
    case 'set_shipments': {
      const shipments = op.shipments.map(({ id, kind, address, pickupPlace, lines }) => ({
        id,
        kind,
        pickupPlaceId: kind === 'pickup' ? (pickupPlace?.id ?? null) : null,
        address: kind === 'pickup' ? null : address,
        lines: lines && [...lines],
      }));
      return api.setCartShipping({ body: { basedOn, shipments } }, once);
    }
    case 'set_shipping_method':
      return api.setCartMethod({ body: { basedOn, shipmentId: op.shipmentId, rateId: op.rateId } }, once);
    case 'set_billing':
      return api.setCartBilling({ body: { basedOn, sameAsShipping: op.sameAsShipping, address: op.address, saveToCustomer: op.saveToCustomer } }, once);
    case 'set_payment': {
      const { method, poNumber } = op.payment;
      return api.setCartPayment({ body: method === 'purchase_order' ? { basedOn, method, poNumber: poNumber ?? '' } : { basedOn, method } }, once);
    }
    default:
      throw new Error(`Customers do not do this to a cart: ${op.kind}.`);
  }
}

/** The same where a saved cart is. */
export function sendSavedCartOp(id: string, { op, key, basedOn }: QueuedOp): Promise<SiteOrder> {
  const once = { idempotencyKey: key };
  switch (op.kind) {
    case 'change_line':
      return api.changeSavedLine({ params: { id, lineId: op.lineId }, body: { basedOn, ...lineBody(op) } }, once);
    case 'remove_line':
      return api.removeSavedLine({ params: { id, lineId: op.lineId }, query: { basedOn } }, once);
    case 'undo':
      return api.undoSavedRemoval({ params: { id }, body: { version: op.version } }, once);
    case 'change_order':
      return api.renameSavedCart({ params: { id }, body: { basedOn, name: op.patch.name ?? '' } }, once);
    default:
      throw new Error(`Customers do not do this to a saved cart: ${op.kind}.`);
  }
}

function lineBody({ patch: { quantity, chosen, noteCustomer } }: Extract<OrderOp, { kind: 'change_line' }>) {
  return { ...(quantity !== undefined && { quantity }), ...(chosen !== undefined && { chosen }), ...(noteCustomer !== undefined && { noteCustomer }) };
}

/** A line of an article of the catalogue; customers add no other. */
function newLineBody({ request, preview }: Extract<OrderOp, { kind: 'add_lines' }>['added'][number]) {
  if (!('variantId' in request) || request.variantId === undefined) throw new Error(`Customers do not add this to a cart: ${preview.name}.`);
  const { variantId, quantity, configuration, lineId, noteCustomer } = request;
  return { variantId, quantity, configuration, lineId, noteCustomer };
}

import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import type { CheckoutOp } from '@backdesk/ordering/checkout/checkout-face.ts';
import { api } from '../lib/api.ts';

/** A change of checkout, sent as the site sends it. Customers type no price for shipping. */
export function sendCartOp(op: CheckoutOp): Promise<{ cart: SiteOrder | null }> {
  switch (op.kind) {
    case 'set_shipping':
      return api.setCartShipping({ body: { address: op.address, saveToCustomer: op.saveToCustomer } });
    case 'set_shipments':
      return api.setCartShipping({
        body: {
          shipments: op.shipments.map(({ id, kind, address, pickupPlace, lines }) => ({
            id,
            kind,
            pickupPlaceId: kind === 'pickup' ? (pickupPlace?.id ?? null) : null,
            address: kind === 'pickup' ? null : address,
            lines: lines && [...lines],
          })),
        },
      });
    case 'set_shipping_method':
      return api.setCartMethod({ body: { shipmentId: op.shipmentId, rateId: op.rateId } });
    case 'set_billing':
      return api.setCartBilling({ body: { sameAsShipping: op.sameAsShipping, address: op.address, saveToCustomer: op.saveToCustomer } });
    case 'set_payment': {
      const { method, poNumber } = op.payment;
      return api.setCartPayment({ body: method === 'purchase_order' ? { method, poNumber: poNumber ?? '' } : { method } });
    }
    case 'type_shipping_price':
      throw new Error('Only staff type a price for shipping.');
  }
}

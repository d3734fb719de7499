// The cart and its checkout, of a guest or a customer.
import { z } from 'zod';
import { basedOnQuery, id } from '../core/primitives.ts';
import { shippingRateOffer } from '../order/checkout.ts';
import { setBilling, setPayment } from '../order/requests.ts';
import type { RouteTable } from '../route.ts';
import { pickupPlace } from '../settings/schema.ts';
import {
  addCartLines,
  cartContact,
  changeCart,
  changeCartLine,
  saveCart,
  setCartCodes,
  setCartMethod,
  setCartShipping,
  submitCart,
  undoRemoval,
} from './requests.ts';
import { atCheckout, base, editing, lineFaults, own, undoing, withCart } from './route-parts.ts';
import { siteOrder, siteOrderField } from './schema.ts';

const lineParams = z.strictObject({ lineId: id });

export const siteCartRoutes = {
  getCart: { ...withCart, method: 'GET', path: `${base}/cart`, summary: 'The cart; null while nothing was put into it', problems: [] },
  addCartLines: {
    ...withCart,
    method: 'POST',
    path: `${base}/cart/lines`,
    summary: 'Put products into the cart',
    body: addCartLines,
    problems: [...editing, ...lineFaults, 'order.customer_inactive'],
  },
  changeCartLine: {
    ...withCart,
    method: 'PATCH',
    path: `${base}/cart/lines/{lineId}`,
    summary: 'Change quantity, customization, choice or note of a line',
    params: lineParams,
    body: changeCartLine,
    problems: [...editing, ...lineFaults],
  },
  removeCartLine: {
    ...withCart,
    method: 'DELETE',
    path: `${base}/cart/lines/{lineId}`,
    summary: 'Take a line out of the cart',
    params: lineParams,
    query: basedOnQuery,
    problems: [...editing, ...lineFaults],
  },
  undoCartRemoval: {
    ...withCart,
    method: 'POST',
    path: `${base}/cart/undo`,
    summary: 'Bring back the line that was taken out in this version, as it was: with its agreed price',
    body: undoRemoval,
    problems: undoing,
  },
  setCartCodes: {
    ...withCart,
    method: 'PUT',
    path: `${base}/cart/codes`,
    summary: 'Set the discount codes of the cart',
    body: setCartCodes,
    problems: [...editing, 'not_found', 'discount.not_valid', 'discount.exceeds_base', 'request.rate_limited'],
  },
  saveCart: {
    ...own,
    method: 'POST',
    path: `${base}/cart/save`,
    summary: 'Put the cart aside under Saved Carts, where staff see it too; the cart is empty then',
    body: saveCart,
    answer: z.strictObject({ id, name: z.string() }),
    problems: ['not_found', 'order.no_lines', 'order.no_such_transition'],
  },
  setCartContact: {
    ...atCheckout,
    method: 'PUT',
    path: `${base}/cart/contact`,
    summary: 'Who a guest is; somebody signed in is known',
    body: cartContact,
    problems: [...editing, 'not_found', 'request.forbidden'],
  },
  setCartShipping: {
    ...atCheckout,
    method: 'PUT',
    path: `${base}/cart/shipping`,
    summary: 'Where it goes, or where it is fetched',
    body: setCartShipping,
    problems: [...editing, 'not_found', 'shipping.country_not_served', 'line.not_found', 'line.quantity_out_of_range'],
  },
  listCartRates: {
    ...atCheckout,
    method: 'GET',
    path: `${base}/cart/shipping-rates`,
    summary: 'What shipping costs now, each way there is',
    answer: z.strictObject({ items: z.array(shippingRateOffer) }),
    problems: ['not_found', 'shipping.address_missing'],
  },
  setCartMethod: {
    ...atCheckout,
    method: 'PUT',
    path: `${base}/cart/shipping-method`,
    summary: 'Choose how it is shipped, at the price of today',
    body: setCartMethod,
    problems: [...editing, 'not_found', 'shipping.address_missing', 'shipping.method_not_serving'],
  },
  setCartBilling: {
    ...atCheckout,
    method: 'PUT',
    path: `${base}/cart/billing`,
    summary: 'Where the bill goes',
    body: setBilling,
    problems: [...editing, 'not_found'],
  },
  setCartPayment: {
    ...atCheckout,
    method: 'PUT',
    path: `${base}/cart/payment`,
    summary: 'How it is paid',
    body: setPayment,
    problems: [...editing, 'not_found', 'payment.not_allowed'],
  },
  changeCart: {
    ...atCheckout,
    method: 'PATCH',
    path: `${base}/cart`,
    summary: 'PO number, note and the fields that the account asks customers for',
    body: changeCart,
    problems: [...editing, 'not_found'],
  },
  submitCart: {
    ...atCheckout,
    method: 'POST',
    path: `${base}/cart/submit`,
    summary: 'Order what is in the cart; all reasons against it come at once',
    body: submitCart,
    answer: siteOrder,
    problems: ['not_found', 'order.no_such_transition', 'order.not_submittable', 'order.moved', 'order.conflict'],
  },
  listSitePickupPlaces: {
    ...atCheckout,
    method: 'GET',
    path: `${base}/pickup-places`,
    summary: 'Where orders can be fetched',
    answer: z.strictObject({ items: z.array(pickupPlace.omit({ version: true, active: true })) }),
    problems: [],
  },
  listSiteOrderFields: {
    ...atCheckout,
    method: 'GET',
    path: `${base}/order-fields`,
    summary: 'What the account asks customers beyond the rest',
    answer: z.strictObject({ items: z.array(siteOrderField) }),
    problems: [],
  },
} as const satisfies RouteTable;

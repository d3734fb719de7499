// What the site's routes have in common.
import { cartAnswer } from './schema.ts';

export const base = '/api/site/v1';
/** Nobody has to be anybody. */
export const anybody = { audience: 'open', permission: null, status: 200 } as const;
/** As far as the account’s sign-in mode lets somebody look, fill a cart, or order. */
export const browsing = { audience: 'site', part: 'browse', permission: null, status: 200 } as const;
export const withCart = { audience: 'site', part: 'cart', permission: null, status: 200, answer: cartAnswer } as const;
export const atCheckout = { audience: 'site', part: 'checkout', permission: null, status: 200, answer: cartAnswer } as const;
/** A customer who is signed in; what belongs to another is missing. */
export const own = { audience: 'customer', permission: null, status: 200 } as const;
/** What a change of an order may meet. */
export const editing = ['order.not_editable', 'order.conflict'] as const;
/** What bringing a line back may meet: nobody took one out in that version, or it is back. */
export const undoing = [...editing, 'not_found', 'conflict', 'line.over_maximum', 'line.not_in_increment', 'line.below_minimum'] as const;
export const lineFaults = [
  'line.not_found',
  'line.product_unavailable',
  'line.over_maximum',
  'line.not_in_increment',
  'line.below_minimum',
  'line.quantity_out_of_range',
  'line.override_out_of_range',
  'line.configuration_unknown',
  'line.configuration_too_long',
  'line.configuration_invalid',
  'line.price_agreed',
  'discount.exceeds_base',
] as const;

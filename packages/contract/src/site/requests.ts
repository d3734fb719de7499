// What customers send. A customer sets quantities, answers and notes; never a price, a discount or what staff keep.
import { z } from 'zod';
import { configuration } from '../catalog/configuration.ts';
import { basedOn, email, filledLine, givenAddress, id, line, quantity, text, version } from '../core/primitives.ts';
import { givenFields } from '../field/values.ts';
import { shipmentRequest, submitOrder } from '../order/requests.ts';
import { newPassword } from '../session/schema.ts';

export const siteSignIn = z.strictObject({ email, password: z.string().min(1).max(200) });
export const requestSitePassword = z.strictObject({ email });
export const setSitePassword = z.strictObject({ password: newPassword });
export const changeSitePassword = z.strictObject({ currentPassword: z.string().min(1).max(1000), newPassword });

const cartLine = z.strictObject({
  variantId: id,
  quantity: quantity.default(1),
  configuration: configuration.optional(),
  lineId: id.optional().describe('id for the new line, so that a page can show it before the answer'),
  noteCustomer: text(2000).optional(),
});

export const addCartLines = z.strictObject({ lines: z.array(cartLine).min(1).max(200) });

export const changeCartLine = z.strictObject({
  basedOn,
  quantity: quantity.optional(),
  configuration: configuration.optional(),
  chosen: z.boolean().optional().describe('of an optional line'),
  noteCustomer: text(2000).optional(),
});

export const undoRemoval = z.strictObject({ version: version.describe('that the removal made of the cart') });

export const changeCart = z.strictObject({
  basedOn,
  poNumber: line(100).optional(),
  noteCustomer: text(5000).optional(),
  fields: givenFields.optional(),
});

export const saveCart = z.strictObject({ name: line(200).default('').describe('shown as "n/a" when it has none') });
export const renameCart = z.strictObject({ basedOn, name: line(200) });

export const cartContact = z.strictObject({ name: filledLine(200), email, phone: line(60).default(''), company: line(200).default('') });

/** An address, a place to fetch it, or all shipments of an order that goes to several places. */
export const setCartShipping = z
  .strictObject({
    basedOn,
    address: givenAddress.optional(),
    pickupPlaceId: id.nullable().optional().describe('null: fetched at the store itself'),
    shipments: z.array(shipmentRequest).min(1).max(200).optional().describe('a pickup is at a place of the store, its address is not given'),
    saveToCustomer: z.boolean().default(false),
  })
  .refine(({ address, pickupPlaceId, shipments }) => [address, pickupPlaceId, shipments].filter((given) => given !== undefined).length === 1, {
    path: ['address'],
    error: 'give an address, a pickup place, or shipments',
  });

export const setCartCodes = z.strictObject({
  basedOn,
  codes: z
    .array(filledLine(60))
    .max(10)
    .describe('all discount codes of the cart, upper and lower case alike; one that cannot be used is refused with the reason'),
});

export const submitCart = submitOrder.extend({
  basedOn: basedOn.describe('version that was on the screen: what the store changed since and can be seen answers 409 order.conflict, once for all of it'),
});

export const setCartMethod = z.strictObject({ basedOn, shipmentId: id.optional(), rateId: id });

export const changeProfile = z.strictObject({ name: filledLine(200).optional(), phone: line(60).optional() });

// The checkout of a cart: the commands of the desk's checkout, on the cart of whoever is here.
import type { setBilling as setBillingBody, setPayment as setPaymentBody } from '@backdesk/contract/order/requests.ts';
import type {
  setCartCodes as setCartCodesBody,
  setCartMethod as setCartMethodBody,
  setCartShipping as setCartShippingBody,
  submitCart as submitCartBody,
} from '@backdesk/contract/site/requests.ts';
import type { z } from 'zod';
import type { CommandContext, ReadContext } from '../../context.ts';
import { listRateOffers } from '../../order/commands/list-rate-offers.ts';
import { setBilling } from '../../order/commands/set-billing.ts';
import { setDiscounts } from '../../order/commands/set-discounts.ts';
import { setPayment } from '../../order/commands/set-payment.ts';
import { setShipping } from '../../order/commands/set-shipping.ts';
import { setShippingMethod } from '../../order/commands/set-shipping-method.ts';
import { submitOrder } from '../../order/commands/submit-order.ts';
import type { ShipmentRecord } from '../../order/order-record.ts';
import { getOrderRecord } from '../../order/queries/get-order.ts';
import { Problem } from '../../problem.ts';
import { findCartId } from '../queries/find-cart.ts';
import { findSeenByNobody } from '../queries/seen-by-nobody.ts';
import { findGuestCart } from '../store/guest-carts.ts';
import { getCart } from './own-cart.ts';
import { type SiteView, viewOrder } from './view-order.ts';

type Shipping = z.output<typeof setCartShippingBody>;

export async function setCartShipping(context: CommandContext, { address, pickupPlaceId, shipments, ...body }: Shipping): Promise<void> {
  const id = await getCart(context);
  // A guest has no address book to keep it in.
  const given = { ...body, saveToCustomer: body.saveToCustomer && context.actor.kind === 'customer' };
  if (address !== undefined) {
    await setShipping(context, id, { ...given, address });
    return;
  }
  const { shipments: known } = await getOrderRecord(context.tx, context.scope, id);
  const fetched = { ...(known[0] && { id: known[0].id }), kind: 'pickup' as const, address: null, pickupPlaceId: pickupPlaceId ?? null, lines: null };
  await setShipping(context, id, { ...given, shipments: (shipments ?? [fetched]).map((each) => atAPlace(each, known)) });
}

/** Customers fetch at the store's places: an address typed for a pickup would choose where it is taxed. One that staff gave stays. */
function atAPlace(entry: NonNullable<Shipping['shipments']>[number], known: readonly ShipmentRecord[]): typeof entry {
  if (entry.kind === 'ship') return entry;
  const before = known.find(({ id, kind }) => id === entry.id && kind === 'pickup');
  return { ...entry, address: before?.pickupPlace === null ? before.address : null };
}

export async function listCartRates(context: ReadContext) {
  const id = await findCartId(context);
  if (id === undefined) throw new Problem('not_found');
  return listRateOffers(context, id);
}

export async function setCartMethod(context: CommandContext, body: z.output<typeof setCartMethodBody>): Promise<void> {
  await setShippingMethod(context, await getCart(context), body);
}

export async function setCartBilling(context: CommandContext, body: z.output<typeof setBillingBody>): Promise<void> {
  await setBilling(context, await getCart(context), { ...body, saveToCustomer: body.saveToCustomer && context.actor.kind === 'customer' });
}

export async function setCartPayment(context: CommandContext, body: z.output<typeof setPaymentBody>): Promise<void> {
  await setPayment(context, await getCart(context), body);
}

/** Sets the codes of the cart; what is taken off by hand is staff's, and stays. */
export async function setCartCodes(context: CommandContext, body: z.output<typeof setCartCodesBody>): Promise<void> {
  await setDiscounts(context, await getCart(context), body);
}

/**
 * Orders what is in the cart. A guest is told by the address they gave, which may be another's in the book of customers. What the store
 * changed after the version that was on the screen is told first, also where it moves no sum.
 */
export async function submitCart(context: CommandContext, { basedOn, ...body }: z.output<typeof submitCartBody>): Promise<SiteView> {
  const { tx, scope, actor, account } = context;
  const id = await getCart(context);
  const unseen = basedOn === undefined ? undefined : await findSeenByNobody(tx, scope, { orderId: id, after: basedOn });
  if (unseen !== undefined)
    throw new Problem('order.conflict', {
      conflicts: [{ pointer: '', value: unseen.version, version: unseen.version, by: account.name, at: unseen.at.toISOString() }],
    });
  const contact = actor.kind === 'guest' ? ((await findGuestCart(tx, scope, actor.id))?.contact ?? null) : null;
  await submitOrder(context, id, body, contact?.email);
  return viewOrder({ db: tx, scope, actor }, id);
}

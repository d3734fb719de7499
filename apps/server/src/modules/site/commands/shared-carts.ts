// A saved cart that was shared by a link. Opening it changes nothing; who opened it may take its products.
import { sha256 } from '../../../db/token-hash.ts';
import type { CommandContext, ReadContext } from '../../context.ts';
import { copyLines } from '../../order/commands/copy-lines.ts';
import { deleteOrder } from '../../order/commands/delete-order.ts';
import { findSharedCart, type OpenedCartLink } from '../../order/queries/cart-links.ts';
import { getOrderRecord } from '../../order/queries/get-order.ts';
import { Problem } from '../../problem.ts';
import { lockCartId, lockCartOf } from '../store/guest-carts.ts';
import { findOrMakeCart } from './own-cart.ts';
import { type Activated, activateSaved, type Copied, copyToCart, putAside } from './saved-carts.ts';
import { type SiteView, viewOrder } from './view-order.ts';

type Asking = Pick<ReadContext, 'scope' | 'actor' | 'now'>;

/** What a token opens; undefined: it is none of ours. One that ended is gone. */
async function opened(db: ReadContext['db'], { scope, now }: Asking, token: string): Promise<OpenedCartLink | undefined> {
  const link = await findSharedCart(db, scope, sha256(token), now);
  if (link?.isGood === false) throw new Problem('cart_link.gone');
  return link;
}

const isOwn = ({ actor }: Asking, { customerId }: OpenedCartLink) => actor.kind === 'customer' && actor.id === customerId;

export type Shared = { readonly view: SiteView; readonly expiresAt: Date; readonly isOwn: boolean };

/** undefined: no such link. */
export async function openSharedCart(context: ReadContext, token: string): Promise<Shared | undefined> {
  const link = await opened(context.db, context, token);
  if (link === undefined) return undefined;
  return { view: await viewOrder(context, link.orderId), expiresAt: link.expiresAt, isOwn: isOwn(context, link) };
}

export async function copySharedCart(context: CommandContext, token: string): Promise<Copied | undefined> {
  const link = await opened(context.tx, context, token);
  return link === undefined ? undefined : copyToCart(context, link.orderId);
}

export type Taken = Copied & Pick<Activated, 'replaced'>;

/** In the place of the cart. A customer's cart is kept; a guest has nowhere to keep one. Whose saved cart it is, activates it. */
export async function replaceBySharedCart(context: CommandContext, token: string): Promise<Taken | undefined> {
  const link = await opened(context.tx, context, token);
  if (link === undefined) return undefined;
  const source = await getOrderRecord(context.tx, context.scope, link.orderId);
  if (isOwn(context, link) && source.stage === 'saved_cart') return { ...(await activateSaved(context, link.orderId)), left: [] };
  await lockCartOf(context);
  const cartId = await lockCartId(context);
  // It is in their cart already.
  if (cartId === link.orderId) return { cart: await viewOrder({ ...context, db: context.tx }, cartId), left: [], replaced: null };
  const replaced = context.actor.kind === 'customer' ? await putAside(context) : null;
  if (context.actor.kind !== 'customer' && cartId !== undefined) await deleteOrder(context, cartId);
  const target = await findOrMakeCart(context);
  const left = await copyLines(context, source, target);
  return { cart: await viewOrder({ ...context, db: context.tx }, target), left, replaced };
}

import { handOnKeys } from '../../../db/idempotency-store.ts';
import { type Acting, inTransaction, type Services } from '../../../db/transaction.ts';
import type { Actor, CommandContext } from '../../context.ts';
import { changeOrder } from '../../order/commands/change-order.ts';
import { copyLines } from '../../order/commands/copy-lines.ts';
import { deleteOrder } from '../../order/commands/delete-order.ts';
import { saveCart } from '../../order/commands/save-cart.ts';
import { getOrderRecord } from '../../order/queries/get-order.ts';
import { Refused } from '../../problem.ts';
import { deleteGuestCart, lockCartId, lockCartOf } from '../store/guest-carts.ts';

/**
 * What somebody put into the cart before they signed in comes along: as their cart when they have none, else added to it. Where the
 * two do not go together (more than is sold to one) it is kept as a saved cart. Signing in never fails by it. What the guest sent and
 * got no answer to is sent again by the customer, under its key, and counts once.
 */
export async function carryOver(services: Services, acting: Acting, guestId: string | undefined): Promise<void> {
  if (guestId === undefined || acting.actor.kind !== 'customer') return;
  try {
    await inTransaction(services, acting, (context) => move(context, guestId, merge));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await inTransaction(services, acting, (context) => move(context, guestId, keepAside));
  }
}

type Way = (context: CommandContext, guestCartId: string, cartId: string | undefined) => Promise<void>;

async function move(context: CommandContext, guestId: string, way: Way): Promise<void> {
  await lockCartOf(context);
  const { tx, scope } = context;
  const guest: Actor = { kind: 'guest', id: guestId, name: '', permissions: new Set() };
  // What the guest is just putting into it comes along too.
  await lockCartOf({ tx, scope, actor: guest });
  const guestCartId = await lockCartId({ tx, scope, actor: guest });
  await handOnKeys(tx, scope, guest, context.actor);
  if (guestCartId === undefined) return;
  await deleteGuestCart(context, guestId);
  await way(context, guestCartId, await lockCartId(context));
}

async function merge(context: CommandContext, guestCartId: string, cartId: string | undefined): Promise<void> {
  if (cartId === undefined) {
    await changeOrder(context, guestCartId, { customerId: context.actor.id });
    return;
  }
  const left = await copyLines(context, await getOrderRecord(context.tx, context.scope, guestCartId), cartId);
  // What is not sold to this customer stays where it says so.
  if (left.length > 0) await keepAside(context, guestCartId);
  else await deleteOrder(context, guestCartId);
}

async function keepAside(context: CommandContext, guestCartId: string): Promise<void> {
  await saveCart(context, guestCartId, 'Cart before signing in');
  await changeOrder(context, guestCartId, { customerId: context.actor.id });
}

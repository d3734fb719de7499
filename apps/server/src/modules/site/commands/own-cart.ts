import type { CommandContext } from '../../context.ts';
import { createCart } from '../../order/commands/create-cart.ts';
import { Problem } from '../../problem.ts';
import { lockCartId, lockCartOf, saveGuestCart } from '../store/guest-carts.ts';

/** The cart of whoever is here, under its lock; one is made when there is none. */
export async function findOrMakeCart(context: CommandContext): Promise<string> {
  await lockCartOf(context);
  const known = await lockCartId(context);
  if (known !== undefined) return known;
  const { actor } = context;
  const cart = await createCart(context, actor.kind === 'customer' ? actor.id : null);
  if (actor.kind === 'guest') await saveGuestCart(context, actor.id, cart.id);
  return cart.id;
}

/** The cart there is, under its lock; missing when nothing was put into one. */
export async function getCart(context: CommandContext): Promise<string> {
  const id = await lockCartId(context);
  if (id === undefined) throw new Problem('not_found');
  return id;
}

// Saved carts of the customer who is signed in (design "Carts"). Each command locks the cart before it looks at it.
import type { changeCartLine as changeCartLineBody, renameCart as renameCartBody } from '@backdesk/contract/site/requests.ts';
import type { Stage } from '@backdesk/domain/order/types.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { activateCart } from '../../order/commands/activate-cart.ts';
import { changeOrder } from '../../order/commands/change-order.ts';
import { copyLines, type LeftBehind } from '../../order/commands/copy-lines.ts';
import { deleteOrder } from '../../order/commands/delete-order.ts';
import { saveCart } from '../../order/commands/save-cart.ts';
import { undoRemoval } from '../../order/commands/undo-removal.ts';
import { getOrderRecord } from '../../order/queries/get-order.ts';
import { dayInShort } from '../day-in-short.ts';
import { lockCartId, lockCartOf } from '../store/guest-carts.ts';
import { lockOwnOrder } from '../store/own-orders.ts';
import { changeOwnLine, removeOwnLine } from './change-own-line.ts';
import { findOrMakeCart, getCart } from './own-cart.ts';
import { type SiteView, viewOrder } from './view-order.ts';

const saved = ['saved_cart'] as const satisfies readonly Stage[];
const handedIn = ['pending', 'submitted', 'approval_declined', 'canceled'] as const satisfies readonly Stage[];

const view = ({ tx, scope, actor }: CommandContext, id: string) => viewOrder({ db: tx, scope, actor }, id);

export async function saveOwnCart(context: CommandContext, name: string): Promise<{ readonly id: string; readonly name: string }> {
  const { id } = await saveCart(context, await getCart(context), name);
  return { id, name };
}

export type Activated = { readonly cart: SiteView; readonly replaced: { readonly id: string; readonly name: string } | null };

/** The saved cart becomes the cart. What was in the cart is kept as "Replaced on 23 Nov", which is the way back; an empty one goes. */
export async function activateSaved(context: CommandContext, id: string): Promise<Activated> {
  await lockCartOf(context);
  await lockOwnOrder(context, id, saved);
  const replaced = await putAside(context);
  await activateCart(context, id);
  return { cart: await view(context, id), replaced };
}

/** What is in the cart becomes a saved cart; an empty one goes. */
export async function putAside(context: CommandContext): Promise<Activated['replaced']> {
  const cartId = await lockCartId(context);
  if (cartId === undefined) return null;
  const { lines, name } = await getOrderRecord(context.tx, context.scope, cartId);
  if (lines.length === 0) {
    await deleteOrder(context, cartId);
    return null;
  }
  // One that was saved under a name before keeps it.
  const kept = await saveCart(context, cartId, name || `Replaced on ${dayInShort(context.account, context.now)}`);
  return { id: kept.id, name: kept.name };
}

export type Copied = { readonly cart: SiteView; readonly left: readonly LeftBehind[] };

export async function copySaved(context: CommandContext, id: string): Promise<Copied> {
  await lockOwnOrder(context, id, saved);
  return copyToCart(context, id);
}

/** A past order's products once more. */
export async function repeatToCart(context: CommandContext, id: string): Promise<Copied> {
  await lockOwnOrder(context, id, handedIn);
  return copyToCart(context, id);
}

/** The products of an order into the cart of whoever is here. */
export async function copyToCart(context: CommandContext, id: string): Promise<Copied> {
  const source = await getOrderRecord(context.tx, context.scope, id);
  const cartId = await findOrMakeCart(context);
  const left = await copyLines(context, source, cartId);
  return { cart: await view(context, cartId), left };
}

export async function deleteSaved(context: CommandContext, id: string): Promise<void> {
  await lockOwnOrder(context, id, saved);
  await deleteOrder(context, id);
}

export async function renameSaved(context: CommandContext, id: string, body: z.output<typeof renameCartBody>): Promise<SiteView> {
  await lockOwnOrder(context, id, saved);
  await changeOrder(context, id, body);
  return view(context, id);
}

export async function changeSavedLine(context: CommandContext, id: string, lineId: string, body: z.output<typeof changeCartLineBody>): Promise<SiteView> {
  await lockOwnOrder(context, id, saved);
  await changeOwnLine(context, id, lineId, body);
  return view(context, id);
}

export async function removeSavedLine(context: CommandContext, id: string, lineId: string, basedOn: number | undefined): Promise<SiteView> {
  await lockOwnOrder(context, id, saved);
  await removeOwnLine(context, id, lineId, basedOn);
  return view(context, id);
}

export async function undoRemovalInSaved(context: CommandContext, id: string, version: number): Promise<SiteView> {
  await lockOwnOrder(context, id, saved);
  await undoRemoval(context, id, version);
  return view(context, id);
}

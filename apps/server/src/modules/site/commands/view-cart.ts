import type { CommandContext, ReadContext } from '../../context.ts';
import { findCartId } from '../queries/find-cart.ts';
import { type SiteView, viewOrder } from './view-order.ts';

/** The cart of whoever is here; null: nothing was put into one yet. */
export async function viewCart(context: Pick<ReadContext, 'db' | 'scope' | 'actor'>): Promise<SiteView | null> {
  const id = await findCartId(context);
  return id === undefined ? null : viewOrder(context, id);
}

/** The same after a change, in its transaction. */
export function viewChangedCart({ tx, scope, actor }: CommandContext): Promise<SiteView | null> {
  return viewCart({ db: tx, scope, actor });
}

import type { CommandContext } from '../context.ts';
import { findLinkById, getOrderIdByLink } from '../estimate/queries/links.ts';
import { Problem } from '../problem.ts';
import { type LoadedOrder, loadOrderForUpdate } from './store/load-order.ts';

/** The order of the link that asks, under its lock. A link that was revoked while the request waited for it is gone like any other. */
export async function lockLinkedOrder(context: CommandContext): Promise<LoadedOrder> {
  const { tx, scope, actor } = context;
  const loaded = await loadOrderForUpdate(context, await getOrderIdByLink(tx, scope, actor.id));
  const link = await findLinkById(tx, scope, actor.id);
  if (link === undefined || link.revokedAt !== null) throw new Problem('estimate.gone', { detail: { why: 'revoked' } });
  return loaded;
}

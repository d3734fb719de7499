import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { findCartLink } from '../queries/cart-links.ts';
import { markCartLinkRevoked } from '../store/cart-links.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';

/** Ends a link to a saved cart; one that is revoked already stays so. */
export async function revokeCartLink(context: CommandContext, id: string): Promise<void> {
  const found = await findCartLink(context.tx, context.scope, id);
  if (found === undefined) throw new Problem('not_found');
  const loaded = await loadOrderForUpdate(context, found.orderId);
  const link = await findCartLink(context.tx, context.scope, id);
  if (link === undefined || link.revokedAt !== null) return;
  await markCartLinkRevoked(context, id);
  await saveOrder(context, loaded, loaded.record, [{ type: 'cart.share_revoked', data: { mailedTo: link.mailedTo ?? '' } }]);
}

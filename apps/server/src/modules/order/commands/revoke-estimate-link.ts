import type { CommandContext } from '../../context.ts';
import { endLink } from '../../estimate/commands/end-link.ts';
import { findLinkById } from '../../estimate/queries/links.ts';
import { Problem } from '../../problem.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';

/** Ends the address of a link for good; one that is ended already stays so. */
export async function revokeEstimateLink(context: CommandContext, id: string): Promise<void> {
  const found = await findLinkById(context.tx, context.scope, id);
  if (found === undefined) throw new Problem('not_found');
  const loaded = await loadOrderForUpdate(context, found.orderId);
  const link = await findLinkById(context.tx, context.scope, id);
  if (link === undefined || link.revokedAt !== null) return;
  await endLink(context, link);
  await saveOrder(context, loaded, loaded.record, [{ type: 'estimate.link_revoked', data: { recipient: link.recipient } }]);
}

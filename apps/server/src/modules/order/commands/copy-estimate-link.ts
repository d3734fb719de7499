import type { CommandContext } from '../../context.ts';
import { copyLink } from '../../estimate/commands/copy-link.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { getRevision } from './send-estimate.ts';

/** The address of the estimate page, to paste elsewhere. From now on the revision is out and never changes. */
export async function copyEstimateLink(context: CommandContext, orderId: string, revision: number): Promise<string> {
  const loaded = await loadOrderForUpdate(context, orderId);
  getRevision(loaded.record, revision);
  const url = await copyLink(context, orderId, revision);
  await saveOrder(context, loaded, loaded.record, [{ type: 'estimate.link_copied', data: { revision } }]);
  return url;
}

import type { CommandContext } from '../../context.ts';
import { cancelWaiting } from '../../outbox/commands/cancel-waiting.ts';
import type { LinkOfOrder } from '../queries/links.ts';
import { revokeLink } from '../store.ts';

/** Ends the address of a link; mail that would bring it to its person and has not left yet stays here. Call it under the order's lock. */
export async function endLink(context: CommandContext, { id, orderId, recipient }: LinkOfOrder): Promise<void> {
  await revokeLink(context, id);
  if (recipient.includes('@')) await cancelWaiting(context, orderId, recipient);
}

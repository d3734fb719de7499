import type { CommandContext } from '../../context.ts';
import { cancelHeld } from '../../outbox/commands/cancel-held.ts';
import { forgetSending } from '../store.ts';

/**
 * Takes back the mails of a revision that are still held, and what was noted of them; where nothing else let it out, the revision
 * is as unreleased as before. Answers whom it would have gone to; nobody: it has left.
 */
export async function takeBackSending(context: CommandContext, orderId: string, revision: number): Promise<readonly string[]> {
  const canceled = await cancelHeld(context, orderId, revision);
  if (canceled.length > 0) await forgetSending(context, { orderId, revision, mailIds: canceled.map(({ id }) => id) });
  return canceled.flatMap(({ recipients }) => recipients);
}

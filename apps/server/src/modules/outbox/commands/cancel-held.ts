import type { CommandContext } from '../../context.ts';
import { cancelHeldMails } from '../store.ts';

/** Takes back what was mailed about a revision and is still held. Answers the mails it was; none: all of it has left. */
export function cancelHeld({ tx, scope }: CommandContext, orderId: string, revision: number): ReturnType<typeof cancelHeldMails> {
  return cancelHeldMails(tx, scope, orderId, revision);
}

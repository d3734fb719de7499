import type { CommandContext } from '../../context.ts';
import { cancelWaitingMails } from '../store.ts';

/** Takes back what waits to bring somebody the link of their estimate: it opens nothing any more. */
export async function cancelWaiting({ tx, scope }: CommandContext, orderId: string, recipient: string): Promise<void> {
  await cancelWaitingMails(tx, scope, orderId, recipient);
}

import type { CommandContext } from '../../context.ts';
import { extendRevision as write } from '../store.ts';
import { lastSecondOf } from '../valid-until.ts';

/** Moves the day a revision ends; call it under the order's lock. */
export async function extendRevision(context: CommandContext, orderId: string, revision: number, validUntil: string): Promise<void> {
  await write(context, orderId, revision, { validUntil, expiresAt: lastSecondOf(validUntil, context.account.timeZone) });
}

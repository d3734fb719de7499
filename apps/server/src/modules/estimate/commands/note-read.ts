import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { findRevisionByLink } from '../queries/revisions.ts';
import { recordRead } from '../store.ts';

/**
 * Notes that whoever holds the link had the end of the lines before them: once for each revision, and never taken back. It decides nothing. One
 * that is not shown by the link any more is `not_found`: what was read then cannot be said of what is there now.
 */
export async function noteRead({ tx, scope, actor, now }: CommandContext, sha256: string): Promise<void> {
  const shown = await findRevisionByLink(tx, scope, actor.id);
  if (shown === undefined || shown.sha256.toString('hex') !== sha256) throw new Problem('not_found');
  await recordRead(tx, scope, { linkId: actor.id, orderId: shown.orderId, revision: shown.revision, at: now });
}

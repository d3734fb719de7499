import type { Announce } from '../../../db/live-channel.ts';
import { actorKey, type ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { listPlaces } from '../queries.ts';
import { removePresent } from '../store.ts';

/** This tab has left the order; said twice it is the same. */
export async function endPresence(
  { db, scope, actor }: ReadContext,
  announce: Announce,
  left: { readonly orderId: string; readonly tabId: string },
): Promise<void> {
  const [place] = await listPlaces(db, scope, [left.orderId]);
  if (place === undefined) throw new Problem('not_found');
  await removePresent(db, scope, { ...left, actor: actorKey(actor) });
  announce(scope.accountId, left.orderId);
}

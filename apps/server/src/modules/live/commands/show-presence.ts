import type { PresenceMessage } from '@backdesk/contract/live/schema.ts';
import type { Announce } from '../../../db/live-channel.ts';
import { actorKey, type ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { seenSince } from '../life.ts';
import { listPlaces, listPresent } from '../queries.ts';
import { markPresent } from '../store.ts';

/** This tab has the order open. Not a command of the order: nothing of it changes, and nobody needs a key to say it twice. */
export async function showPresence(
  { db, scope, actor, now }: ReadContext,
  announce: Announce,
  shown: { readonly orderId: string; readonly tabId: string; readonly lineId: string | null; readonly atCheckout: boolean },
): Promise<PresenceMessage> {
  const { orderId } = shown;
  const [place] = await listPlaces(db, scope, [orderId]);
  if (place === undefined) throw new Problem('not_found');
  const since = seenSince(now);
  const isNews = await markPresent(db, scope, { ...shown, actor: actorKey(actor), name: actor.name, at: now }, since);
  if (isNews) announce(scope.accountId, orderId);
  const [present] = await listPresent(db, [{ accountId: scope.accountId, orderId }], since);
  return { orderId, people: [...(present?.people ?? [])] };
}

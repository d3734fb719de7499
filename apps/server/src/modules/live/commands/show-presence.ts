import type { PresenceMessage } from '@backdesk/contract/live/schema.ts';
import type { Announce } from '../../../db/live-channel.ts';
import { actorKey, type ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { seenSince } from '../life.ts';
import { listPlaces, listPresent } from '../queries.ts';
import { markPresent } from '../store.ts';

export type Shown = { readonly orderId: string; readonly tabId: string; readonly lineId: string | null; readonly atCheckout: boolean };

/** Notes that a tab has an order open, and tells who follows it when that is news. */
export async function notePresent({ db, scope, actor, now }: ReadContext, announce: Announce, shown: Shown): Promise<void> {
  const isNews = await markPresent(db, scope, { ...shown, actor: actorKey(actor), name: actor.name, at: now }, seenSince(now));
  if (isNews) announce(scope.accountId, shown.orderId);
}

/** This tab has the order open. Not a command of the order: nothing of it changes, and nobody needs a key to say it twice. */
export async function showPresence(context: ReadContext, announce: Announce, shown: Shown): Promise<PresenceMessage> {
  const { db, scope, now } = context;
  const { orderId } = shown;
  const [place] = await listPlaces(db, scope, [orderId]);
  if (place === undefined) throw new Problem('not_found');
  await notePresent(context, announce, shown);
  const [present] = await listPresent(db, [{ accountId: scope.accountId, orderId }], seenSince(now));
  return { orderId, people: [...(present?.people ?? [])] };
}

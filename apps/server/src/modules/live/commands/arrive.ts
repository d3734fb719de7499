import type { Announce } from '../../../db/live-channel.ts';
import type { ReadContext } from '../../context.ts';
import { listPlaces } from '../queries.ts';
import { notePresent } from './show-presence.ts';

/** Whoever opens a stream has these orders open in these tabs. An order that is not there is left out, as the stream leaves it out. */
export async function arrive(context: ReadContext, announce: Announce, here: readonly { readonly orderId: string; readonly tabId: string }[]): Promise<void> {
  const places = await listPlaces(
    context.db,
    context.scope,
    here.map(({ orderId }) => orderId),
  );
  const known = new Set(places.map(({ orderId }) => orderId));
  for (const tab of here) if (known.has(tab.orderId)) await notePresent(context, announce, { ...tab, lineId: null, atCheckout: false });
}

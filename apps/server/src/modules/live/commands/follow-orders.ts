import { actorKey, type ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { Hub } from '../hub.ts';
import { openStream, type Wire } from '../open-stream.ts';
import { listPlaces, type Place } from '../queries.ts';

/** Streams of one person or key at once; a browser needs one. */
const mostStreams = 50;
const open = new Map<string, number>();

export type Asked = { readonly orders: readonly string[]; readonly cursor?: readonly string[] | undefined };

/** Follows orders from where the browser was, or from now on. An order that is not there is left out; none at all is not found. */
export async function followOrders(context: ReadContext, hub: Hub, asked: Asked, wire: Wire = { present: ({ data }) => data }) {
  const { db, scope, actor } = context;
  const who = actorKey(actor);
  if ((open.get(who) ?? 0) >= mostStreams) throw new Problem('request.rate_limited');
  const now = await listPlaces(db, scope, asked.orders);
  if (now.length === 0) throw new Problem('not_found');
  const before = new Map((asked.cursor ?? []).map(readPlace).map((place) => [place.orderId, place]));
  // A cursor from the future (a database that was restored) would wait for ever.
  const places = now.map((place) => {
    const known = before.get(place.orderId);
    return known !== undefined && known.version < place.version ? known : place;
  });
  open.set(who, (open.get(who) ?? 0) + 1);
  return counted(openStream(hub, scope, places, wire), who);
}

function readPlace(text: string): Place {
  const [orderId = '', position = ''] = text.split(':');
  const [version = '', index = ''] = position.split('.');
  return { orderId, version: Number(version), index: Number(index) };
}

/** The same stream, that counts as open until it ends or is left. */
function counted(stream: ReadableStream<Uint8Array>, who: string): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  let isOpen = true;
  const end = (): void => {
    if (isOpen) open.set(who, (open.get(who) ?? 1) - 1);
    if (open.get(who) === 0) open.delete(who);
    isOpen = false;
  };
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (!done) return controller.enqueue(value);
      end();
      controller.close();
    },
    cancel: async (reason) => {
      end();
      await reader.cancel(reason);
    },
  });
}

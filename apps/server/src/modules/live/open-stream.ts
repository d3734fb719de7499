// A follower as server-sent events. A browser that reads too slowly is let go: it comes back with its cursor.
import type { AccountScope } from '../context.ts';
import type { Hub, Message } from './hub.ts';
import type { Place } from './queries.ts';

/** Messages that may wait to be read. */
const mostWaiting = 1_000;
/** A line that says nothing, so that proxies leave the stream open. */
const quietMs = 15_000;
/** Then it ends, and the browser comes back and is asked again who it is. */
const longestMs = 10 * 60_000;

/** What a message says on this wire. */
export type Present = (message: Message) => object;

/** `holder`: a visitor of the site, by the name of actors. */
export type Wire = { readonly holder?: string; readonly present: Present };

export function openStream(hub: Hub, scope: AccountScope, places: readonly Place[], { holder, present }: Wire): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const textOf = (message: Message) => `id: ${message.cursor}\nevent: ${message.event}\ndata: ${JSON.stringify(present(message))}\n\n`;
  let leave = (): void => undefined;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const say = (text: string) => controller.enqueue(encoder.encode(text));
        const end = (): void => {
          leave();
          controller.close();
        };
        const unfollow = hub.follow(scope, places, {
          tell: (message) => {
            if ((controller.desiredSize ?? 0) < 1 - mostWaiting) return false;
            say(textOf(message));
            return true;
          },
          end,
          holder,
        });
        const quiet = setInterval(() => say(': still here\n\n'), quietMs);
        const longest = setTimeout(end, longestMs);
        quiet.unref();
        longest.unref();
        leave = () => {
          unfollow();
          clearInterval(quiet);
          clearTimeout(longest);
        };
        say('retry: 1000\n\n');
      },
      cancel: () => leave(),
    },
    { highWaterMark: 1 },
  );
}

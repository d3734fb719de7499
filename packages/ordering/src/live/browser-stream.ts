// One stream a browser, shared by its tabs: a browser opens six connections to a server and no more, and six tabs would
// leave none to work with. The tab that holds the lock holds the stream and passes on what it hears. Where a browser cannot
// share (an address without https), each tab has its own.
import { type Change, type LiveMessage, openEvents, type Presence } from './open-events.ts';

export type BrowserStream<C extends Change, P extends Presence> = {
  /** Hears what happens to an order after `version`. `tabId`: who opens the stream for it is there by that, in this tab. The answer ends it. */
  readonly follow: (orderId: string, version: number, listener: (message: LiveMessage<C, P>) => void, tabId?: string) => () => void;
};

type Told<C extends Change, P extends Presence> =
  | { readonly kind: 'want'; readonly tab: string; readonly places: readonly (readonly [string, string])[] }
  | { readonly kind: 'ask' }
  | { readonly kind: 'message'; readonly message: LiveMessage<C, P> };

/** A tab says again what it wants, so that one that was closed without a word is forgotten. */
const sayAgainMs = 60_000;
const forgetMs = 190_000;

const placeOf = (version: number) => `${version}.0`;
const versionOf = (place: string | undefined) => Number(place?.split('.')[0] ?? 0);

export function createBrowserStream<C extends Change, P extends Presence>(address: string): BrowserStream<C, P> {
  type Message = LiveMessage<C, P>;
  const listeners = new Map<string, Set<(message: Message) => void>>();
  const places = new Map<string, string>();
  /** Tabs of this page that arrive with the next stream that is opened. */
  const arriving = new Map<string, string>();
  const tab = crypto.randomUUID();
  const sharing = canShare() ? new BroadcastChannel(`backdesk ${address}`) : null;
  const wanted = new Map<string, { readonly orders: ReadonlySet<string>; readonly at: number }>();
  let isLeader = sharing === null;
  let close: (() => void) | undefined;
  let opened = '';

  function hear(message: Message): void {
    const { orderId } = message.data;
    if (message.event === 'change' && message.data.version > versionOf(places.get(orderId))) places.set(orderId, placeOf(message.data.version));
    for (const listener of listeners.get(orderId) ?? []) listener(message);
  }

  /** Opens the stream anew when another set of orders is wanted. Only the leader has one. */
  function reopen(): void {
    if (!isLeader) return;
    const now = Date.now();
    for (const [other, { at }] of wanted) if (now - at > forgetMs) wanted.delete(other);
    const orders = new Set([...listeners.keys(), ...[...wanted.values()].flatMap((want) => [...want.orders])]);
    const key = [...orders].toSorted().join();
    if (key === opened) return;
    close?.();
    opened = key;
    close =
      orders.size === 0
        ? undefined
        : openEvents<C, P>({
            address,
            places: () => new Map([...orders].map((orderId) => [orderId, places.get(orderId) ?? placeOf(1)])),
            here: () => {
              const here = document.visibilityState === 'visible' ? [...arriving].map(([orderId, tabId]) => `${orderId}:${tabId}`) : [];
              arriving.clear();
              return here;
            },
            onMessage: (message) => {
              sharing?.postMessage({ kind: 'message', message } satisfies Told<C, P>);
              hear(message);
            },
          });
  }

  function say(): void {
    sharing?.postMessage({
      kind: 'want',
      tab,
      places: [...listeners.keys()].map((orderId) => [orderId, places.get(orderId) ?? placeOf(1)] as const),
    } satisfies Told<C, P>);
  }

  function take(told: Told<C, P>): void {
    if (told.kind === 'message') hear(told.message);
    if (told.kind === 'ask') say();
    if (told.kind !== 'want') return;
    wanted.set(told.tab, { orders: new Set(told.places.map(([orderId]) => orderId)), at: Date.now() });
    for (const [orderId, place] of told.places) if (!places.has(orderId)) places.set(orderId, place);
    reopen();
  }

  if (sharing !== null) {
    sharing.onmessage = ({ data }: MessageEvent<Told<C, P>>) => take(data);
    setInterval(say, sayAgainMs);
    // Held until the tab is gone; then the next one in the queue is the leader.
    void navigator.locks.request(`backdesk ${address}`, () => {
      isLeader = true;
      sharing.postMessage({ kind: 'ask' } satisfies Told<C, P>);
      reopen();
      return new Promise(() => undefined);
    });
  }

  return {
    follow: (orderId, version, listener, tabId) => {
      if (tabId !== undefined) arriving.set(orderId, tabId);
      const known = listeners.get(orderId) ?? new Set();
      listeners.set(orderId, known.add(listener));
      if (version > versionOf(places.get(orderId))) places.set(orderId, placeOf(version));
      say();
      reopen();
      return () => {
        known.delete(listener);
        if (known.size > 0) return;
        listeners.delete(orderId);
        arriving.delete(orderId);
        say();
        reopen();
      };
    },
  };
}

function canShare(): boolean {
  return typeof BroadcastChannel !== 'undefined' && typeof navigator !== 'undefined' && 'locks' in navigator;
}

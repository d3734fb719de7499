// One stream of server-sent events that does not end: the browser resumes it by itself over a short break, and where it
// gives up (the server said no, or is not there) it is opened again from the last place.

/** What every message says, on the desk and on the site; the rest is each face's own. */
export type Change = { readonly orderId: string; readonly version: number };
export type Presence = { readonly orderId: string };
export type LiveMessage<C extends Change, P extends Presence> =
  | { readonly event: 'change'; readonly data: C }
  | { readonly event: 'presence'; readonly data: P };

/** `places`: by order id, how far it is known, as "version.index". */
export type EventsOptions<C extends Change, P extends Presence> = {
  readonly address: string;
  readonly places: () => ReadonlyMap<string, string>;
  /** Pairs of order and tab that are there by opening it: "order:tab". */
  readonly here: () => readonly string[];
  readonly onMessage: (message: LiveMessage<C, P>) => void;
};

const firstWaitMs = 1_000;
const lastWaitMs = 15_000;

export function openEvents<C extends Change, P extends Presence>({ address, places, here, onMessage }: EventsOptions<C, P>): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = firstWaitMs;
  const open = (): void => {
    const known = places();
    const cursor = [...known].map(([orderId, place]) => `${orderId}:${place}`).join(',');
    const there = here();
    const query = new URLSearchParams({ orders: [...known.keys()].join(','), cursor, ...(there.length > 0 && { here: there.join(',') }) });
    const opened = new EventSource(`${address}?${query}`);
    source = opened;
    opened.onopen = () => {
      waitMs = firstWaitMs;
    };
    opened.onerror = () => {
      if (opened.readyState !== EventSource.CLOSED) return; // it tries again by itself
      timer = setTimeout(open, waitMs);
      waitMs = Math.min(waitMs * 2, lastWaitMs);
    };
    opened.addEventListener('change', ({ data }) => onMessage({ event: 'change', data: JSON.parse(String(data)) as C }));
    opened.addEventListener('presence', ({ data }) => onMessage({ event: 'presence', data: JSON.parse(String(data)) as P }));
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

// One stream of server-sent events that does not end: the browser resumes it by itself over a short break, and where it
// gives up (the server said no, or is not there) it is opened again from the last place.
import type { ChangeMessage, PresenceMessage } from '@backdesk/contract/live/schema.ts';

export type LiveMessage = { readonly event: 'change'; readonly data: ChangeMessage } | { readonly event: 'presence'; readonly data: PresenceMessage };

/** `places`: by order id, how far it is known, as "version.index". */
export type EventsOptions = {
  readonly address: string;
  readonly places: () => ReadonlyMap<string, string>;
  readonly onMessage: (message: LiveMessage) => void;
};

const firstWaitMs = 1_000;
const lastWaitMs = 15_000;

export function openEvents({ address, places, onMessage }: EventsOptions): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = firstWaitMs;
  const open = (): void => {
    const known = places();
    const cursor = [...known].map(([orderId, place]) => `${orderId}:${place}`).join(',');
    const opened = new EventSource(`${address}?orders=${[...known.keys()].join(',')}&cursor=${encodeURIComponent(cursor)}`);
    source = opened;
    opened.onopen = () => {
      waitMs = firstWaitMs;
    };
    opened.onerror = () => {
      if (opened.readyState !== EventSource.CLOSED) return; // it tries again by itself
      timer = setTimeout(open, waitMs);
      waitMs = Math.min(waitMs * 2, lastWaitMs);
    };
    opened.addEventListener('change', ({ data }) => onMessage({ event: 'change', data: JSON.parse(String(data)) as ChangeMessage }));
    opened.addEventListener('presence', ({ data }) => onMessage({ event: 'presence', data: JSON.parse(String(data)) as PresenceMessage }));
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

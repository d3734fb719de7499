// A cart on the screen moves with what the store does to it: something is announced, the cart is read again by the customer's own route.
import type { SiteChange, SitePresence } from '@backdesk/contract/site/live.ts';
import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { type BrowserStream, createBrowserStream } from '@backdesk/ordering/live/browser-stream.ts';
import { showPresence } from '@backdesk/ordering/live/show-presence.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from './api.ts';
import { cartChanges } from './cart-changes.ts';

const tabId = crypto.randomUUID();
let stream: BrowserStream<SiteChange, SitePresence> | undefined;

export type LiveCart = {
  /** What the store changed while it was looked at, until that was read. */
  readonly changes: readonly string[];
  readonly dismiss: () => void;
  /** The total before what the store changed and nobody has read yet; null: there is nothing unread. */
  readonly totalBefore: SiteOrder['totals']['total'] | null;
  /** Somebody of the store has it open; `lines`: those they are in. */
  readonly isStoreHere: boolean;
  readonly storeLines: ReadonlySet<string>;
};

type Followed = {
  readonly cart: SiteOrder;
  /** Reads it again and shows it; answers what it is now. null: it is the customer's no longer. */
  readonly read: () => Promise<SiteOrder | null>;
  readonly atCheckout?: boolean;
};

type Unread = { readonly changes: readonly string[]; readonly totalBefore: SiteOrder['totals']['total'] };

const none: readonly string[] = [];
const ownAnswerMs = 80;
const nobody: SitePresence['people'] = [];

/** Follows a cart or saved cart while its page is open, and says that we are here. */
export function useLiveCart({ cart, read, atCheckout = false }: Followed): LiveCart {
  const format = useFormat();
  const queryClient = useQueryClient();
  const [unread, setUnread] = useState<Unread | null>(null);
  const [people, setPeople] = useState(nobody);
  const { id } = cart;
  const latest = useRef({ cart, read, format });
  latest.current = { cart, read, format };

  useEffect(() => {
    // A browser of the tests has no event streams.
    if (typeof EventSource === 'undefined') return;
    stream ??= createBrowserStream('/api/site/v1/events');
    let isOver = false;
    let isReading = false;
    let newest: SiteChange | undefined;
    let byStore = false;
    async function catchUp(): Promise<void> {
      isReading = true;
      for (let message = newest; message !== undefined && !isOver; message = newest) {
        // Before anything is waited for: what is announced meanwhile is looked at next.
        newest = undefined;
        // Our own answer is about to come: it says the same as the message, and is not read twice.
        if (queryClient.isMutating() > 0) await new Promise((resolve) => setTimeout(resolve, ownAnswerMs));
        const before = latest.current.cart;
        if (message.version <= before.version) continue;
        const isTold = byStore;
        byStore = false;
        const after = await latest.current.read().catch(() => null);
        if (after === null || isOver || !isTold) continue;
        const said = cartChanges(before, after, latest.current.format);
        if (said.length > 0) setUnread((known) => ({ changes: said, totalBefore: known?.totalBefore ?? before.totals.total }));
      }
      isReading = false;
    }
    const unfollow = stream.follow(id, latest.current.cart.version, (message) => {
      if (message.event === 'presence') return setPeople(message.data.people);
      newest = message.data;
      byStore ||= message.data.by === 'store';
      if (!isReading) void catchUp();
    });
    return () => {
      isOver = true;
      unfollow();
    };
  }, [id, queryClient]);

  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const params = { id };
    return showPresence({
      show: (lineId) => api.showOwnPresence({ params, body: { tabId, lineId, atCheckout } }),
      leave: () => api.endOwnPresence({ params: { ...params, tabId } }, { keepalive: true }),
    });
  }, [id, atCheckout]);

  const store = people.filter(({ who }) => who === 'store');
  return {
    changes: unread?.changes ?? none,
    totalBefore: unread?.totalBefore ?? null,
    dismiss: () => setUnread(null),
    isStoreHere: store.length > 0,
    storeLines: new Set(store.flatMap(({ lineId }) => lineId ?? [])),
  };
}

// A cart on the screen moves with what the store does to it: something is announced, the cart is read again by the customer's own route.

import type { Order } from '@backdesk/contract/order/order.ts';
import type { SiteChange, SitePresence } from '@backdesk/contract/site/live.ts';
import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { type BrowserStream, createBrowserStream } from '@backdesk/ordering/live/browser-stream.ts';
import { ownAnswer } from '@backdesk/ordering/live/follow-order.ts';
import { type ShownPresence, showPresence } from '@backdesk/ordering/live/show-presence.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from './api.ts';
import { asOrder } from './as-order.ts';
import { partChanges, totalChange } from './cart-changes.ts';

const tabId = crypto.randomUUID();
let stream: BrowserStream<SiteChange, SitePresence> | undefined;

export type LiveCart = {
  /** What the store changed while it was looked at, until that was read. */
  readonly changes: readonly string[];
  readonly dismiss: () => void;
  /** The total before what the store changed and nobody has read yet; null: there is nothing unread. */
  readonly totalBefore: Order['totals']['total'] | null;
  /** The version before it; null: there is nothing unread. */
  readonly versionBefore: number | null;
  /** Says what was changed from one to the other, where that was learned without the stream; false: nothing that is to be seen. */
  readonly told: (step: Pick<Step, 'from' | 'before' | 'after'>) => boolean;
  /** Somebody of the store has it open; `lines`: those they are in. */
  readonly isStoreHere: boolean;
  readonly storeLines: ReadonlySet<string>;
};

type Followed = {
  readonly editor: OrderEditor;
  /** Reads it again; null: it is the customer's no longer. */
  readonly read: () => Promise<SiteOrder | null>;
  readonly atCheckout?: boolean;
};

/** What stood on the screen, with what is unsent in it, before and after the store's answer led from one version to another. */
type Step = { readonly from: number; readonly to: number; readonly before: Order; readonly after: Order };

type Money = Order['totals']['total'];
type Unread = { readonly parts: readonly string[]; readonly versionBefore: number; readonly totalBefore: Money; readonly totalNow: Money };

const none: readonly string[] = [];
/** Messages come within seconds of the answer that holds what they tell of. */
const stepsKept = 20;
const nobody: SitePresence['people'] = [];

/** Follows a cart or saved cart while its page is open, and says that we are here. */
export function useLiveCart({ editor, read, atCheckout = false }: Followed): LiveCart {
  const format = useFormat();
  const [unread, setUnread] = useState<Unread | null>(null);
  const [people, setPeople] = useState(nobody);
  const { id } = editor.getState().confirmed;
  const there = useRef(nobody);
  const presence = useRef<ShownPresence | null>(null);
  const latest = useRef({ read, format });
  latest.current = { read, format };
  const told = useCallback(({ from, before, after }: Pick<Step, 'from' | 'before' | 'after'>) => {
    const said = partChanges(before, after, latest.current.format);
    const [totalBefore, totalNow] = [before.totals.total, after.totals.total];
    if (said.length === 0 && totalBefore.amount === totalNow.amount) return false;
    // What was told before and nobody has read stays beside it.
    setUnread((known) =>
      known === null
        ? { parts: said, versionBefore: from, totalBefore, totalNow }
        : { ...known, parts: [...known.parts.filter((part) => !said.includes(part)), ...said], totalNow },
    );
    return true;
  }, []);

  useEffect(() => {
    // A browser of the tests has no event streams.
    if (typeof EventSource === 'undefined') return;
    stream ??= createBrowserStream('/api/site/v1/events');
    let isOver = false;
    let isReading = false;
    let newest: SiteChange | undefined;
    // What the store changed comes by the message, or before it with the answer to something of our own.
    let steps: readonly Step[] = [];
    let last = editor.getState();
    const unsubscribe = editor.subscribe(() => {
      const next = editor.getState();
      const [from, to] = [last.confirmed.version, next.confirmed.version];
      if (to > from) steps = [...steps, { from, to, before: last.shown, after: next.shown }].slice(-stepsKept);
      last = next;
    });
    function tell(version: number): void {
      const step = steps.find(({ from, to }) => from < version && version <= to);
      if (step === undefined) return;
      steps = steps.filter((other) => other !== step);
      told(step);
    }
    async function catchUp(): Promise<void> {
      isReading = true;
      for (let message = newest; message !== undefined && !isOver; message = newest) {
        // Before anything is waited for: what is announced meanwhile is looked at next.
        newest = undefined;
        await ownAnswer(editor, message.version);
        if (message.version > editor.getState().confirmed.version) {
          const now = await latest.current.read().catch(() => null);
          if (now !== null) editor.receive(asOrder(now));
        }
        if (isOver) break;
        if (message.by === 'store') tell(message.version);
      }
      isReading = false;
    }
    const unfollow = stream.follow(id, editor.getState().confirmed.version, (message) => {
      if (message.event === 'presence') {
        there.current = message.data.people;
        presence.current?.hear(there.current.map((each) => each.tabId));
        return setPeople(there.current);
      }
      // Of several at once the newest is read; that one of them was the store's is not forgotten over it.
      newest = { ...message.data, by: newest?.by === 'store' ? 'store' : message.data.by };
      if (!isReading) void catchUp();
    });
    return () => {
      isOver = true;
      unsubscribe();
      unfollow();
    };
  }, [id, editor, told]);

  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const params = { id };
    const shown = showPresence(
      {
        show: (lineId) => api.showOwnPresence({ params, body: { tabId, lineId, atCheckout } }),
        leave: () => api.endOwnPresence({ params: { ...params, tabId } }, { keepalive: true }),
      },
      // The desk holds an order back while its customer is at checkout.
      { tabId, isAlwaysSaid: atCheckout },
    );
    presence.current = shown;
    shown.hear(there.current.map((each) => each.tabId));
    return () => {
      presence.current = null;
      shown.end();
    };
  }, [id, atCheckout]);

  const changes = unread === null ? none : [...unread.parts, ...totalChange(unread.totalBefore, unread.totalNow, format)];
  // A total that came back to where it was leaves nothing to read.
  const open = changes.length === 0 ? null : unread;
  const store = people.filter(({ who }) => who === 'store');
  return {
    changes,
    totalBefore: open?.totalBefore ?? null,
    versionBefore: open?.versionBefore ?? null,
    told,
    dismiss: () => setUnread(null),
    isStoreHere: store.length > 0,
    storeLines: new Set(store.flatMap(({ lineId }) => lineId ?? [])),
  };
}

// Who follows which order in this process, and what they are told. One look at the database for all of them when something
// is announced, and one every five seconds for what was not: a lost notification is a delay.
import type { ChangeMessage, PresenceMessage } from '@backdesk/contract/live/schema.ts';
import type { Listening } from '../../db/live-channel.ts';
import type { Database } from '../../db/pool.ts';
import type { AccountScope } from '../context.ts';
import { seenSince } from './life.ts';
import { type Followed, type Happened, listHappened, listHolders, listPresent, type Place } from './queries.ts';

export type Message =
  | { readonly event: 'change'; readonly cursor: string; readonly data: ChangeMessage }
  | { readonly event: 'presence'; readonly cursor: string; readonly data: PresenceMessage };

/** Takes a message; false: it cannot take more, and is followed no longer. */
export type Tell = (message: Message) => boolean;

export type Hub = {
  /** Tells of what happens after these places. The answer ends it. */
  readonly follow: (scope: AccountScope, places: readonly Place[], follower: Pick<Follower, 'tell' | 'end' | 'holder'>) => () => void;
  /** Ends all streams: their browsers come back to whoever is there. */
  readonly close: () => Promise<void>;
};

export type HubOptions = {
  readonly db: Database;
  readonly now: () => Date;
  readonly listen: (heard: (accountId: string, orderId: string) => void) => Listening;
  readonly onError: (error: unknown) => void;
  /** How often it looks at what nobody announced. */
  readonly sweepMs?: number;
};

type Follower = {
  readonly accountId: string;
  readonly tell: Tell;
  readonly end: () => void;
  /** A visitor of the site: told of an order while it is theirs, and once that it is not any more. undefined: staff. */
  readonly holder?: string | undefined;
  readonly places: Map<string, Place>;
  /** What was last told of who is in an order. */
  readonly people: Map<string, string>;
};

type Holders = ReadonlyMap<string, readonly string[]>;

export function createHub({ db, now, listen, onError, sweepMs = 5_000 }: HubOptions): Hub {
  const followers = new Set<Follower>();
  const moved = new Set<string>();
  let listening: Listening | undefined;
  let sweep: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;

  const keyOf = (accountId: string, orderId: string) => `${accountId}:${orderId}`;

  function heard(accountId: string, orderId: string): void {
    moved.add(keyOf(accountId, orderId));
    looking ??= look();
  }

  function lookAtAll(): void {
    for (const { accountId, places } of followers) for (const orderId of places.keys()) heard(accountId, orderId);
  }

  async function look(): Promise<void> {
    // What is announced in the same turn is looked at together.
    await Promise.resolve();
    while (moved.size > 0) {
      const orders = followedOf([...moved]);
      moved.clear();
      if (orders.length === 0) continue;
      try {
        const happened = await listHappened(db, orders);
        const holders = await holdersOf(orders);
        const from = new Map(orders.map(({ accountId, orderId, version }) => [keyOf(accountId, orderId), version]));
        for (const one of happened) tellChange(one, from.get(keyOf(one.accountId, one.orderId)) ?? 0, holders);
        await tellPresence(orders, holders);
        // There was more than one look holds.
        if (happened.length === 1_000) for (const { accountId, orderId } of orders) moved.add(keyOf(accountId, orderId));
      } catch (error) {
        onError(error); // the next sweep looks again
      }
    }
    // In the same turn as the last glance at what moved: what is heard later finds nobody looking.
    looking = undefined;
  }

  /** Whose the orders are; asked only where somebody of the site follows one. */
  async function holdersOf(orders: readonly Followed[]): Promise<Holders> {
    const wanted = new Set(orders.map(({ accountId, orderId }) => keyOf(accountId, orderId)));
    const isWanted = ({ accountId, holder, places }: Follower) => holder !== undefined && [...places.keys()].some((id) => wanted.has(keyOf(accountId, id)));
    if (![...followers].some(isWanted)) return new Map();
    return new Map((await listHolders(db, orders)).map(({ accountId, orderId, holders }) => [keyOf(accountId, orderId), holders]));
  }

  const isTheirs = ({ accountId, holder }: Follower, orderId: string, holders: Holders) =>
    holder === undefined || holders.get(keyOf(accountId, orderId))?.includes(holder) === true;

  /** The orders that somebody here follows, from the earliest place of any of them. */
  function followedOf(keys: readonly string[]): readonly Followed[] {
    const wanted = new Set(keys);
    const found = new Map<string, Followed>();
    for (const { accountId, places } of followers) {
      for (const { orderId, version } of places.values()) {
        const key = keyOf(accountId, orderId);
        if (!wanted.has(key)) continue;
        const before = found.get(key);
        if (before === undefined || version < before.version) found.set(key, { accountId, orderId, version });
      }
    }
    return [...found.values()];
  }

  /** `from`: the version the look began after. Who came during it from an earlier place waits for the look of their own, and misses nothing. */
  function tellChange({ accountId, orderId, version, index, actor, actorName, at, types }: Happened, from: number, holders: Holders): void {
    for (const follower of [...followers]) {
      const place = follower.places.get(orderId);
      if (follower.accountId !== accountId || place === undefined || version <= place.version || place.version < from) continue;
      follower.places.set(orderId, { orderId, version, index });
      const data: ChangeMessage = { orderId, version, by: { person: actor, name: actorName }, at: at.toISOString(), types: [...types] };
      tell(follower, { event: 'change', cursor: cursorOf(follower), data });
      if (!isTheirs(follower, orderId, holders)) follower.places.delete(orderId);
    }
  }

  async function tellPresence(orders: readonly Followed[], holders: Holders): Promise<void> {
    const present = await listPresent(db, orders, seenSince(now()));
    const peopleIn = new Map(present.map(({ accountId, orderId, people }) => [keyOf(accountId, orderId), people]));
    for (const { accountId, orderId } of orders) {
      const people = peopleIn.get(keyOf(accountId, orderId)) ?? [];
      const text = JSON.stringify(people);
      for (const follower of [...followers]) {
        if (follower.accountId !== accountId || !follower.places.has(orderId) || (follower.people.get(orderId) ?? '[]') === text) continue;
        // Who came while this look was on its way waits for their own.
        if (!isTheirs(follower, orderId, holders)) continue;
        follower.people.set(orderId, text);
        tell(follower, { event: 'presence', cursor: cursorOf(follower), data: { orderId, people: [...people] } });
      }
    }
  }

  const cursorOf = ({ places }: Follower) => [...places.values()].map(({ orderId, version, index }) => `${orderId}:${version}.${index}`).join(',');

  function tell(follower: Follower, message: Message): void {
    if (follower.tell(message)) return;
    leave(follower);
    follower.end();
  }

  function leave(follower: Follower): void {
    followers.delete(follower);
    if (followers.size > 0) return;
    clearInterval(sweep);
    sweep = undefined;
  }

  return {
    follow: (scope, places, { tell: take, end, holder }) => {
      const { accountId } = scope;
      const follower: Follower = { accountId, tell: take, end, holder, places: new Map(places.map((place) => [place.orderId, place])), people: new Map() };
      followers.add(follower);
      listening ??= listen(heard);
      sweep ??= setInterval(lookAtAll, sweepMs);
      sweep.unref();
      // What happened between the place and now, and who is there.
      for (const { orderId } of places) heard(accountId, orderId);
      return () => leave(follower);
    },
    close: async () => {
      for (const follower of [...followers]) {
        leave(follower);
        follower.end();
      }
      await looking;
      await listening?.close();
      listening = undefined;
    },
  };
}

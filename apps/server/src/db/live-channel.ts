// How processes tell each other that something happened to an order: `pg_notify` with ids only, and whoever listens reads
// the rest from the database. A lost notification costs a delay, never a change: the hub looks again every few seconds.
import { sql } from 'kysely';
import { Client } from 'pg';
import type { Database } from './pool.ts';

const channel = 'backdesk_orders';
const gatheredMs = 20;
/** A payload may have 8,000 bytes; two ids have 73. */
const inOnePayload = 100;

/** Tells all processes that an order changed, or who is in it. Not waited for, and never fails. */
export type Announce = (accountId: string, orderId: string) => void;

/** Gathers what is announced within 20 ms, so that a busy server sends fifty notifications a second at most. */
export function createAnnouncer(db: Database): Announce {
  const gathered = new Set<string>();
  const send = async (): Promise<void> => {
    const all = [...gathered];
    gathered.clear();
    for (let at = 0; at < all.length; at += inOnePayload) {
      await sql`select pg_notify(${channel}, ${all.slice(at, at + inOnePayload).join(',')})`.execute(db);
    }
  };
  return (accountId, orderId) => {
    if (gathered.size === 0) setTimeout(() => void send().catch(() => undefined), gatheredMs).unref();
    gathered.add(`${accountId}:${orderId}`);
  };
}

export type Listening = { readonly close: () => Promise<void> };

/** Hears what any process announces, on a connection of its own; after a break it connects again, at most a second later. */
export function openListener(url: string, heard: (accountId: string, orderId: string) => void): Listening {
  let client: Client | undefined;
  let isClosed = false;
  let again: NodeJS.Timeout | undefined;
  const retry = (): void => {
    client = undefined;
    if (isClosed || again !== undefined) return;
    again = setTimeout(() => {
      again = undefined;
      void connect();
    }, 1_000);
    again.unref();
  };
  const connect = async (): Promise<void> => {
    const opened = new Client({ connectionString: url, application_name: 'backdesk live', keepAlive: true, connectionTimeoutMillis: 5_000 });
    client = opened;
    opened.on('error', retry);
    opened.on('end', retry);
    opened.on('notification', ({ payload = '' }) => {
      for (const pair of payload.split(',')) {
        const [accountId, orderId] = pair.split(':');
        if (accountId !== undefined && orderId !== undefined) heard(accountId, orderId);
      }
    });
    try {
      await opened.connect();
      await opened.query(`listen ${channel}`);
    } catch {
      await opened.end().catch(() => undefined);
      retry();
    }
  };
  void connect();
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(again);
      await client?.end().catch(() => undefined);
    },
  };
}

import type { PresentPerson } from '@backdesk/contract/live/schema.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';

type Db = Kysely<Tables>;

/** How far somebody has followed an order: the version and the index of the last event they were told of. */
export type Place = { readonly orderId: string; readonly version: number; readonly index: number };

/** Where orders of the account stand now; deleted and unknown ones are missing. The stream relies on it to follow no other account's. */
export async function listPlaces(db: Db, scope: AccountScope, orderIds: readonly string[]): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`
    select o.id "orderId", o.version,
      coalesce((select max(e.index) from events e where e.account_id = o.account_id and e.subject_id = o.id and e.version = o.version), 0) index
    from orders o where o.account_id = ${scope.accountId} and o.id = any(${orderIds}::uuid[]) and o.deleted_at is null`.execute(db);
  return rows;
}

/** One command's events of an order. */
export type Happened = Place & {
  readonly accountId: string;
  readonly actor: string;
  readonly actorName: string;
  readonly at: Date;
  readonly types: readonly string[];
};

export type Followed = { readonly accountId: string; readonly orderId: string; readonly version: number };

/** What happened to orders after the versions given, the oldest first; at most 1,000, the rest the next time. */
export async function listHappened(db: Db, followed: readonly Followed[]): Promise<readonly Happened[]> {
  const { rows } = await sql<Happened>`
    select e.account_id "accountId", e.subject_id "orderId", e.version, max(e.index) index, min(e.actor) actor, min(e.actor_name) "actorName",
      min(e.at) at, array_agg(e.type order by e.index) types
    from jsonb_to_recordset(${JSON.stringify(followed)}::jsonb) f ("accountId" uuid, "orderId" uuid, version integer)
    join events e on e.account_id = f."accountId" and e.subject_id = f."orderId" and e.version > f.version
    group by e.account_id, e.subject_id, e.version order by e.version limit 1000`.execute(db);
  return rows;
}

export type Held = Pick<Followed, 'accountId' | 'orderId'> & { readonly holders: readonly string[] };

/**
 * Whose these orders are on the site, as actors are called ("customer:…", "guest:…"): a cart, a saved cart or what was ordered. A draft
 * or an estimate is staff's, whoever it is for, and a deleted order nobody's.
 */
export async function listHolders(db: Db, orders: readonly Pick<Followed, 'accountId' | 'orderId'>[]): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    select o.account_id "accountId", o.id "orderId", array_remove(array[
      case when o.stage in ('cart', 'saved_cart', 'pending', 'submitted', 'approval_declined', 'canceled') then 'customer:' || o.customer_id end,
      case when o.stage = 'cart' then (select 'guest:' || g.guest_id from guest_carts g
        where g.account_id = o.account_id and g.order_id = o.id limit 1) end], null) holders
    from jsonb_to_recordset(${JSON.stringify(orders)}::jsonb) f ("accountId" uuid, "orderId" uuid)
    join orders o on o.account_id = f."accountId" and o.id = f."orderId" and o.deleted_at is null`.execute(db);
  return rows;
}

export type Present = { readonly accountId: string; readonly orderId: string; readonly people: readonly PresentPerson[] };

/** Who has these orders open, seen since `since`; by name. An order that nobody has open is missing. */
export async function listPresent(db: Db, orders: readonly Pick<Followed, 'accountId' | 'orderId'>[], since: Date): Promise<readonly Present[]> {
  const { rows } = await sql<Present>`
    select p.account_id "accountId", p.order_id "orderId",
      json_agg(json_build_object('tabId', p.tab_id, 'person', p.actor, 'name', p.name, 'lineId', p.line_id, 'atCheckout', p.at_checkout) order by p.name, p.tab_id) people
    from jsonb_to_recordset(${JSON.stringify(orders)}::jsonb) f ("accountId" uuid, "orderId" uuid)
    join order_presence p on p.account_id = f."accountId" and p.order_id = f."orderId" and p.seen_at > ${since}
      -- A sign of life of later was given before the clock was set back.
      and p.seen_at <= ${since}::timestamptz + interval '30 seconds'
    group by p.account_id, p.order_id`.execute(db);
  return rows;
}

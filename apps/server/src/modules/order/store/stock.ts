// Stock is reserved at submission, one reservation a stocked variant. Rows are locked in the order of their ids, so that
// two orders of the same goods wait for each other instead of ending in a deadlock, and the last unit is sold once.
import { sql } from 'kysely';
import { fewRows } from '../../../db/few-rows.ts';
import type { CommandContext } from '../../context.ts';

type Context = Pick<CommandContext, 'tx' | 'scope' | 'now'>;

export type StockLevel = { readonly variantId: string; readonly available: number; readonly allowsBackorder: boolean };

/** The levels of those variants whose stock is tracked, locked until the transaction ends. */
export async function lockStock({ tx, scope }: Context, variantIds: readonly string[]): Promise<ReadonlyMap<string, StockLevel>> {
  if (variantIds.length === 0) return new Map();
  // A tracked variant without a row has none of it; the row is made first, because only a row can be locked.
  await sql`
    insert into stock_levels (account_id, variant_id)
    select v.account_id, v.id from variants v
    where v.account_id = ${scope.accountId} and v.id = any(${variantIds}::uuid[]) and v.tracks_stock
      and not exists (select from stock_levels s where s.account_id = v.account_id and s.variant_id = v.id)
    order by v.id on conflict do nothing`.execute(tx);
  const { rows } = await sql<StockLevel>`
    select s.variant_id "variantId", s.on_hand - s.reserved available, v.allows_backorder "allowsBackorder"
    from stock_levels s join variants v on v.account_id = s.account_id and v.id = s.variant_id
    where s.account_id = ${scope.accountId} and s.variant_id = any(${variantIds}::uuid[]) and v.tracks_stock
    order by s.variant_id for update of s`.execute(tx);
  return new Map(rows.map((row) => [row.variantId, row]));
}

export type Reservation = { readonly variantId: string; readonly quantity: number; readonly backordered: number };

/** Takes the quantities from the locked levels. The condition says again what the check decided: no unit is sold twice. */
export async function reserveStock({ tx, scope, now }: Context, orderId: string, reservations: readonly Reservation[]): Promise<void> {
  if (reservations.length === 0) return;
  const { rows } = await sql<{ readonly taken: number }>`
    with level as (
      update stock_levels s set reserved = s.reserved + item.quantity
      from ${fewRows(reservations, '"variantId" uuid, quantity integer, backordered integer')} item, variants v
      where s.account_id = ${scope.accountId} and s.variant_id = item."variantId"
        and v.account_id = s.account_id and v.id = s.variant_id and (v.allows_backorder or s.on_hand - s.reserved >= item.quantity)
      returning s.variant_id, item.quantity, item.backordered),
    reservation as (
      insert into stock_reservations (account_id, order_id, variant_id, quantity, backordered, created_at)
      select ${scope.accountId}::uuid, ${orderId}::uuid, variant_id, quantity, backordered, ${now}::timestamptz from level
      on conflict (account_id, order_id, variant_id) do update
        set quantity = excluded.quantity, backordered = excluded.backordered, created_at = excluded.created_at, released_at = null, shipped = 0)
    select count(*)::integer taken from level`.execute(tx);
  if (rows[0]?.taken !== reservations.length) throw new Error('Stock moved under its lock.');
}

/** Gives back what the order holds. */
export async function releaseStock(context: Context, orderId: string): Promise<void> {
  await moveReserved(context, orderId, 'release');
}

/** Takes again what the order held before it was released. */
export async function reserveAgain(context: Context, orderId: string): Promise<void> {
  await moveReserved(context, orderId, 'reserve');
}

async function moveReserved({ tx, scope, now }: Context, orderId: string, direction: 'release' | 'reserve'): Promise<void> {
  const isRelease = direction === 'release';
  const { rows } = await sql<{ readonly variantId: string }>`
    select variant_id "variantId" from stock_reservations
    where account_id = ${scope.accountId} and order_id = ${orderId} and (released_at is null) = ${isRelease}::boolean`.execute(tx);
  if (rows.length === 0) return;
  await sql`select from stock_levels where account_id = ${scope.accountId} and variant_id = any(${rows.map((row) => row.variantId)}::uuid[])
    order by variant_id for update`.execute(tx);
  await sql`
    with held as (
      update stock_reservations set released_at = ${isRelease ? now : null}::timestamptz
      where account_id = ${scope.accountId} and order_id = ${orderId} and (released_at is null) = ${isRelease}::boolean
      returning variant_id, quantity - shipped as quantity)
    update stock_levels s set reserved = s.reserved + ${isRelease ? -1 : 1}::integer * held.quantity
    from held where s.account_id = ${scope.accountId} and s.variant_id = held.variant_id`.execute(tx);
}

export type StockMove = { readonly variantId: string; readonly quantity: number };

/** Pieces of the order leave: they are no longer on hand, nor held for it. Of what is not counted nothing moves. */
export async function shipStock(context: Context, orderId: string, moves: readonly StockMove[]): Promise<void> {
  await moveShipped(context, orderId, moves, 1);
}

/** They did not leave after all. */
export async function returnStock(context: Context, orderId: string, moves: readonly StockMove[]): Promise<void> {
  await moveShipped(context, orderId, moves, -1);
}

async function moveShipped({ tx, scope }: Context, orderId: string, moves: readonly StockMove[], direction: 1 | -1): Promise<void> {
  if (moves.length === 0) return;
  await sql`select from stock_levels where account_id = ${scope.accountId} and variant_id = any(${moves.map(({ variantId }) => variantId)}::uuid[])
    order by variant_id for update`.execute(tx);
  await sql`
    with held as (
      update stock_reservations r set shipped = r.shipped + ${direction}::integer * move.quantity
      from ${fewRows(moves, '"variantId" uuid, quantity integer')} move
      where r.account_id = ${scope.accountId} and r.order_id = ${orderId} and r.variant_id = move."variantId" and r.released_at is null
      returning r.variant_id, move.quantity)
    update stock_levels s set on_hand = s.on_hand - ${direction}::integer * held.quantity, reserved = s.reserved - ${direction}::integer * held.quantity
    from held where s.account_id = ${scope.accountId} and s.variant_id = held.variant_id`.execute(tx);
}

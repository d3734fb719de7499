import type { Address } from '@backdesk/domain/order/types.ts';
import { type Kysely, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { Problem } from '../../problem.ts';

type Db = Kysely<Tables>;

export type PickupPlaceRow = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly address: Address;
  readonly hours: string;
  readonly active: boolean;
};

const columns = ['id', 'version', 'name', 'address', 'hours', 'active'] as const;
const rowOf = (row: Omit<PickupPlaceRow, 'address'> & { readonly address: unknown }): PickupPlaceRow => ({ ...row, address: row.address as Address });

/** By name. */
export async function listPickupPlaces(db: Db, scope: AccountScope, query: { readonly cursor?: string | undefined; readonly limit: number }) {
  let select = db.selectFrom('pickup_places').select(columns).where('account_id', '=', scope.accountId);
  if (query.cursor !== undefined) {
    const [name, id] = decodeCursor(query.cursor, ['text', 'uuid']);
    select = select.where(sql<boolean>`(lower(name), id) > (${name}, ${id})`);
  }
  const rows = await select
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return { rows: shown.map(rowOf), nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([last.name.toLowerCase(), last.id]) : null };
}

/** Those of the ids that are places of this account, also those not in use. */
export async function findPickupPlaces(db: Db, scope: AccountScope, ids: readonly string[]): Promise<readonly PickupPlaceRow[]> {
  const rows = await db.selectFrom('pickup_places').select(columns).where('account_id', '=', scope.accountId).where('id', 'in', ids).execute();
  return rows.map(rowOf);
}

/** One place, to be changed. */
export async function getPickupPlace(db: Db, scope: AccountScope, id: string): Promise<PickupPlaceRow> {
  const [row] = await findPickupPlaces(db, scope, [id]);
  if (row === undefined) throw new Problem('not_found');
  return row;
}

/** Whether another place has the name, whatever its case. */
export async function hasPickupPlaceOfName(db: Db, scope: AccountScope, name: string, butId: string | null): Promise<boolean> {
  let query = db
    .selectFrom('pickup_places')
    .select('id')
    .where('account_id', '=', scope.accountId)
    .where(sql<string>`lower(name)`, '=', sql<string>`lower(${name})`);
  if (butId !== null) query = query.where('id', '<>', butId);
  return (await query.executeTakeFirst()) !== undefined;
}

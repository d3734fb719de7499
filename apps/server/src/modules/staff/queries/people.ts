import type { ApiKey } from '@backdesk/contract/session/schema.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { Tables } from '../../../db/tables.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';

type PageQuery = { readonly cursor?: string | undefined; readonly limit: number };

type KeyRow = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly roles: readonly string[];
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
  readonly expires_at: Date | null;
  readonly maker: string | null;
  readonly maker_is_gone: boolean;
};

const apiKeys = (db: Kysely<Tables>, scope: ReadContext['scope']) =>
  db
    .selectFrom('api_keys as k')
    .leftJoin('staff as s', 's.id', 'k.staff_id')
    .leftJoin('memberships as m', (join) => join.onRef('m.account_id', '=', 'k.account_id').onRef('m.staff_id', '=', 'k.staff_id').on('m.active', '=', true))
    .select(['k.id', 'k.name', 'k.prefix', 'k.roles', 'k.created_at', 'k.last_used_at', 'k.revoked_at', 'k.expires_at', 's.name as maker'])
    .select(sql<boolean>`k.staff_id is not null and m.staff_id is null`.as('maker_is_gone'))
    .where('k.account_id', '=', scope.accountId);

function stateOf(row: KeyRow, now: Date): ApiKey['state'] {
  if (row.revoked_at !== null) return 'revoked';
  if (row.expires_at !== null && row.expires_at <= now) return 'expired';
  return row.maker_is_gone ? 'stopped' : 'active';
}

const apiKeyOf = (row: KeyRow, now: Date): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  roles: [...row.roles],
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
  expiresAt: row.expires_at?.toISOString() ?? null,
  madeBy: row.maker,
  state: stateOf(row, now),
});

/** Newest first; ids are in the order they were made. */
export async function listApiKeys({ db, scope, now }: ReadContext, query: PageQuery) {
  let select = apiKeys(db, scope);
  if (query.cursor !== undefined) select = select.where('k.id', '<', decodeCursor(query.cursor, ['uuid'])[0]);
  const rows = await select
    .orderBy('k.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return { items: shown.map((row) => apiKeyOf(row, now)), nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([last.id]) : null };
}

export async function getApiKey({ db, scope, now }: Pick<ReadContext, 'db' | 'scope' | 'now'>, id: string): Promise<ApiKey> {
  const row = await apiKeys(db, scope).where('k.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Problem('not_found');
  return apiKeyOf(row, now);
}

/** The oldest account, if there is any; `and_wait` lets one transaction at a time ask, until it ends. */
export async function findFirstAccountId(db: Kysely<Tables>, lock?: 'and_wait'): Promise<string | undefined> {
  if (lock !== undefined) await sql`lock table accounts in share row exclusive mode`.execute(db);
  const row = await db.selectFrom('accounts').select('account_id').orderBy('created_at').orderBy('account_id').limit(1).executeTakeFirst();
  return row?.account_id;
}

/** The account that a command of the command line means: by its code or id, or the only one. */
export async function findAccountIds(db: Kysely<Tables>, wanted: string | undefined): Promise<readonly string[]> {
  let select = db.selectFrom('accounts').select('account_id');
  if (wanted !== undefined) select = select.where((is) => is.or([is('code', '=', wanted), is(sql`account_id::text`, '=', wanted)]));
  return (await select.orderBy('created_at').execute()).map((row) => row.account_id);
}

/** An active member of the account, by staff id: for an order's owner. */
export async function findMember(
  db: Kysely<Tables>,
  scope: ReadContext['scope'],
  staffId: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  return db
    .selectFrom('memberships as m')
    .innerJoin('staff as s', 's.id', 'm.staff_id')
    .select(['s.id', 's.name'])
    .where('m.account_id', '=', scope.accountId)
    .where('m.staff_id', '=', staffId)
    .where('m.active', '=', true)
    .executeTakeFirst();
}

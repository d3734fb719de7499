import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';

type Context = Pick<ReadContext, 'db' | 'scope'>;

const members = ({ db, scope }: Context) =>
  db
    .selectFrom('memberships as m')
    .innerJoin('staff as s', 's.id', 'm.staff_id')
    .select(['s.id', 's.name', 's.email', 'm.roles', 'm.active', 'm.last_seen_at', 's.two_factor_enabled'])
    // Whether the account has another active owner: the last one cannot leave.
    .select(
      sql<boolean>`exists (
        select from memberships o where o.account_id = m.account_id and o.staff_id <> m.staff_id and o.active and 'owner' = any (o.roles))`.as(
        'has_other_owner',
      ),
    )
    .where('m.account_id', '=', scope.accountId);

/** Staff of the account by name. */
export async function listStaff(context: Context, query: { readonly cursor?: string | undefined; readonly limit: number }) {
  let select = members(context);
  if (query.cursor !== undefined) {
    const [name, id] = decodeCursor(query.cursor, ['text', 'text']);
    select = select.where(sql<boolean>`(lower(s.name), s.id) > (${name}, ${id})`);
  }
  const rows = await select
    .orderBy(sql`lower(s.name)`)
    .orderBy('s.id')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown,
    nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([last.name.toLowerCase(), last.id]) : null,
  };
}

export async function getStaffMember(context: Context, id: string) {
  const row = await members(context).where('m.staff_id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Problem('not_found');
  return row;
}

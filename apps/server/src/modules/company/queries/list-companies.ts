import { searchWords } from '@backdesk/domain/core/search-words.ts';
import { type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { ReadContext } from '../../context.ts';
import { keptSince } from '../kept-since.ts';
import type { CompanyListRow } from '../row-types.ts';

type SortField = 'name' | 'number' | 'updated';
type YesOrNo = 'true' | 'false' | undefined;
type Query = {
  readonly q?: string | undefined;
  readonly roleId?: string | undefined;
  readonly exempt?: YesOrNo;
  readonly contacts?: YesOrNo;
  readonly deleted?: 'true' | undefined;
  readonly sort: SortField | `-${SortField}`;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** What a row is sorted by, never null, so that a cursor can name it. */
const sorts: Readonly<Record<SortField, { readonly key: RawBuilder<unknown>; readonly type: RawBuilder<unknown>; readonly kind: 'text' | 'time' }>> = {
  name: { key: sql`f.name_key`, type: sql`text collate "C"`, kind: 'text' },
  number: { key: sql`coalesce(lower(f.number), '') collate "C"`, type: sql`text collate "C"`, kind: 'text' },
  updated: { key: sql`f.updated_at`, type: sql`timestamptz`, kind: 'time' },
};

const ofContacts = sql`from customers c where c.account_id = f.account_id and c.company_id = f.id and c.deleted_at is null`;

/** Companies in keyset pages; with words, those whose name has them all, or whose number it is. */
export async function listCompanies(
  { db, scope, now }: ReadContext,
  query: Query,
): Promise<{ readonly rows: readonly CompanyListRow[]; readonly nextCursor: string | null }> {
  const isDescending = query.sort.startsWith('-');
  const { key, type, kind } = sorts[query.sort.replace('-', '') as SortField];
  const [direction, beyond] = isDescending ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, [kind, 'uuid']);
  const place = after === null ? sql`` : sql` and (${key}, f.id) ${beyond} (${after[0]}::${type}, ${after[1]}::uuid)`;
  const { rows } = await sql<CompanyListRow & { readonly key: string | Date }>`
    select f.id, f.name, f.number, f.terms, f.tax_exemption as "taxExemption", f.updated_at as "updatedAt", f.deleted_at as "deletedAt",
      ${key} as key,
      case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name) end as role,
      (select count(*)::integer ${ofContacts}) as "contactCount"
    from companies f left join customer_roles r on r.account_id = f.account_id and r.id = f.role_id
    where f.account_id = ${scope.accountId} and ${query.deleted === 'true' ? sql`f.deleted_at > ${keptSince(now)}` : sql`f.deleted_at is null`}${found(query.q ?? '')}${filtered(query)}${place}
    order by ${key} ${direction}, f.id ${direction} limit ${query.limit + 1}`.execute(db);
  const last = rows[query.limit - 1];
  const nextCursor = rows.length > query.limit && last !== undefined ? encodeCursor([keyText(last.key), last.id]) : null;
  return { rows: rows.slice(0, query.limit).map(({ key: _, ...row }) => row), nextCursor };
}

const keyText = (key: string | Date) => (key instanceof Date ? key.toISOString() : key);

function found(q: string): RawBuilder<unknown> {
  if (q === '') return sql``;
  const words = searchWords(q)
    .slice(0, 12)
    .map((word) => `%${word}%`);
  // Signs alone are in no name; they may be a number. Each word is a condition of its own: so an index finds them.
  const byName =
    words.length === 0
      ? sql`false`
      : sql`(${sql.join(
          words.map((word) => sql`f.name_key like ${word}`),
          sql` and `,
        )})`;
  return sql` and (${byName} or lower(f.number) = lower(${q}))`;
}

function filtered({ roleId, exempt, contacts }: Query): RawBuilder<unknown> {
  const byRole = roleId === undefined ? sql`` : sql` and f.role_id = ${roleId}`;
  const byExemption = exempt === undefined ? sql`` : exempt === 'true' ? sql` and f.tax_exemption is not null` : sql` and f.tax_exemption is null`;
  const byContacts = contacts === undefined ? sql`` : sql` and exists (select ${ofContacts}) = ${contacts === 'true'}::boolean`;
  return sql`${byRole}${byExemption}${byContacts}`;
}

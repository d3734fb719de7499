import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { CompanyEventRow, ContactRow } from '../row-types.ts';

type Query = { readonly companyId: string; readonly cursor?: string | undefined; readonly limit: number };
type Page<Row> = { readonly rows: readonly Row[]; readonly nextCursor: string | null };

/** The customers of a company by name, in keyset pages. */
export async function listContacts(context: ReadContext, { companyId, cursor, limit }: Query): Promise<Page<ContactRow>> {
  await assertCompany(context, companyId);
  const { db, scope } = context;
  const [key, id] = cursor === undefined ? ['', '00000000-0000-0000-0000-000000000000'] : decodeCursor(cursor, ['text', 'uuid']);
  const { rows } = await sql<ContactRow & { readonly key: string }>`
    select c.id, c.name, c.email, c.phone, c.title, c.active, c.name_key as key,
      case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name) end as role
    from customers c left join customer_roles r on r.account_id = c.account_id and r.id = c.role_id
    where c.account_id = ${scope.accountId} and c.company_id = ${companyId} and c.deleted_at is null
      and (c.name_key collate "C", c.id) > (${key} collate "C", ${id}::uuid)
    order by c.name_key collate "C", c.id limit ${limit + 1}`.execute(db);
  const last = rows[limit - 1];
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor([last.key, last.id]) : null;
  return { rows: rows.slice(0, limit).map(({ key: _, ...row }) => row), nextCursor };
}

/** What happened to a company, newest first, in keyset pages. */
export async function listCompanyEvents(context: ReadContext, { companyId, cursor, limit }: Query): Promise<Page<CompanyEventRow>> {
  await assertCompany(context, companyId);
  const { db, scope } = context;
  const [version, index] = cursor === undefined ? ['999999999', '0'] : decodeCursor(cursor, ['integer', 'integer']);
  const { rows } = await sql<CompanyEventRow>`
    select version, index, at, actor_name as by, type, data from events
    where account_id = ${scope.accountId} and subject_id = ${companyId} and (version, index) < (${version}::bigint, ${index}::bigint)
    order by version desc, index desc limit ${limit + 1}`.execute(db);
  const last = rows[limit - 1];
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor([String(last.version), String(last.index)]) : null;
  return { rows: rows.slice(0, limit), nextCursor };
}

async function assertCompany({ db, scope }: ReadContext, id: string): Promise<void> {
  const { rows } = await sql`select from companies where account_id = ${scope.accountId} and id = ${id} and deleted_at is null`.execute(db);
  if (rows.length === 0) throw new Problem('not_found');
}

import type { FieldRule, FieldSubject } from '@backdesk/domain/field/types.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';
import { Problem } from '../problem.ts';
import type { FieldRow } from './field-row.ts';

type Db = Kysely<Tables>;

const columns = [
  'id',
  'version',
  'field_versions as fieldVersions',
  'code',
  'type',
  'label',
  'help',
  'required',
  'active',
  'options',
  'shown_on_orders as shownOnOrders',
  'built_in as builtIn',
] as const;

/** All definitions of a subject, switched off or not, in their order. */
export async function listFields(db: Db, scope: AccountScope, subject: FieldSubject): Promise<readonly FieldRow[]> {
  const rows = await db
    .selectFrom('field_definitions')
    .select(columns)
    .where('account_id', '=', scope.accountId)
    .where('subject', '=', subject)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, options: row.options as readonly string[] }));
}

/** The rules of an account's order fields as one JSON value, for a statement that reads more; `accountId` is its SQL. */
export const selectOrderFieldRules = (accountId: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select coalesce(json_agg(json_build_object('code', d.code, 'label', d.label, 'type', d.type, 'required', d.required, 'active', d.active,
      'options', d.options, 'shownOnOrders', d.shown_on_orders) order by d.position, d.id), '[]')
    from field_definitions d where d.account_id = ${accountId} and d.subject = 'order')`;

/** The same alone, for an order that is being made. */
export async function getOrderFieldRules(db: Db, scope: AccountScope): Promise<readonly (FieldRule & { readonly shownOnOrders: boolean })[]> {
  const { rows } = await sql<{ rules: readonly (FieldRule & { readonly shownOnOrders: boolean })[] }>`
    select ${selectOrderFieldRules(sql`${scope.accountId}::uuid`)} rules`.execute(db);
  return rows[0]?.rules ?? [];
}

/** One definition of a subject. */
export async function getField(db: Db, scope: AccountScope, subject: FieldSubject, id: string): Promise<FieldRow> {
  const found = (await listFields(db, scope, subject)).find((field) => field.id === id);
  if (found === undefined) throw new Problem('not_found');
  return found;
}

import type { FieldSubject } from '@backdesk/domain/field/types.ts';
import type { Kysely } from 'kysely';
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

/** One definition of a subject. */
export async function getField(db: Db, scope: AccountScope, subject: FieldSubject, id: string): Promise<FieldRow> {
  const found = (await listFields(db, scope, subject)).find((field) => field.id === id);
  if (found === undefined) throw new Problem('not_found');
  return found;
}

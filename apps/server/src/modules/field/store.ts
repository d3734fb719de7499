import type { FieldSubject } from '@backdesk/domain/field/types.ts';
import { sql } from 'kysely';
import type { CommandContext } from '../context.ts';
import type { FieldRow } from './field-row.ts';

type Context = Pick<CommandContext, 'tx' | 'scope'>;

/** Definitions of one account change one at a time, so that codes and positions hold. `no key`: rows being made still refer to the account. */
export async function lockFields({ tx, scope }: Context): Promise<void> {
  await tx.selectFrom('accounts').select('account_id').where('account_id', '=', scope.accountId).forNoKeyUpdate().execute();
}

/** Writes a whole definition, new (behind the others) or changed. */
export async function saveField({ tx, scope }: Context, subject: FieldSubject, field: FieldRow): Promise<void> {
  await sql`
    insert into field_definitions (account_id, id, subject, code, type, label, help, required, active, options, shown_on_orders, version, field_versions, position)
    values (${scope.accountId}, ${field.id}, ${subject}, ${field.code}, ${field.type}, ${field.label}, ${field.help}, ${field.required}, ${field.active},
      ${JSON.stringify(field.options)}, ${field.shownOnOrders}, ${field.version}, ${JSON.stringify(field.fieldVersions)},
      (select coalesce(max(position), 0) + 1 from field_definitions where account_id = ${scope.accountId} and subject = ${subject}))
    on conflict (account_id, id) do update set (label, help, required, active, options, shown_on_orders, version, field_versions) = (excluded.label,
      excluded.help, excluded.required, excluded.active, excluded.options, excluded.shown_on_orders, excluded.version, excluded.field_versions)`.execute(tx);
}

export async function placeFields({ tx, scope }: Context, ids: readonly string[]): Promise<void> {
  await sql`
    update field_definitions f set position = o.position from unnest(${ids}::uuid[]) with ordinality as o (id, position)
    where f.account_id = ${scope.accountId} and f.id = o.id`.execute(tx);
}

export async function removeField({ tx, scope }: Context, id: string): Promise<void> {
  await tx.deleteFrom('field_definitions').where('account_id', '=', scope.accountId).where('id', '=', id).execute();
}

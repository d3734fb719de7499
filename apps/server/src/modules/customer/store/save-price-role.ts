import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

type Named = { readonly id: string; readonly name: string };
type Locked = { readonly version: number; readonly fieldVersions: Readonly<Record<string, number>>; readonly from: Named | null; readonly to: Named | null };

/** A customer's own role under the lock, and the one of `roleId`, held until the commit so that it is not deleted meanwhile. */
export async function lockRoleOf({ tx, scope }: CommandContext, id: string, roleId: string | null): Promise<Locked | undefined> {
  await sql`select from customer_roles where account_id = ${scope.accountId} and id = ${roleId}::uuid for key share`.execute(tx);
  const { rows } = await sql<Locked>`
    select c.version, c.field_versions as "fieldVersions", (select jsonb_build_object('id', r.id, 'name', r.name) from customer_roles r where r.account_id = c.account_id and r.id = c.role_id) as "from",
      (select jsonb_build_object('id', r.id, 'name', r.name) from customer_roles r where r.account_id = c.account_id and r.id = ${roleId}::uuid) as "to"
    from customers c where c.account_id = ${scope.accountId} and c.id = ${id} and c.deleted_at is null for update of c`.execute(tx);
  return rows[0];
}

type Saved = { readonly id: string; readonly roleId: string | null; readonly version: number };

export async function saveRoleOf({ tx, scope, now }: CommandContext, { id, roleId, version }: Saved): Promise<void> {
  await sql`
    update customers set role_id = ${roleId}, version = ${version}, updated_at = ${now},
      field_versions = field_versions || jsonb_build_object('role', ${version}::integer)
    where account_id = ${scope.accountId} and id = ${id}`.execute(tx);
}

/** The same for many whose versions were raised with what else changed of them. */
export async function saveRolesOfMany({ tx, scope }: CommandContext, given: readonly { readonly id: string; readonly roleId: string }[]): Promise<void> {
  if (given.length === 0) return;
  await sql`
    update customers c set role_id = r.id
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as n (id uuid, "roleId" uuid)
    join customer_roles r on r.account_id = ${scope.accountId} and r.id = n."roleId"
    where c.account_id = ${scope.accountId} and c.id = n.id and c.role_id is distinct from r.id`.execute(tx);
}

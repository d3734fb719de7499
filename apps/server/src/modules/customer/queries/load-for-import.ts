import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { roleJson } from '../../../db/price-role-sql.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import type { CustomerForImport } from '../import-record.ts';
import type { CustomerRecord } from '../row-types.ts';

type Asked = { readonly numbers: readonly string[]; readonly emails: readonly string[] };

/** Customers with one of these numbers or e-mail addresses, locked in the order of their ids. */
export async function loadForImport(tx: Kysely<Tables>, scope: AccountScope, { numbers, emails }: Asked): Promise<readonly CustomerForImport[]> {
  const { rows } = await sql<CustomerRecord & Pick<CustomerForImport, 'role' | 'addresses'>>`
    select c.id, c.version, c.field_versions as "fieldVersions", c.name, c.email, c.phone, c.title, c.number, c.active, c.open_account as "openAccount",
      c.tax_exemption as "taxExemption", c.notes, c.fields, ${roleJson('c.account_id', 'c.role_id')} as role,
      (select jsonb_build_object('id', o.id, 'name', o.name) from companies o where o.account_id = c.account_id and o.id = c.company_id) as company,
      coalesce((select jsonb_agg(a.address) from addresses a where a.account_id = c.account_id and a.customer_id = c.id and a.deleted_at is null), '[]') as addresses
    from customers c
    where c.account_id = ${scope.accountId} and c.id in (
      select n.id from customers n where n.account_id = ${scope.accountId} and n.number is not null and n.deleted_at is null
        and lower(n.number) = any(array(select lower(x) from unnest(${numbers}::text[]) x))
      union
      select e.id from customers e where e.account_id = ${scope.accountId} and e.email is not null and e.deleted_at is null
        and lower(e.email) = any(array(select lower(x) from unnest(${emails}::text[]) x)))
    order by c.id for update of c`.execute(tx);
  return rows.map(({ role, addresses, ...customer }) => ({ customer, role, addresses }));
}

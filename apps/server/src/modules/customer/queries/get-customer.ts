import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { defaultTermsText } from '../../../db/default-terms-sql.ts';
import { defaultRoleJson, roleJson } from '../../../db/price-role-sql.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { AddressRow, LoadedCustomer } from '../row-types.ts';

/** One customer with their own addresses and those of their company. */
export async function getCustomer(db: Kysely<Tables>, scope: AccountScope, id: string): Promise<LoadedCustomer> {
  const { rows } = await sql<LoadedCustomer>`
    select c.id, c.version, c.field_versions as "fieldVersions", c.name, c.email, c.phone, c.title, c.number, c.active, c.open_account as "openAccount",
      c.tax_exemption as "taxExemption", c.notes, c.fields, c.created_at as "createdAt", c.updated_at as "updatedAt",
      case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name, 'taxExemption', o.tax_exemption, 'terms', o.terms,
        'role', ${roleJson('o.account_id', 'o.role_id')}) end as company,
      ${roleJson('c.account_id', 'c.role_id')} as role, ${defaultRoleJson('c.account_id')} as "defaultRole", ${defaultTermsText('c.account_id')} as "defaultTerms",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'version', a.version, 'label', a.label, 'address', a.address, 'default_shipping', a.default_shipping,
          'default_billing', a.default_billing, 'of', case when a.customer_id is null then 'company' else 'customer' end)
          order by a.customer_id is null, a.created_at, a.id)
        from addresses a where a.account_id = c.account_id and (a.customer_id = c.id or a.company_id = c.company_id) and a.deleted_at is null), '[]') as addresses
    from customers c
    left join companies o on o.account_id = c.account_id and o.id = c.company_id
    where c.account_id = ${scope.accountId} and c.id = ${id} and c.deleted_at is null`.execute(db);
  const [customer] = rows;
  if (customer === undefined) throw new Problem('not_found');
  return customer;
}

/** One address of the book. */
export async function getAddress(db: Kysely<Tables>, scope: AccountScope, id: string): Promise<AddressRow> {
  const { rows } = await sql<AddressRow>`
    select id, version, label, address, default_shipping, default_billing, case when customer_id is null then 'company' else 'customer' end as of
    from addresses where account_id = ${scope.accountId} and id = ${id} and deleted_at is null`.execute(db);
  const [address] = rows;
  if (address === undefined) throw new Problem('not_found');
  return address;
}

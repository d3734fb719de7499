import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { CompanyAddressRow, LoadedCompany } from '../row-types.ts';

const addressJson = sql`jsonb_build_object('id', a.id, 'version', a.version, 'label', a.label, 'address', a.address, 'defaultShipping', a.default_shipping,
  'defaultBilling', a.default_billing)`;

/** One company with its role, its addresses and how many contacts it has. */
export async function getCompany(db: Kysely<Tables>, scope: AccountScope, id: string): Promise<LoadedCompany> {
  const { rows } = await sql<LoadedCompany>`
    select f.id, f.version, f.field_versions as "fieldVersions", f.name, f.number, f.notes, f.terms, f.tax_exemption as "taxExemption",
      f.credit_limit_amount as "creditLimitAmount", f.created_at as "createdAt", f.updated_at as "updatedAt",
      case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name) end as role,
      (select count(*)::integer from customers c where c.account_id = f.account_id and c.company_id = f.id and c.deleted_at is null) as "contactCount",
      coalesce((select jsonb_agg(${addressJson} order by a.created_at, a.id) from addresses a where a.account_id = f.account_id and a.company_id = f.id), '[]') as addresses
    from companies f left join customer_roles r on r.account_id = f.account_id and r.id = f.role_id
    where f.account_id = ${scope.accountId} and f.id = ${id} and f.deleted_at is null`.execute(db);
  const [company] = rows;
  if (company === undefined) throw new Problem('not_found');
  return company;
}

/** One address of a company. */
export async function getCompanyAddress(db: Kysely<Tables>, scope: AccountScope, companyId: string, id: string): Promise<CompanyAddressRow> {
  const { rows } = await sql<{ address: CompanyAddressRow }>`
    select ${addressJson} as address from addresses a where a.account_id = ${scope.accountId} and a.company_id = ${companyId} and a.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Problem('not_found');
  return row.address;
}

import { searchWords } from '@backdesk/domain/core/search-words.ts';
import { sql } from 'kysely';
import { uniqueViolation } from '../../../db/failures.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { CompanyRecord } from '../row-types.ts';

/** Companies under their locks, taken in the order of their ids so that two moves of contacts never wait for each other in a ring. */
export async function lockCompanies({ tx, scope }: CommandContext, ids: readonly string[]): Promise<readonly CompanyRecord[]> {
  const { rows } = await sql<CompanyRecord>`
    select f.id, f.version, f.field_versions as "fieldVersions", f.name, f.number, f.notes, f.terms, f.tax_exemption as "taxExemption",
      (select jsonb_build_object('id', r.id, 'name', r.name) from customer_roles r where r.account_id = f.account_id and r.id = f.role_id) as role,
      to_jsonb(f.credit_limit_amount) as "creditLimitAmount"
    from companies f where f.account_id = ${scope.accountId} and f.id = any(${ids}::uuid[]) and f.deleted_at is null
    order by f.id for update of f`.execute(tx);
  return rows;
}

/** One company under its lock; there must be one. */
export async function lockCompany(context: CommandContext, id: string): Promise<CompanyRecord> {
  const [company] = await lockCompanies(context, [id]);
  if (company === undefined) throw new Problem('not_found');
  return company;
}

/** Writes a whole company, new or changed. */
export async function saveCompany({ tx, scope, now }: CommandContext, company: CompanyRecord): Promise<void> {
  const { id, version, name, number, notes, terms, role, taxExemption, creditLimitAmount } = company;
  const nameKey = searchWords(name).join(' ');
  const fieldVersions = JSON.stringify(company.fieldVersions);
  try {
    await sql`
      insert into companies (account_id, id, version, field_versions, name, name_key, number, notes, terms, role_id, tax_exemption, credit_limit_amount,
        created_at, updated_at)
      values (${scope.accountId}, ${id}, ${version}, ${fieldVersions}::jsonb, ${name}, ${nameKey}, ${number}, ${notes}, ${terms}, ${role?.id ?? null},
        ${taxExemption}, ${creditLimitAmount}, ${now}, ${now})
      on conflict (account_id, id) do update set (version, field_versions, name, name_key, number, notes, terms, role_id, tax_exemption,
        credit_limit_amount, updated_at) = (excluded.version, excluded.field_versions, excluded.name, excluded.name_key, excluded.number, excluded.notes,
        excluded.terms, excluded.role_id, excluded.tax_exemption, excluded.credit_limit_amount, excluded.updated_at)`.execute(tx);
  } catch (error) {
    throw takenInRace(error);
  }
}

/** Looked up before, so this is the race for it: who won cannot be read in this transaction any more. */
function takenInRace(error: unknown): unknown {
  const constraint = uniqueViolation(error);
  if (constraint === 'companies_name') return new Problem('company.name_taken');
  if (constraint === 'companies_number') return new Problem('company.number_taken');
  return error;
}

/** Refuses a name or number that another company has, naming that one so that a screen can link to it. */
export async function assertFree(
  { tx, scope }: CommandContext,
  { id, name, number }: { readonly id: string; readonly name: string | undefined; readonly number: string | null | undefined },
): Promise<void> {
  const { rows } = await sql<{ id: string; name: string; byName: boolean }>`
    select id, name, coalesce(lower(name) = lower(${name ?? null}::text), false) as "byName" from companies
    where account_id = ${scope.accountId} and deleted_at is null and id <> ${id}
      and (lower(name) = lower(${name ?? null}::text) or lower(number) = lower(${number ?? null}::text) and number is not null)
    order by "byName" desc limit 1`.execute(tx);
  const [other] = rows;
  if (other !== undefined)
    throw new Problem(other.byName ? 'company.name_taken' : 'company.number_taken', { detail: { companyId: other.id, name: other.name } });
}

/** Raises the version of a company for what changed around it (contacts, addresses). Answers the version. */
export async function touchCompany({ tx, scope, now }: CommandContext, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update companies set version = version + 1, updated_at = ${now} where account_id = ${scope.accountId} and id = ${id} returning version`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Problem('not_found');
  return row.version;
}

/** Deletes softly: name and number become free, orders keep their company. */
export async function deleteCompanyRow({ tx, scope, now }: CommandContext, { id, version }: { readonly id: string; readonly version: number }): Promise<void> {
  await sql`update companies set deleted_at = ${now}, updated_at = ${now}, version = ${version} where account_id = ${scope.accountId} and id = ${id}`.execute(
    tx,
  );
}

type Deleted = { readonly version: number; readonly name: string; readonly number: string | null; readonly contactIds: readonly string[] };

/** A company deleted since `since`, under its lock, with the contacts it had then. */
export async function lockDeleted({ tx, scope }: CommandContext, id: string, since: Date): Promise<Deleted> {
  const { rows } = await sql<Deleted>`
    select f.version, f.name, f.number, coalesce((select e.data -> 'contactIds' from events e
      where e.account_id = f.account_id and e.subject_id = f.id and e.type = 'company.deleted' order by e.version desc limit 1), '[]') as "contactIds"
    from companies f where f.account_id = ${scope.accountId} and f.id = ${id} and f.deleted_at > ${since} for update of f`.execute(tx);
  const [deleted] = rows;
  if (deleted === undefined) throw new Problem('not_found');
  return deleted;
}

export async function restoreCompanyRow({ tx, scope, now }: CommandContext, { id, version }: { readonly id: string; readonly version: number }): Promise<void> {
  try {
    await sql`update companies set deleted_at = null, updated_at = ${now}, version = ${version} where account_id = ${scope.accountId} and id = ${id}`.execute(
      tx,
    );
  } catch (error) {
    throw takenInRace(error);
  }
}

/** The price role of this id in the account. */
export async function findRole({ tx, scope }: CommandContext, id: string): Promise<{ readonly id: string; readonly name: string } | undefined> {
  // Held until the commit, so that it is not deleted meanwhile.
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from customer_roles where account_id = ${scope.accountId} and id = ${id} for key share`.execute(tx);
  return rows[0];
}

import { searchText, searchWords } from '@backdesk/domain/core/search-words.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { uniqueViolation } from '../../../db/failures.ts';
import { saveSearchWords } from '../../../db/save-search-words.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { CustomerRecord } from '../row-types.ts';

type Db = Kysely<Tables>;

/** The customer under its lock, or undefined. */
export async function lockCustomer(tx: Db, scope: AccountScope, id: string): Promise<CustomerRecord | undefined> {
  const { rows } = await sql<CustomerRecord>`
    select c.id, c.version, c.field_versions as "fieldVersions", c.name, c.email, c.phone, c.title, c.number, c.active, c.open_account as "openAccount",
      c.tax_exemption as "taxExemption", c.notes, c.fields,
      (select jsonb_build_object('id', o.id, 'name', o.name) from companies o where o.account_id = c.account_id and o.id = c.company_id) as company
    from customers c where c.account_id = ${scope.accountId} and c.id = ${id} and c.deleted_at is null for update`.execute(tx);
  return rows[0];
}

/** Writes a whole customer, new or changed, with what they are found by. */
export async function saveCustomer(context: CommandContext, customer: CustomerRecord): Promise<void> {
  await saveCustomers(context, [customer]);
}

/** The same for many, in two statements however many there are. */
export async function saveCustomers({ tx, scope, now }: CommandContext, customers: readonly CustomerRecord[]): Promise<void> {
  const rows = customers.map((customer) => {
    const phoneDigits = customer.phone.replace(/\D/g, '');
    const words = searchText([customer.name, customer.email ?? '', customer.company?.name ?? '', phoneDigits, customer.number ?? '']);
    return { ...customer, companyId: customer.company?.id ?? null, phoneDigits, nameKey: searchWords(customer.name).join(' '), searchText: words };
  });
  try {
    await sql`
      insert into customers (account_id, id, version, field_versions, company_id, name, email, phone, phone_digits, number, title, active, open_account,
        tax_exemption, fields, notes, name_key, search_text, created_at, updated_at)
      select ${scope.accountId}, c.id, c.version, c."fieldVersions", c."companyId", c.name, c.email, c.phone, c."phoneDigits", c.number, c.title, c.active,
        c."openAccount", c."taxExemption", c.fields, c.notes, c."nameKey", c."searchText", ${now}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id uuid, version integer, "fieldVersions" jsonb, "companyId" uuid, name text, email text,
        phone text, "phoneDigits" text, number text, title text, active boolean, "openAccount" boolean, "taxExemption" text, fields jsonb, notes text,
        "nameKey" text, "searchText" text)
      on conflict (account_id, id) do update set (version, field_versions, company_id, name, email, phone, phone_digits, number, title, active,
        open_account, tax_exemption, fields, notes, name_key, search_text, updated_at) = (excluded.version, excluded.field_versions, excluded.company_id,
        excluded.name, excluded.email, excluded.phone, excluded.phone_digits, excluded.number, excluded.title, excluded.active, excluded.open_account,
        excluded.tax_exemption, excluded.fields, excluded.notes, excluded.name_key, excluded.search_text, excluded.updated_at)`.execute(tx);
  } catch (error) {
    // Looked up before, so this is the race for it: who won cannot be read in this transaction any more.
    const constraint = uniqueViolation(error);
    if (constraint === 'customers_email') throw new Problem('customer.email_taken');
    if (constraint === 'customers_number') throw new Problem('customer.number_taken');
    throw error;
  }
  await saveSearchWords(
    tx,
    scope,
    'customer',
    rows.map((row) => row.searchText),
  );
}

/** Another customer with this e-mail address (upper and lower case alike). */
export async function findByEmail(
  tx: Db,
  scope: AccountScope,
  email: string,
  but: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from customers where account_id = ${scope.accountId} and lower(email) = lower(${email}) and deleted_at is null and id <> ${but}`.execute(
    tx,
  );
  return rows[0];
}

export async function findByNumber(
  tx: Db,
  scope: AccountScope,
  number: string,
  but: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from customers
    where account_id = ${scope.accountId} and lower(number) = lower(${number}) and number is not null and deleted_at is null and id <> ${but}`.execute(tx);
  return rows[0];
}

/** The company of this name (upper and lower case alike), made when there is none. Two that make it at once get the same one. */
export async function findOrMakeCompany(
  { tx, scope, now, newId }: CommandContext,
  name: string,
): Promise<{ readonly id: string; readonly name: string; readonly isNew: boolean }> {
  const made = await sql<{ id: string; name: string }>`
    insert into companies (account_id, id, name, name_key, created_at, updated_at)
    values (${scope.accountId}, ${newId()}, ${name}, ${searchWords(name).join(' ')}, ${now}, ${now})
    on conflict (account_id, lower(name)) where deleted_at is null do nothing returning id, name`.execute(tx);
  const [mine] = made.rows;
  if (mine !== undefined) return { ...mine, isNew: true };
  // A statement of its own: the one above does not see what another transaction had just committed.
  const found = await sql<{ id: string; name: string }>`
    select id, name from companies where account_id = ${scope.accountId} and lower(name) = lower(${name}) and deleted_at is null`.execute(tx);
  const [other] = found.rows;
  if (other === undefined) throw new Error('The company was neither made nor found.');
  return { ...other, isNew: false };
}

/** Deletes softly: e-mail address and number become free, orders keep their customer. */
export async function deleteCustomerRow({ tx, scope, now }: CommandContext, { id, version }: { readonly id: string; readonly version: number }): Promise<void> {
  await sql`update customers set deleted_at = ${now}, updated_at = ${now}, version = ${version} where account_id = ${scope.accountId} and id = ${id}`.execute(
    tx,
  );
}

import { searchText } from '@backdesk/domain/core/search-words.ts';
import { listingKeys } from '@backdesk/domain/customer/listing-keys.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { LostRace, uniqueViolation } from '../../../db/failures.ts';
import { saveSearchWords } from '../../../db/save-search-words.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { CustomerRecord } from '../row-types.ts';

type Db = Kysely<Tables>;

const selectRecord = sql`
    select c.id, c.version, c.field_versions as "fieldVersions", c.name, c.email, c.phone, c.title, c.number, c.active, c.open_account as "openAccount",
      c.tax_exemption as "taxExemption", c.notes, c.fields,
      (select jsonb_build_object('id', o.id, 'name', o.name) from companies o where o.account_id = c.account_id and o.id = c.company_id) as company
    from customers c`;

/** The customer under its lock, or undefined. */
export async function lockCustomer(tx: Db, scope: AccountScope, id: string): Promise<CustomerRecord | undefined> {
  const { rows } =
    await sql<CustomerRecord>`${selectRecord} where c.account_id = ${scope.accountId} and c.id = ${id} and c.deleted_at is null for update`.execute(tx);
  return rows[0];
}

/** Writes a whole customer, new or changed, with what they are found by. */
export async function saveCustomer(context: CommandContext, customer: CustomerRecord): Promise<void> {
  try {
    await saveCustomers(context, [customer]);
  } catch (error) {
    throw raceOf(error);
  }
}

/** What the unique indexes refuse, as the problem it is. */
function takenOf(error: unknown): unknown {
  const constraint = uniqueViolation(error);
  if (constraint === 'customers_email') return new Problem('customer.email_taken');
  return constraint === 'customers_number' ? new Problem('customer.number_taken') : error;
}

/**
 * E-mail address and number are looked up before, so a clash is the race for them. Who won cannot be read in this transaction
 * any more: the command runs again, and its look-up finds and names them.
 */
function raceOf(error: unknown): unknown {
  return error instanceof Problem && (error.code === 'customer.email_taken' || error.code === 'customer.number_taken') ? new LostRace(error) : error;
}

/** The same for many, in two statements however many there are. */
export async function saveCustomers({ tx, scope, now }: CommandContext, customers: readonly CustomerRecord[]): Promise<void> {
  const rows = customers.map((customer) => {
    const phoneDigits = customer.phone.replace(/\D/g, '');
    const words = searchText([customer.name, customer.email ?? '', customer.company?.name ?? '', phoneDigits, customer.number ?? '']);
    const keys = listingKeys({ ...customer, company: customer.company?.name ?? null });
    return { ...customer, ...keys, companyId: customer.company?.id ?? null, phoneDigits, searchText: words };
  });
  try {
    await sql`
      insert into customers (account_id, id, version, field_versions, company_id, name, email, phone, phone_digits, number, title, active, open_account,
        tax_exemption, fields, notes, name_key, company_key, number_key, search_text, created_at, updated_at)
      select ${scope.accountId}, c.id, c.version, c."fieldVersions", c."companyId", c.name, c.email, c.phone, c."phoneDigits", c.number, c.title, c.active,
        c."openAccount", c."taxExemption", c.fields, c.notes, c."nameKey", c."companyKey", c."numberKey", c."searchText", ${now}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id uuid, version integer, "fieldVersions" jsonb, "companyId" uuid, name text, email text,
        phone text, "phoneDigits" text, number text, title text, active boolean, "openAccount" boolean, "taxExemption" text, fields jsonb, notes text,
        "nameKey" text, "companyKey" text, "numberKey" text, "searchText" text)
      on conflict (account_id, id) do update set (version, field_versions, company_id, name, email, phone, phone_digits, number, title, active,
        open_account, tax_exemption, fields, notes, name_key, company_key, number_key, search_text, updated_at) = (excluded.version, excluded.field_versions, excluded.company_id,
        excluded.name, excluded.email, excluded.phone, excluded.phone_digits, excluded.number, excluded.title, excluded.active, excluded.open_account,
        excluded.tax_exemption, excluded.fields, excluded.notes, excluded.name_key,
        excluded.company_key, excluded.number_key, excluded.search_text, excluded.updated_at)`.execute(tx);
  } catch (error) {
    throw takenOf(error);
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

/** Deletes softly: e-mail address and number become free, orders keep their customer. */
export async function deleteCustomerRow({ tx, scope, now }: CommandContext, { id, version }: { readonly id: string; readonly version: number }): Promise<void> {
  await sql`update customers set deleted_at = ${now}, updated_at = ${now}, version = ${version} where account_id = ${scope.accountId} and id = ${id}`.execute(
    tx,
  );
}

/** A customer deleted after this moment, under its lock, or undefined. */
export async function lockDeletedCustomer(tx: Db, scope: AccountScope, id: string, after: Date): Promise<CustomerRecord | undefined> {
  const { rows } =
    await sql<CustomerRecord>`${selectRecord} where c.account_id = ${scope.accountId} and c.id = ${id} and c.deleted_at >= ${after} for update`.execute(tx);
  return rows[0];
}

/** Brings a deleted customer back as they were. */
export async function undeleteCustomerRow(
  { tx, scope, now }: CommandContext,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  try {
    await sql`update customers set deleted_at = null, updated_at = ${now}, version = ${version} where account_id = ${scope.accountId} and id = ${id}`.execute(
      tx,
    );
  } catch (error) {
    throw raceOf(takenOf(error));
  }
}

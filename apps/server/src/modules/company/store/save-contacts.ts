// A company writes which customers belong to it, and what they are found by: its name is among their search words.
import { searchText } from '@backdesk/domain/core/search-words.ts';
import { sql } from 'kysely';
import { saveSearchWords } from '../../../db/save-search-words.ts';
import type { CommandContext } from '../../context.ts';

type Company = { readonly id: string; readonly name: string };

export type Contact = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly email: string | null;
  readonly phoneDigits: string;
  readonly number: string | null;
  readonly company: Company | null;
};

const columns = sql`c.id, c.version, c.name, c.email, c.phone_digits as "phoneDigits", c.number,
  (select jsonb_build_object('id', o.id, 'name', o.name) from companies o where o.account_id = c.account_id and o.id = c.company_id) as company`;

/** Customers by id, under their locks in the order of their ids; those that do not exist are missing. */
export async function lockContacts({ tx, scope }: CommandContext, ids: readonly string[]): Promise<readonly Contact[]> {
  const { rows } = await sql<Contact>`
    select ${columns} from customers c where c.account_id = ${scope.accountId} and c.id = any(${ids}::uuid[]) and c.deleted_at is null
    order by c.id for update of c`.execute(tx);
  return rows;
}

/** All customers of a company, under their locks. */
export async function lockContactsOf({ tx, scope }: CommandContext, companyId: string): Promise<readonly Contact[]> {
  const { rows } = await sql<Contact>`
    select ${columns} from customers c where c.account_id = ${scope.accountId} and c.company_id = ${companyId} and c.deleted_at is null
    order by c.id for update of c`.execute(tx);
  return rows;
}

/** Which companies these customers belong to now. */
export async function listCompaniesOfContacts({ tx, scope }: CommandContext, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct company_id as id from customers
    where account_id = ${scope.accountId} and id = any(${ids}::uuid[]) and company_id is not null and deleted_at is null`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Gives customers another company (null: none), one version on. */
export async function saveContacts({ tx, scope, now }: CommandContext, contacts: readonly Contact[], company: Company | null): Promise<void> {
  const rows = contacts.map((contact) => ({ id: contact.id, searchText: searchTextOf(contact, company) }));
  await sql`
    update customers c set company_id = ${company?.id ?? null}::uuid, search_text = r."searchText", version = c.version + 1, updated_at = ${now},
      field_versions = c.field_versions || jsonb_build_object('company', c.version + 1)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "searchText" text)
    where c.account_id = ${scope.accountId} and c.id = r.id`.execute(tx);
  await saveSearchWords(
    tx,
    scope,
    'customer',
    rows.map((row) => row.searchText),
  );
}

/** After the company got another name: its customers are found by the new one. Nothing else about them changes. */
export async function renameForContacts(context: CommandContext, company: Company): Promise<void> {
  const { tx, scope } = context;
  const rows = (await lockContactsOf(context, company.id)).map((contact) => ({ id: contact.id, searchText: searchTextOf(contact, company) }));
  await sql`
    update customers c set search_text = r."searchText" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "searchText" text)
    where c.account_id = ${scope.accountId} and c.id = r.id`.execute(tx);
  await saveSearchWords(
    tx,
    scope,
    'customer',
    rows.map((row) => row.searchText),
  );
}

const searchTextOf = ({ name, email, phoneDigits, number }: Contact, company: Company | null) =>
  searchText([name, email ?? '', company?.name ?? '', phoneDigits, number ?? '']);

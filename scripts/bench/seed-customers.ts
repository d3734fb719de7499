// Companies and customers for the bench, with an address each, straight into the schema.
import { searchText, searchWords } from '@backdesk/domain/core/search-words.ts';
import { listingKeys } from '@backdesk/domain/customer/listing-keys.ts';
import type { Client } from 'pg';
import { benchId, insertRows } from './insert-rows.ts';

const first = ['Dana', 'Ana', 'Luis', 'Mara', 'Noor', 'Jonas', 'Priya', 'Sven', 'Aiko', 'Elena', 'Tomás', 'Ruth'];
const last = ['Wu', 'Ortiz', 'Meyer', 'Okafor', 'Lindqvist', 'Rossi', 'Patel', 'Novak', 'Tanaka', 'Garcia', 'Cohen', 'Silva', 'Dubois'];
const trades = ['Coffee', 'Dental', 'Plumbing', 'School', 'Brewery', 'Law', 'Fitness', 'Bakery', 'Logistics', 'Robotics'];
const places = ['Harbor', 'Northside', 'Valley', 'Summit', 'Lakeview', 'Union', 'Cedar', 'Granite'];

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

export type CustomerSample = { readonly id: string; readonly fragment: string };

/** One company for each five customers. Returns samples with something to search them by. */
export async function seedCustomers(client: Client, accountId: string, count: number): Promise<readonly CustomerSample[]> {
  const now = new Date();
  const companies = Array.from({ length: Math.ceil(count / 5) }, (_, at) => `${pick(places, at)} ${pick(trades, at * 3 + Math.floor(at / 8))} ${at + 1}`);
  const customers = Array.from({ length: count }, (_, at) => customerAt(at));
  await insertRows(client, 'companies', companies, (name, at) => ({
    account_id: accountId,
    id: benchId('company', at),
    name,
    name_key: searchWords(name).join(' '),
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
  }));
  await insertRows(client, 'customers', customers, (customer, at) => {
    const { name, email, phone } = customer;
    const company = companies[Math.floor(at / 5)] ?? '';
    const number = `C${at + 1}`;
    const phoneDigits = phone.replace(/\D/g, '');
    const keys = listingKeys({ name, company, number });
    return {
      account_id: accountId,
      id: benchId('customer', at),
      company_id: benchId('company', Math.floor(at / 5)),
      ...{ name, email, phone, number },
      phone_digits: phoneDigits,
      name_key: keys.nameKey,
      company_key: keys.companyKey,
      number_key: keys.numberKey,
      search_text: searchText([name, email, company, phoneDigits, number]),
      // A minute apart, as they come in over months.
      created_at: new Date(now.getTime() - (count - at) * 60_000).toISOString(),
      updated_at: now.toISOString(),
    };
  });
  await insertRows(client, 'addresses', customers, (customer, at) => ({
    account_id: accountId,
    id: benchId('address', at),
    customer_id: benchId('customer', at),
    address: JSON.stringify({
      name: customer.name,
      company: '',
      line1: `${at + 1} Main St`,
      line2: '',
      city: 'New York',
      region: 'NY',
      postcode: '10001',
      country: 'US',
      phone: customer.phone,
    }),
    default_shipping: true,
    default_billing: true,
    created_at: now.toISOString(),
  }));
  await client.query(
    `insert into search_words (account_id, noun, word)
     select distinct account_id, 'customer', word from customers, unnest(string_to_array(trim(search_text), ' ')) as word
     where length(word) between 3 and 80 and word !~ '^[0-9]+$' on conflict do nothing`,
  );
  return customers
    .map((customer, at) => ({ id: benchId('customer', at), fragment: fragmentOf(customer, companies[Math.floor(at / 5)] ?? '', at) }))
    .filter((_, at) => at % Math.max(1, Math.floor(count / 1_000)) === 0);
}

function customerAt(at: number) {
  const name = `${pick(first, at)} ${pick(last, at * 5 + Math.floor(at / 12))}`;
  return {
    name,
    email: `${searchWords(name).join('.')}.${at + 1}@example.com`,
    phone: `+1 212 ${String(1_000_000 + at).slice(0, 3)} ${String(1_000_000 + at).slice(3)}`,
  };
}

/** What a caller gives: a name, the beginning of a company, part of an e-mail address. */
function fragmentOf({ name, email }: { readonly name: string; readonly email: string }, company: string, at: number): string {
  if (at % 3 === 0) return name.toLowerCase();
  if (at % 3 === 1) return company.toLowerCase().slice(0, -1);
  return email.slice(0, email.indexOf('@'));
}

// The rules of the schema, proven on the database itself: what a migration adds is held to them without a word here.
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClonedDatabase } from '../support/clone-database.ts';
import { cloneDatabase } from '../support/clone-database.ts';

let database: ClonedDatabase;
let client: Client;
beforeAll(async () => {
  database = await cloneDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What belongs to the installation and not to an account (design "Accounts and people"). */
const ofInstallation = [
  'attempts',
  'schema_migrations',
  'staff',
  'staff_credentials',
  'staff_password_resets',
  'staff_second_factors',
  'staff_sessions',
  'staff_used_codes',
  'staff_verifications',
];

const list = async (sql: string, values: readonly unknown[] = []) => {
  const { rows } = await client.query<{ name: string }>(sql, [...values]);
  return rows.map((row) => row.name);
};

const tables = `select c.oid, c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

test('there is a schema to look at', async () => {
  expect((await list(`select relname as name from (${tables}) t`)).length).toBeGreaterThan(25);
});

test('every row of an account has its account first in the primary key', async () => {
  const without = await list(
    `select t.relname as name from (${tables}) t
     where t.relname <> all ($1) and not exists (
       select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       where k.conrelid = t.oid and k.contype = 'p' and a.attname = 'account_id')`,
    [ofInstallation],
  );
  expect(without).toEqual([]);
});

test('every foreign key between rows of accounts has the account first', async () => {
  const without = await list(
    `select k.conrelid::regclass || '.' || k.conname as name from pg_constraint k
     join pg_class target on target.oid = k.confrelid
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace and target.relname <> all ($1) and a.attname <> 'account_id'`,
    [ofInstallation],
  );
  expect(without).toEqual([]);
});

test('every foreign key has an index that begins with its columns', async () => {
  const without = await list(
    `select k.conrelid::regclass || '.' || k.conname as name from pg_constraint k
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
       select from pg_index i where i.indrelid = k.conrelid
         and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(k.conkey)] @> k.conkey)`,
  );
  expect(without).toEqual([]);
});

test('amounts are bigint minor units, prices numeric(20,6), rates integers, times with their zone', async () => {
  const wrong = await list(
    `select t.relname || '.' || a.attname || ' is ' || format_type(a.atttypid, a.atttypmod) as name
     from (${tables}) t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
     where (a.attname like '%amount' and format_type(a.atttypid, a.atttypmod) <> 'bigint')
        or (a.attname like '%price' and format_type(a.atttypid, a.atttypmod) <> 'numeric(20,6)')
        or (a.attname like '%\\_ppm' and format_type(a.atttypid, a.atttypmod) <> 'integer')
        or (a.attname like '%\\_at' and format_type(a.atttypid, a.atttypmod) not in ('timestamp with time zone'))
        or format_type(a.atttypid, a.atttypmod) in ('real', 'double precision', 'money', 'timestamp without time zone', 'json')`,
  );
  // Written and read whole, never looked into by a statement (decision 0020).
  expect(wrong).toEqual(['orders.pricing is json']);
});

test('what is deleted softly keeps its unique names free for others', async () => {
  const wrong = await list(
    `select i.indexrelid::regclass::text as name from (${tables}) t
     join pg_attribute d on d.attrelid = t.oid and d.attname = 'deleted_at'
     join pg_index i on i.indrelid = t.oid and i.indisunique and not i.indisprimary
     where coalesce(pg_get_expr(i.indpred, i.indrelid), '') not like '%deleted_at IS NULL%'
       -- Numbers are given once and never again, whatever becomes of the order.
       and i.indexrelid::regclass::text not in ('orders_number', 'orders_order_number')`,
  );
  expect(wrong).toEqual([]);
});

import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClonedDatabase } from '../../test/support/clone-database.ts';
import { cloneDatabase } from '../../test/support/clone-database.ts';
import type { Migration } from './migrate.ts';
import { migrate, readMigrations } from './migrate.ts';

let database: ClonedDatabase;
beforeEach(async () => {
  database = await cloneDatabase();
});
afterEach(() => database.drop());

const real = readMigrations();
const next = (sql: string, name = '9999-next.sql'): Migration => ({ name, sql, sha256: `of ${sql}` });

async function ask(sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a second run applies nothing', async () => {
  expect(await migrate(database.url)).toEqual([]);
});

test('a new file is applied once, also by processes that start together', async () => {
  const files = [...real, next('create table added (id int primary key)')];
  const applied = await Promise.all([migrate(database.url, files), migrate(database.url, files), migrate(database.url, files)]);
  expect(applied.flat()).toEqual(['9999-next.sql']);
});

test('a file that fails leaves nothing behind', async () => {
  await expect(migrate(database.url, [...real, next('create table half (id int); select broken')])).rejects.toThrow('9999-next.sql failed');
  expect(await ask(`select to_regclass('half') as half`)).toEqual([{ half: null }]);
  expect(await ask(`select name from schema_migrations where name like '9999%'`)).toEqual([]);
});

test('a file changed after it was applied is refused', async () => {
  await migrate(database.url, [...real, next('select 1')]);
  await expect(migrate(database.url, [...real, next('select 2')])).rejects.toThrow('was changed after it was applied');
});

test('a database written by a newer version is refused', async () => {
  await migrate(database.url, [...real, next('select 1')]);
  await expect(migrate(database.url, real)).rejects.toThrow('newer Backdesk');
});

test('a file numbered before one that is applied is refused', async () => {
  await migrate(database.url, [...real, next('select 1')]);
  const late = [...real, next('select 1', '9998-late.sql'), next('select 1')];
  await expect(migrate(database.url, late)).rejects.toThrow('comes before 9999-next.sql');
});

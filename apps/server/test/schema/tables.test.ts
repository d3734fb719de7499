// What the code believes of the tables is what the migrations made: `scripts/tables.ts` would write nothing else.
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { writeTables } from '../../../../scripts/table-types.ts';
import { cloneDatabase } from '../support/clone-database.ts';

/** Each type with its columns, whatever order they stand in: two people who add a table each meet in any order. */
function columnsByType(source: string): Record<string, readonly string[]> {
  const types = [...source.matchAll(/export type (\w+) = \{\n(.*?)\n\};/gs)];
  return Object.fromEntries(types.map(([, name, body]) => [name, (body ?? '').split('\n').toSorted()]));
}

test('db/tables.ts is what scripts/tables.ts writes: run it after a migration', async () => {
  const database = await cloneDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const written = columnsByType(await writeTables(client));
  await client.end();
  await database.drop();
  expect(Object.keys(written).length).toBeGreaterThan(60);
  expect(columnsByType(readFileSync(new URL('../../src/db/tables.ts', import.meta.url), 'utf8'))).toEqual(written);
});

// Processes on one database with files each in a folder of its own would not have each other's: the second is told.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { guardFiles } from '../../src/db/guard-files.ts';
import { cloneDatabase } from '../support/clone-database.ts';

const database = await cloneDatabase();
const ours = await mkdtemp(join(tmpdir(), 'backdesk-folder-'));
const theirs = await mkdtemp(join(tmpdir(), 'backdesk-folder-'));
afterAll(async () => {
  await database.drop();
  for (const folder of [ours, theirs]) await rm(folder, { recursive: true, force: true });
});

test('one folder is shared by any number, another one is refused until the first processes are gone', async () => {
  const [first, second] = [await guardFiles(database.url, ours), await guardFiles(database.url, ours)];
  expect([first.isAlone, second.isAlone]).toEqual([true, true]);
  const other = await guardFiles(database.url, theirs);
  expect(other.isAlone).toBe(false);
  for (const process of [first, second, other]) await process.close();
  const alone = await guardFiles(database.url, theirs);
  expect(alone.isAlone).toBe(true);
  await alone.close();
});

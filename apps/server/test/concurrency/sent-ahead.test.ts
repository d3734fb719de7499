import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentAhead } from '../../src/db/pool.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const divisionByZero = expect.objectContaining({ code: '22012' });
const rename = sql`update accounts set name = 'Renamed'`;
const nameNow = async () => (await sql<{ name: string }>`select name from accounts`.execute(app.db)).rows[0]?.name;

test('a statement sent ahead takes effect in its transaction, in order', async () => {
  const seen = await app.db.transaction().execute(async (tx) => {
    await sql`${sentAhead} update accounts set name = 'Sent ahead'`.execute(tx);
    const { rows } = await sql<{ name: string }>`select name from accounts`.execute(tx);
    return rows[0]?.name;
  });
  expect([seen, await nameNow()]).toEqual(['Sent ahead', 'Sent ahead']);
});

test('what failed when sent ahead is told by the next statement, and nothing stays', async () => {
  const before = await nameNow();
  const failing = app.db.transaction().execute(async (tx) => {
    await rename.execute(tx);
    await sql`${sentAhead} select 1 / 0`.execute(tx);
    await sql`select 1`.execute(tx);
  });
  await expect(failing).rejects.toEqual(divisionByZero);
  expect(await nameNow()).toBe(before);
});

test('what failed as the last statement fails the commit, and the connection serves the next transaction', async () => {
  const before = await nameNow();
  for (let time = 0; time < 20; time += 1) {
    const failing = app.db.transaction().execute(async (tx) => {
      await rename.execute(tx);
      await sql`${sentAhead} select 1 / 0`.execute(tx);
    });
    await expect(failing).rejects.toEqual(divisionByZero);
  }
  expect(await nameNow()).toBe(before);
  await app.db.transaction().execute((tx) => rename.execute(tx));
  expect(await nameNow()).toBe('Renamed');
});

test('a command that throws before its first statement leaves a clean connection', async () => {
  await expect(app.db.transaction().execute(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await nameNow()).toBe('Renamed');
});

// Workers are told of a job when it is committed, and what went before is taken on at once: they look by themselves only every few seconds.
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { type JobHandler, type Jobs, openJobs } from '../../src/db/jobs.ts';
import { openDatabase, openPool } from '../../src/db/pool.ts';
import { cloneDatabase } from '../support/clone-database.ts';

async function aWorker() {
  const database = await cloneDatabase();
  const db = openDatabase(openPool(database.url, 4));
  const done: unknown[] = [];
  let jobs: Jobs | undefined;
  const handler: JobHandler = { name: 'tests.note', handle: async ({ note }) => void done.push(note) };
  jobs = await openJobs(database.url, [handler], { supervise: true });
  onTestFinished(async () => {
    await jobs?.stop();
    await db.destroy();
    await database.drop();
  });
  return { url: database.url, db, done, handler, jobs };
}

test('a backlog is worked off job by job without a sleep in between, and what is told of is not waited for', async () => {
  const { db, done, handler, jobs } = await aWorker();
  const all = Array.from({ length: 20 }, (_, note) => note);
  for (const note of all) await jobs.enqueue(db, handler.name, { note });
  await jobs.work([handler]);
  // Two workers that slept after each job would need ten times five seconds.
  await expect.poll(() => done.length, { timeout: 20_000 }).toBe(20);
  expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(all);
});

test('what is rolled back tells nobody; what is committed is done', async () => {
  const { db, done, handler, jobs } = await aWorker();
  await jobs.work([handler]);
  await db
    .transaction()
    .execute(async (tx) => {
      await jobs.enqueue(tx, handler.name, { note: 'never' });
      throw new Error('Too late');
    })
    .catch(() => undefined);
  await db.transaction().execute((tx) => jobs.enqueue(tx, handler.name, { note: 'told' }));
  await jobs.enqueue(db, handler.name, { note: 'later' }, 1);
  await expect.poll(() => done, { timeout: 20_000 }).toEqual(['told', 'later']);
});

test('a job that was renamed is done under its new name, and the schedule of the old one is gone', async () => {
  const { url, db, done, handler, jobs } = await aWorker();
  const before: JobHandler = { ...handler, cron: '*/15 * * * *' };
  await jobs.work([before]);
  await jobs.stop();
  const schedules = async () => (await sql<{ name: string }>`select name from pgboss.schedule`.execute(db)).rows.map(({ name }) => name);
  expect(await schedules()).toEqual([handler.name]);

  const renamed: JobHandler = { ...before, name: 'tests.renamed', formerly: handler.name };
  const next = await openJobs(url, [renamed], { supervise: true });
  onTestFinished(() => next.stop());
  await next.enqueue(db, handler.name, { note: 'from before' });
  await next.work([renamed]);
  await expect.poll(() => done, { timeout: 20_000 }).toEqual(['from before']);
  expect(await schedules()).toEqual(['tests.renamed']);
});

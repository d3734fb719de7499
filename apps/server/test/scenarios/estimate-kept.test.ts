// What was frozen stays as it was whoever writes SQL: revisions that are out, their papers, the hashes. What may happen to them still does.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyKept } from '../../src/modules/estimate/verify-kept.ts';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const draft = async () => (await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } })).id;
const write = (statement: string, id: string) => sql`${sql.raw(statement)} where order_id = ${id}`.execute(app.db);
const tables = ['estimate_revisions', 'estimate_documents', 'estimate_decisions'] as const;
const kept = (id: string) => Promise.all(tables.map((table) => sql`select * from ${sql.table(table)} where order_id = ${id} order by 1, 2, 3`.execute(app.db)));
const rowsOf = async (id: string) => (await kept(id)).map(({ rows }) => rows);

test('plain SQL neither changes nor removes what a customer was given', async () => {
  const id = await draft();
  const estimate = await inTheirHands(app, id);
  await client().drawDocument({ params: { id, revision: 1 } });
  expect((await answer(app, estimate, 'accept')).status).toBe(200);
  const before = await rowsOf(id);
  expect(before.map((rows) => rows.length)).toEqual([1, 1, 1]);
  const frozen = [
    `content = replace(content, '"quantity":4', '"quantity":5')`,
    `content = content || ' '`,
    `sha256 = '\\x00'`,
    'total_amount = total_amount - 1',
    `currency = 'EUR'`,
    `open_parts = '{tax}'`,
    `message = 'Cheaper'`,
    `issued_at = issued_at + interval '1 day'`,
    'order_version = order_version + 1',
    'revision = 7',
    'valid_until = valid_until - 1',
    `lock_until = lock_until + interval '1 day'`,
    `status = 'open'`,
    'released_at = null',
    `released_at = released_at + interval '1 day'`,
  ];
  for (const change of frozen)
    await expect(write(`update estimate_revisions set ${change}`, id), change).rejects.toThrow('A revision that is out is kept as it was frozen.');
  await expect(write('delete from estimate_revisions', id)).rejects.toThrow('A revision that is out is kept as it was frozen.');
  for (const statement of [
    'update estimate_documents set content_sha256 = sha256(content_sha256)',
    'update estimate_documents set made_at = now()',
    'delete from estimate_documents',
  ])
    await expect(write(statement, id), statement).rejects.toThrow('The document of a revision is kept as it was drawn.');
  const paper = sql`(select file_id from estimate_documents where order_id = ${id})`;
  await expect(sql`update files set sha256 = sha256(sha256) where id = ${paper}`.execute(app.db)).rejects.toThrow('What a file holds is kept as it came.');
  await expect(sql`delete from files where id = ${paper}`.execute(app.db)).rejects.toThrow(/foreign key/);
  expect(await rowsOf(id)).toEqual(before);
  expect((await verifyKept(app.db, app.services.files)).broken).toEqual([]);
});

test('not even one that nobody was given is removed', async () => {
  const id = await draft();
  await client().issueEstimate({ params: { id }, body: {} });
  await expect(write('delete from estimate_revisions', id)).rejects.toThrow(/kept as it was frozen/);
  await expect(write('update estimate_revisions set revision = 2', id)).rejects.toThrow(/kept as it was frozen/);
});

test('what may happen still does: written anew while nobody has it, extended, withdrawn, deleted and restored, taken back, submitted', async () => {
  const id = await draft();
  const first = await client().issueEstimate({ params: { id }, body: {} });
  const lineId = (await client().getOrder({ params: { id } })).lines[0]?.id ?? '';
  await client().changeLine({ params: { id, lineId }, body: { quantity: 5 } });
  const again = await client().issueEstimate({ params: { id }, body: { email: 'dana@acme.example', holdSeconds: 10 } });
  expect([again.revision, again.sha256 === first.sha256]).toEqual([1, false]);
  // The mail is held for ten seconds: taken back, nobody has seen it.
  await client().undoSending({ params: { id, revision: 1 } });
  await client().changeLine({ params: { id, lineId }, body: { quantity: 6 } });
  await readyToSubmit(app, id);
  expect(await client().issueEstimate({ params: { id }, body: {} })).toMatchObject({ revision: 1, releasedAt: null });

  const estimate = await inTheirHands(app, id);
  const paper = await client().drawDocument({ params: { id, revision: 1 } });
  const { validUntil } = estimate.page;
  const later = new Date(Date.parse(validUntil) + 86_400_000).toISOString().slice(0, 10);
  await client().extendEstimate({ params: { id, revision: 1 }, body: { validUntil: later } });
  // The paper of the day before stays beside the new one.
  expect((await client().drawDocument({ params: { id, revision: 1 } })).id).not.toBe(paper.id);
  await client().deleteOrder({ params: { id } });
  await client().restoreOrder({ params: { id } });
  expect((await answer(app, { ...estimate, page: await app.anonymous.client.getEstimatePage({ params: { token: estimate.token } }) }, 'accept')).status).toBe(
    200,
  );
  expect((await client().submitOrder({ params: { id }, body: {} })).stage).toBe('submitted');
  const withdrawn = await draft();
  await inTheirHands(app, withdrawn);
  expect((await client().withdrawEstimate({ params: { id: withdrawn, revision: 1 } })).stage).toBe('draft');
  expect((await verifyKept(app.db, app.services.files)).broken).toEqual([]);
});

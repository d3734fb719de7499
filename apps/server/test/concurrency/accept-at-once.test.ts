// A hundred answers to one estimate on real connections: one of them counts.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await aPriceList(app);
  await app.runJobs();
});
afterAll(() => app.close());

test('100 acceptances at once, some of them a no: one is kept, the others are told', async () => {
  const shop = await aShop(app);
  const { id } = await app.owner.client.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } });
  await readyToSubmit(app, id);
  const estimate = await inTheirHands(app, id);
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => (index % 10 === 9 ? answer(app, estimate, 'decline', { reason: 'price' }) : answer(app, estimate, 'accept'))),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(new Set(['estimate.not_open']));
  const { rows } = await sql<{ kept: number; events: number; mails: number }>`
    select (select count(*)::integer from estimate_decisions where order_id = ${id}) kept,
      (select count(*)::integer from events where subject_id = ${id} and type in ('estimate.accepted', 'estimate.declined')) events,
      (select count(*)::integer from mails where order_id = ${id} and template = 'estimate_decision') mails`.execute(app.db);
  expect(rows).toEqual([{ kept: 1, events: 1, mails: 1 }]);
  // After so many, this place has to wait.
  const more = await Promise.all(Array.from({ length: 110 }, () => answer(app, estimate, 'accept')));
  expect(more.map(({ status }) => status)).toContain(429);
});

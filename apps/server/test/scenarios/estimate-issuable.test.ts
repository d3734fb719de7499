// What can never be submitted as promised is not promised: refused when it is issued. What an estimate may leave open can be filled in after
// the yes.
import type { Order } from '@backdesk/contract/order/order.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { problemOf } from '../support/problem-of.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const read = (id: string): Promise<Order> => client().getOrder({ params: { id } });
const draft = (lines: readonly object[]): Promise<Order> => client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
const lineOf = (order: Order, sku: string) => order.lines.find((line) => line.sku === sku)?.id ?? '';
const issue = (id: string) => client().issueEstimate({ params: { id }, body: {} });
const submit = async (id: string) => {
  const response = await app.owner.request('POST', `/api/v1/orders/${id}/submit`, {});
  return { status: response.status, body: (await response.json()) as object };
};

/** A cap at 4.50 in two sizes, sold from `from` on; the option "Imprint location" must be answered where `isAsked`. */
let made = 0;
async function aCap(from: number, isAsked = false) {
  made += 1;
  const code = `CAP-${made}`;
  const prices = [{ quantity: from, extendedPrice: (4.5 * from).toFixed(2) }];
  const variants = ['S', 'M'].map((value) => ({ sku: `${code}-${value}`, options: [{ name: 'Size', value }], prices }));
  const { id } = await client().createProduct({ body: { code, name: 'Cap', variants } });
  if (!isAsked) return { code, productId: id, location: '', front: '', both: '' };
  const values = [{ name: 'Front' }, { name: 'Both sides', perPiece: '0.50' }];
  const { configurationOptions } = await client().setConfiguration({
    params: { id },
    body: { options: [{ kind: 'choice', name: 'Imprint location', required: true, values }] as never },
  });
  const [option] = configurationOptions as readonly { readonly id: string; readonly values: readonly { readonly id: string }[] }[];
  return { code, productId: id, location: option?.id ?? '', front: option?.values[0]?.id ?? '', both: option?.values[1]?.id ?? '' };
}

test('an answer left open when it was issued is filled in after the yes: with no upcharge it is what was accepted, with one it is not', async () => {
  const { code, location, front, both } = await aCap(1, true);
  const sku = `${code}-S`;
  const order = await draft([{ sku, quantity: 24 }]);
  const { id } = order;
  await readyToSubmit(app, id);
  const yes = await answer(app, await inTheirHands(app, id), 'accept');
  expect(yes.status).toBe(200);
  expect(await submit(id)).toMatchObject({ body: { refusals: [{ code: 'line.configuration_missing' }] } });
  const params = { id, lineId: lineOf(order, sku) };
  await client().changeLine({ params, body: { configuration: { [location]: both } } });
  expect(await submit(id)).toMatchObject({ status: 409, body: { code: 'order.differs_from_accepted' } });
  await client().changeLine({ params, body: { configuration: { [location]: front } } });
  // 24 × 4.50 = 108.00, Ground 12.00, tax 8.875 % of 108.00 = 9.59 (9.585).
  const accepted = { status: 200, body: { totals: { total: { amount: 12_959 } } } };
  await client().dropChanges({ params: { id, revision: 1 } });
  expect((await read(id)).lines[0]?.answers).toMatchObject([{ value: 'Front', state: 'answered' }]);
  expect(await submit(id)).toMatchObject(accepted);
});

test.each(['open', 'accepted'] as const)('an answer left open that the catalogue asks for no more keeps an estimate that is %s from nothing', async (state) => {
  const { code, productId } = await aCap(1, true);
  const { id } = await draft([{ sku: `${code}-S`, quantity: 24 }]);
  await readyToSubmit(app, id);
  const link = await inTheirHands(app, id);
  if (state === 'accepted') expect((await answer(app, link, 'accept')).status).toBe(200);
  expect(await submit(id)).toMatchObject({ body: { refusals: [{ code: 'line.configuration_missing' }] } });
  await client().setConfiguration({ params: { id: productId }, body: { options: [] } });
  expect(await submit(id)).toMatchObject({ status: 200, body: { lines: [{ answers: [] }], totals: { total: { amount: 12_959 } } } });
  const { items } = await client().getHistory({ params: { id } });
  expect(items.map(({ sentence }) => sentence).filter((said) => said.includes('Imprint'))).toEqual([`${code}-S: Imprint location is no longer asked`]);
});

test('a quantity that is not sold so is refused when it is issued, of an optional line too; sizes that only count together are not', async () => {
  const { code } = await aCap(24);
  const [small, medium] = [`${code}-S`, `${code}-M`];
  const together = await draft([
    { sku: small, quantity: 12 },
    { sku: medium, quantity: 12 },
  ]);
  await client().removeLine({ params: { id: together.id, lineId: lineOf(together, medium) } });
  const lineId = lineOf(together, small);
  const refused = { status: 422, code: 'line.below_minimum', refusals: [{ lineId, detail: { minimum: 24, quantity: 12 } }] };
  expect(await problemOf(issue(together.id))).toMatchObject(refused);
  await client().addLines({ params: { id: together.id }, body: { sku: 'MUG', quantity: 4 } });
  await client().changeLine({ params: { id: together.id, lineId }, body: { optional: true } });
  expect(await problemOf(issue(together.id))).toMatchObject(refused);

  const more = await draft([
    { sku: small, quantity: 24 },
    { sku: medium, quantity: 12 },
  ]);
  await client().changeLine({ params: { id: more.id, lineId: lineOf(more, medium) }, body: { optional: true } });
  expect(await issue(more.id)).toMatchObject({ revision: 1 });
});

test('a total below zero is refused when it is issued, and nothing is written', async () => {
  const { id, lines } = await draft([{ sku: 'MUG', quantity: 4 }, { custom: { name: 'Credit of May', unitPrice: '80.00' } }]);
  const credit = lines.find(({ name }) => name === 'Credit of May')?.id ?? '';
  await sql`update order_lines set kind = 'credit' where id = ${credit}`.execute(app.db);
  // Nobody goes by what was kept of it.
  await sql`update orders set updated_at = updated_at - interval '1 day' where id = ${id}`.execute(app.db);
  await client().changeLine({ params: { id, lineId: credit }, body: { unitPrice: '-80.00' } });
  expect(await problemOf(issue(id))).toMatchObject({ status: 422, code: 'order.negative_total' });
  expect((await read(id)).estimate).toBeNull();
});

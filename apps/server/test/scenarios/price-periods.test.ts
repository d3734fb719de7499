// Prices with days: what is in force today, how drafts follow on the day a period begins or ends in the account's time zone, and what is
// refused. Prices by role, which stand before the list of a variant, among them.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aProduct, each } from '../support/a-kit.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { aVisitor } from '../support/a-visitor.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
let thing: Awaited<ReturnType<typeof aProduct>>;
beforeEach(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await client().changeSettings({ body: { timeZone: 'America/New_York' } });
  thing = await aProduct(app, 'Thing', [each('10'), each('180', 24)]);
});
afterEach(() => app.close());

// A key has no session that ends while the clock goes on by weeks.
const client = () => app.apiKey.client;
const december = { validFrom: '2026-12-01', validUntil: '2026-12-24', breaks: [each('8'), each('84', 12)] };
const set = (periods: readonly object[], basedOn?: number) =>
  client().setPricePeriods({ params: { id: thing.id }, body: { ...(basedOn !== undefined && { basedOn }), periods: periods as never } });
const goldId = async () => (await client().listPriceRoles({})).items.find(({ name }) => name === 'Gold')?.id ?? '';
const aDraft = (customerId = shop.customerId, quantity = 1) => client().createOrder({ body: { customerId, lines: [{ sku: thing.sku, quantity }] } });
const read = (id: string) => client().getOrder({ params: { id } });
const priceOf = async (id: string) => (await read(id)).lines[0]?.unitPrice;
const sweepAt = async (time: string) => {
  app.clock.set(time);
  await app.services.enqueue(app.db, 'day.sweep', {});
  await app.runJobs();
  // What the sweep asked for.
  await app.runJobs();
};
const refusal = (write: Promise<unknown>) =>
  write.then(
    () => {
      throw new Error('It was done.');
    },
    (error: unknown) => (error instanceof ApiProblem ? error.problem : Promise.reject(error)),
  );

test('drafts follow a period from its first to its last day, in the time zone of the account; estimates keep what they promised', async () => {
  const { id } = await aDraft();
  const estimate = await aDraft();
  await client().issueEstimate({ params: { id: estimate.id }, body: { validUntil: '2027-01-31' } });
  const { items } = await set([december]);
  expect(items).toEqual([{ variantId: null, roleId: null, roleName: null, ...december, state: 'coming' }]);
  await app.runJobs();
  expect(await priceOf(id)).toBe('10');
  // Half an hour before midnight in New York, and half an hour after.
  await sweepAt('2026-12-01T04:30:00Z');
  expect(await priceOf(id)).toBe('10');
  await sweepAt('2026-12-01T05:30:00Z');
  const begun = await read(id);
  expect(begun.lines[0]).toMatchObject({
    unitPrice: '8',
    priceTable: { label: 'List', validFrom: '2026-12-01', validUntil: '2026-12-24', breaks: [{ quantity: 1 }, { quantity: 12 }] },
  });
  const history = (await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence);
  expect(history.some((sentence) => sentence.includes('10.00') && sentence.includes('8.00'))).toBe(true);
  // The break of the standing price is not that of the period.
  const many = await client().changeLine({ params: { id, lineId: begun.lines[0]?.id ?? '' }, body: { quantity: 24 } });
  expect(many.changedLines[0]?.unitPrice).toBe('7');
  // Once more on the same day, nothing is done.
  const { version } = await read(id);
  await sweepAt('2026-12-01T23:00:00Z');
  expect((await read(id)).version).toBe(version);
  await sweepAt('2026-12-25T04:59:00Z');
  expect(await priceOf(id)).toBe('7');
  await sweepAt('2026-12-25T05:00:00Z');
  expect(await priceOf(id)).toBe('7.5');
  expect((await read(id)).lines[0]?.priceTable).toEqual({ source: 'list', label: 'List', breaks: [each('10'), each('180', 24)] });
  expect([await priceOf(estimate.id), (await read(estimate.id)).lines[0]?.priceTable?.label]).toEqual(['10', 'Estimate r1']);
});

test('a sweep that was missed for days is made up for, and one that comes after all of it leaves the draft as it was', async () => {
  const { id } = await aDraft();
  await set([december, { validFrom: '2026-12-25', breaks: [each('9')] }]);
  await app.runJobs();
  await sweepAt('2026-11-24T12:00:00Z');
  await sweepAt('2026-12-04T12:00:00Z');
  expect(await priceOf(id)).toBe('8');
  await sweepAt('2027-01-20T12:00:00Z');
  expect(await priceOf(id)).toBe('9');
  const other = await aDraft();
  const { version } = await read(other.id);
  await sweepAt('2027-02-20T12:00:00Z');
  expect((await read(other.id)).version).toBe(version);
});

test('a period that is in force when it is set, or taken away, reaches open drafts at once', async () => {
  const { id } = await aDraft();
  await set([{ validUntil: '2026-11-30', breaks: [each('6.50')] }]);
  await app.runJobs();
  expect(await priceOf(id)).toBe('6.5');
  const [variant] = (await client().getProduct({ params: { id: thing.id } })).variants;
  expect(variant).toMatchObject({
    priceTable: { validFrom: null, validUntil: '2026-11-30', breaks: [each('6.50')] },
    standing: [each('10.00'), each('180.00', 24)],
  });
  // Whoever changes the list price changes the one without days.
  await client().changeVariant({ params: { id: thing.variantId }, body: { prices: [each('11')] } });
  expect((await client().getProduct({ params: { id: thing.id } })).variants[0]).toMatchObject({
    priceTable: { breaks: [each('6.50')] },
    standing: [each('11.00')],
  });
  const [hit] = (await client().searchVariants({ query: { q: thing.sku } })).items;
  expect(hit?.priceTable).toMatchObject({ breaks: [each('6.50')], validUntil: '2026-11-30' });
  // Customers read the days of what is in force, and nothing of what is not.
  const site = await aVisitor(app).client.getSiteProduct({ params: { code: thing.sku } });
  expect(site.variants[0]?.priceTable).toMatchObject({ breaks: [each('6.50')], validUntil: '2026-11-30' });
  expect(JSON.stringify(site)).not.toContain('11.00');
  await set([]);
  await app.runJobs();
  expect(await priceOf(id)).toBe('11');
});

test('the price of a role stands before the list of the variant; a period of the role in its place, one for everybody does not touch it', async () => {
  const [roleId, gold, plain] = [await goldId(), await aDraft(shop.goldCustomerId), await aDraft()];
  expect(gold.lines[0]).toMatchObject({ unitPrice: '10', priceTable: { label: 'List, no Gold price' } });
  await client().setRolePrices({ params: { id: thing.id, roleId }, body: { breaks: [each('9')] } });
  await app.runJobs();
  expect((await read(gold.id)).lines[0]).toMatchObject({ unitPrice: '9', priceTable: { source: 'role', label: 'Gold' } });
  const today = { validFrom: '2026-11-20', validUntil: '2026-11-30' };
  await set([{ ...today, breaks: [each('7')] }]);
  await app.runJobs();
  expect([await priceOf(gold.id), await priceOf(plain.id)]).toEqual(['9', '7']);
  await set([
    { ...today, breaks: [each('7')] },
    { ...today, roleId, breaks: [each('6')] },
  ]);
  await app.runJobs();
  expect([await priceOf(gold.id), await priceOf(plain.id)]).toEqual(['6', '7']);
  const listed = (await client().listRolePrices({ params: { id: roleId } })).items.filter(({ productId }) => productId === thing.id);
  expect(listed.map(({ extendedPrice, validFrom, validUntil }) => [extendedPrice, validFrom, validUntil]).toSorted()).toEqual([
    ['6', '2026-11-20', '2026-11-30'],
    ['9', null, null],
  ]);
  // What the role pays without days is set apart from its periods.
  await client().setRolePrices({ params: { id: thing.id, roleId }, body: { breaks: [] } });
  await app.runJobs();
  expect(await priceOf(gold.id)).toBe('6');
  const roles = (await client().listProductRolePrices({ params: { id: thing.id } })).items;
  expect(roles.find((role) => role.roleId === roleId)?.breaks).toEqual([]);
});

test('a period of one variant leaves the others at theirs', async () => {
  const code = `${thing.sku}-SIZES`;
  const variants = ['S', 'L'].map((value) => ({ sku: `${code}-${value}`, options: [{ name: 'Size', value }], prices: [each('10')] }));
  const product = await client().createProduct({ body: { code, name: 'Sized', variants } });
  const lines = variants.map(({ sku }) => ({ sku, quantity: 1 }));
  const periods = [{ variantId: product.variants[1]?.id ?? '', validFrom: '2026-11-01', breaks: [each('8')] }];
  await client().setPricePeriods({ params: { id: product.id }, body: { periods } });
  const order = await client().createOrder({ body: { customerId: shop.customerId, lines } });
  expect(order.lines.map(({ unitPrice }) => unitPrice)).toEqual(['10', '8']);
});

test('what cannot be is refused where it stands, and nothing is changed', async () => {
  const set1 = await set([december]);
  const fault = async (periods: readonly object[]) => (await refusal(set(periods))).errors?.[0];
  expect(await fault([december, { ...december, validFrom: '2026-12-24', validUntil: null }])).toEqual({
    pointer: '/periods/1/validFrom',
    message: 'overlaps the period 2026-12-01 to 2026-12-24 for the same variant and role: they must not share a day',
  });
  expect((await fault([{ breaks: [each('8')] }]))?.pointer).toBe('/periods/0/validFrom');
  expect((await fault([{ ...december, validUntil: '2026-11-30' }]))?.pointer).toBe('/periods/0/validUntil');
  expect((await fault([{ ...december, breaks: [each('8'), each('7')] }]))?.pointer).toBe('/periods/0/breaks/1/quantity');
  expect((await fault([{ ...december, variantId: shop.variants.MUG }]))?.pointer).toBe('/periods/0/variantId');
  expect((await fault([{ ...december, roleId: thing.id }]))?.pointer).toBe('/periods/0/roleId');
  expect((await fault([{ ...december, validFrom: '2026-02-30' }]))?.pointer).toBe('/periods/0/validFrom');
  expect((await fault([{ ...december, breaks: [] }]))?.pointer).toBe('/periods/0/breaks');
  // Others of a role may share their days.
  const both = await set([december, { ...december, roleId: await goldId() }], set1.version);
  expect(both.items.map(({ roleName }) => roleName)).toEqual([null, 'Gold']);
  expect(await refusal(client().setPricePeriods({ params: { id: thing.id }, body: { basedOn: set1.version, periods: [] } }))).toMatchObject({
    code: 'conflict',
    conflicts: [{ pointer: '/pricePeriods' }],
  });
  expect((await client().listPricePeriods({ params: { id: thing.id } })).items).toHaveLength(2);
});

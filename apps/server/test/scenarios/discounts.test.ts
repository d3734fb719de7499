// Discounts over HTTP: codes and automatic ones, limited by days, uses, categories and roles, and what a draft is told when one stops.
import { pricingInputOf } from '@backdesk/contract/order/pricing-input.ts';
import { priceOrder } from '@backdesk/domain/pricing/price-order.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';
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
const usd = (amount: number) => ({ amount, currency: 'USD' });
/** Ten mugs at 4.50 and two T-shirts at 10.00: 65.00. */
const aDraft = async (customerId = shop.customerId) =>
  (
    await client().createOrder({
      body: {
        customerId,
        lines: [
          { sku: 'MUG', quantity: 10 },
          { sku: 'TEE-S', quantity: 2 },
        ],
      },
    })
  ).id;
const order = (id: string) => client().getOrder({ params: { id } });
const setCodes = (id: string, ...codes: string[]) => client().setDiscounts({ params: { id }, body: { codes } });
const tenOff = (code: string, more: object = {}) =>
  client().createDiscount({ body: { name: `Sale ${code}`, code, value: { kind: 'percentage', ppm: 100_000 }, ...more } });
const reasonOf = async (call: Promise<unknown>) => (await problemOf(call)).refusals?.[0]?.detail?.reason;
const history = async (id: string) => (await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence.replaceAll('\u00a0', ' '));

test('a code takes a part off, is explained at the line, priced alike in the browser, and taken off again', async () => {
  await tenOff('SPRING');
  const id = await aDraft();
  await setCodes(id, 'spring');
  const priced = await order(id);
  expect(priced.discounts).toMatchObject([{ source: 'code', code: 'SPRING', label: 'Sale SPRING', amount: usd(650), refused: null, blocker: null }]);
  expect(priced.totals.discount).toEqual(usd(650));
  expect(priced.lines[0]?.explanation.at(-1)).toMatchObject({ step: 'order_discount', label: 'Sale SPRING', amount: usd(450) });
  expect(priceOrder(pricingInputOf(priced)).totals).toMatchObject({ discount: 650, total: priced.totals.total.amount });
  // What is given by hand stays when codes are set, and the other way round.
  await client().setDiscounts({ params: { id }, body: { discounts: [{ label: 'Loyal', value: { kind: 'fixed', amount: usd(100) } }] } });
  expect((await order(id)).discounts.map(({ source }) => source)).toEqual(['code', 'manual']);
  await setCodes(id);
  expect((await order(id)).discounts.map(({ source }) => source)).toEqual(['manual']);
  expect(await history(id)).toContain('Sale SPRING (SPRING) of 10% removed');
});

test('a code reaches shipping, or both; one of certain products takes of their lines alone, in the browser too', async () => {
  const tee = (await client().searchVariants({ query: { q: 'TEE-S' } })).items[0];
  await tenOff('SHIP', { reach: 'shipping' });
  await tenOff('BOTH', { reach: 'items_and_shipping' });
  await tenOff('TEES', { productIds: [tee?.productId ?? ''] });
  const id = await aDraft();
  await readyToSubmit(app, id);
  const taken = async (code: string) => {
    await setCodes(id, code);
    const { discounts, totals, ...rest } = await order(id);
    expect(priceOrder(pricingInputOf({ discounts, totals, ...rest })).totals.discount).toBe(totals.discount.amount);
    return [discounts[0]?.amount.amount, (totals.shipping?.amount ?? 0) / 10];
  };
  const [ofShipping, tenth] = await taken('SHIP');
  expect(tenth).toBeGreaterThan(0);
  expect(ofShipping).toBe(tenth);
  // Of 65.00 and of shipping; then of two shirts at 10.00.
  expect((await taken('BOTH'))[0]).toBe(650 + (tenth ?? 0));
  expect((await taken('TEES'))[0]).toBe(200);
});

test('a code limited to a category and what is below it reaches those lines only', async () => {
  const wear = (await client().createCategory({ body: { name: 'Wear' } })).id;
  const tees = (await client().createCategory({ body: { name: 'Tees', parentId: wear } })).id;
  await client().setProductCategories({ params: { id: shop.products.TEE ?? '' }, body: { categoryIds: [tees] } });
  const made = await tenOff('WEAR', { categoryIds: [wear] });
  const id = await aDraft();
  await setCodes(id, 'WEAR');
  const priced = await order(id);
  expect(priced.totals.discount).toEqual(usd(200));
  expect(priced.discounts[0]?.productIds).toEqual([shop.products.TEE]);
  expect(priceOrder(pricingInputOf(priced)).totals.discount).toBe(200);
  // Without its category it is not for everything.
  await client().deleteCategory({ params: { id: wear } });
  expect(await client().getDiscount({ params: { id: made.id } })).toMatchObject({ categoryIds: [], isLimitedToItems: true });
  await client().addLines({ params: { id }, body: { sku: 'MUG', quantity: 1 } });
  expect((await order(id)).totals.discount).toEqual(usd(0));
});

test('what is found for an order says which of its limited discounts reach it, so that the total is right before the line is there', async () => {
  const drink = (await client().createCategory({ body: { name: 'Drink' } })).id;
  const cups = (await client().createCategory({ body: { name: 'Cups', parentId: drink } })).id;
  await client().setProductCategories({ params: { id: shop.products.MUG ?? '' }, body: { categoryIds: [cups] } });
  const made = await tenOff('DRINK', { categoryIds: [drink] });
  const id = (await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'TEE-S', quantity: 2 }] } })).id;
  await setCodes(id, 'DRINK');
  const before = await order(id);
  expect([before.totals.discount, before.discounts[0]?.productIds]).toEqual([usd(0), []]);
  const query = { orderId: id, customerId: shop.customerId };
  const reach = [{ discountId: made.id, productIds: [shop.products.MUG] }];
  const [mug] = (await client().searchVariants({ query: { q: 'MUG', ...query } })).items;
  const [tee] = (await client().searchVariants({ query: { q: 'TEE-S', ...query } })).items;
  const pasted = (await client().matchRows({ body: { ...query, rows: [{ readings: [{ words: 'MUG', quantity: 5 }] }] } })).items[0]?.hits[0];
  const page = await client().getProduct({ params: { id: shop.products.MUG ?? '' }, query });
  expect([mug?.discountReach, pasted?.discountReach, page.discountReach, tee?.discountReach]).toEqual([reach, reach, reach, []]);
  // Without an order nothing is said; another account's order says nothing either.
  expect((await client().searchVariants({ query: { q: 'MUG' } })).items[0]).not.toHaveProperty('discountReach');
  // What the browser shows at the key, by the same calculator, is what the answer says.
  await client().addLines({ params: { id }, body: { variantId: mug?.id ?? '', quantity: 10 } });
  const after = await order(id);
  const discounts = before.discounts.map((discount) => ({
    ...discount,
    productIds: [...(discount.productIds ?? []), ...(mug?.discountReach?.[0]?.productIds ?? [])],
  }));
  const instant = priceOrder(pricingInputOf({ ...before, discounts, lines: after.lines })).totals;
  expect(after.totals.discount).toEqual(usd(450));
  expect([instant.discount, instant.total]).toEqual([450, after.totals.total.amount]);
});

test('what is unknown, over, not begun, for others or switched off is refused with its reason', async () => {
  const id = await aDraft();
  const gold = (await client().listPriceRoles({})).items[0]?.id ?? '';
  await tenOff('OVER', { validUntil: '2026-11-22' });
  await tenOff('SOON', { validFrom: '2026-11-24' });
  await tenOff('OFF', { active: false });
  await tenOff('GOLD', { roleIds: [gold] });
  const reasons: unknown[] = [];
  for (const code of ['NONE', 'OVER', 'SOON', 'OFF', 'GOLD']) reasons.push(await reasonOf(setCodes(id, code)));
  expect(reasons).toEqual(['unknown', 'expired', 'not_yet', 'off', 'other_customers']);
  expect((await order(id)).discounts).toEqual([]);
  const theirs = await aDraft(shop.goldCustomerId);
  await setCodes(theirs, 'GOLD');
  expect((await order(theirs)).totals.discount.amount).toBeGreaterThan(0);
  expect((await problemOf(tenOff('gold'))).code).toBe('discount.code_taken');
});

test('a code that stops being valid stays, takes nothing, and keeps the order from being submitted until it is taken off', async () => {
  const { id: discountId } = await tenOff('STOPS');
  const id = await aDraft();
  await readyToSubmit(app, id);
  await setCodes(id, 'STOPS');
  await client().changeDiscount({ params: { id: discountId }, body: { active: false } });
  await app.runJobs();
  const stopped = await order(id);
  expect(stopped.discounts).toMatchObject([{ code: 'STOPS', refused: 'off', amount: usd(0), blocker: { code: 'discount.not_valid' } }]);
  expect(stopped.blockers.map(({ code }) => code)).toContain('discount.not_valid');
  expect(await history(id)).toContain('Sale STOPS (STOPS) is not valid any more: it was switched off');
  expect((await problemOf(client().submitOrder({ params: { id }, body: {} }))).refusals?.map(({ code }) => code)).toEqual(['discount.not_valid']);
  await client().deleteDiscount({ params: { id: discountId } });
  await app.runJobs();
  expect((await order(id)).discounts[0]?.refused).toBe('off');
  await setCodes(id);
  expect((await client().submitOrder({ params: { id }, body: {} })).stage).toBe('submitted');
});

test('a balance is used up over orders, and given back by one that is deleted', async () => {
  const body = { name: 'Credit', code: 'CREDIT', value: { kind: 'balance', amount: usd(8000) } } as const;
  const { id: discountId } = await client().createDiscount({ body });
  const [first, second, third] = [await aDraft(), await aDraft(), await aDraft()];
  for (const id of [first, second]) {
    await readyToSubmit(app, id);
    await setCodes(id, 'CREDIT');
  }
  expect((await order(first)).totals.discount).toEqual(usd(6500));
  await client().submitOrder({ params: { id: first }, body: {} });
  await app.runJobs();
  expect((await order(second)).totals.discount).toEqual(usd(1500));
  await client().submitOrder({ params: { id: second }, body: {} });
  expect(await reasonOf(setCodes(third, 'CREDIT'))).toBe('spent');
  expect(await client().getDiscount({ params: { id: discountId } })).toMatchObject({ uses: 2, usedAmount: usd(8000), state: 'spent' });
  await client().deleteOrder({ params: { id: first } });
  await setCodes(third, 'CREDIT');
  expect((await order(third)).totals.discount).toEqual(usd(6500));
});

test('of a balance that others spent meanwhile nobody is charged more than they accepted', async () => {
  await client().createDiscount({ body: { name: 'Credit', code: 'CREDIT2', value: { kind: 'balance', amount: usd(8000) } } });
  const [id, other] = [await aDraft(), await aDraft()];
  for (const one of [id, other]) {
    await setCodes(one, 'CREDIT2');
    await readyToSubmit(app, one);
  }
  // 65.00 less 65.00, shipping 12.00.
  const estimate = await inTheirHands(app, id);
  expect((await answer(app, estimate, 'accept')).body.total).toEqual(usd(1200));
  await client().submitOrder({ params: { id: other }, body: {} });
  for (const body of [{}, { expectedTotal: usd(6643) }]) {
    const refused = await problemOf(client().submitOrder({ params: { id }, body }));
    expect([refused.code, refused.refusals?.[0]?.detail?.acceptedAmount]).toEqual(['order.differs_from_accepted', 1200]);
  }
  // Asked anew, at what is left: 15.00.
  await client().issueEstimate({ params: { id }, body: {} });
  expect((await order(id)).totals.discount).toEqual(usd(1500));
});

test('once a customer: the second order of the same customer is refused, another’s is not', async () => {
  await tenOff('ONCE', { maxUsesPerCustomer: 1 });
  const id = await aDraft();
  await readyToSubmit(app, id);
  await setCodes(id, 'ONCE');
  await client().submitOrder({ params: { id }, body: {} });
  expect(await reasonOf(setCodes(await aDraft(), 'ONCE'))).toBe('used_by_customer');
  await setCodes(await aDraft(shop.goldCustomerId), 'ONCE');
});

test('so many orders in all: whoever comes after them is refused, and an order that is deleted makes room', async () => {
  await tenOff('FIRST1', { maxUses: 1 });
  const id = await aDraft();
  await readyToSubmit(app, id);
  await setCodes(id, 'FIRST1');
  const theirs = await aDraft(shop.goldCustomerId);
  await setCodes(theirs, 'FIRST1');
  await client().submitOrder({ params: { id }, body: {} });
  await app.runJobs();
  expect((await order(theirs)).discounts).toMatchObject([{ code: 'FIRST1', refused: 'used_up', amount: usd(0) }]);
  expect(await reasonOf(setCodes(await aDraft(), 'FIRST1'))).toBe('used_up');
  await client().deleteOrder({ params: { id } });
  await setCodes(await aDraft(), 'FIRST1');
});

test('an estimate keeps the code it was issued with, after the code’s last day too', async () => {
  await tenOff('LAST', { validUntil: '2026-11-23' });
  const id = await aDraft();
  await readyToSubmit(app, id);
  await setCodes(id, 'LAST');
  await client().issueEstimate({ params: { id }, body: {} });
  app.clock.advance({ days: 2 });
  const { stage, totals } = await client().submitOrder({ params: { id }, body: {} });
  expect([stage, totals.discount]).toEqual(['submitted', usd(650)]);
});

test('an automatic discount comes to new drafts at once and to open ones by the job, and goes with its end', async () => {
  const open = await aDraft();
  const made = await client().createDiscount({ body: { name: 'Autumn', value: { kind: 'percentage', ppm: 200_000 } } });
  const id = await aDraft();
  expect((await order(id)).discounts).toMatchObject([{ source: 'automatic', label: 'Autumn', amount: usd(1300) }]);
  await app.runJobs();
  expect((await order(open)).totals.discount).toEqual(usd(1300));
  await client().deleteDiscount({ params: { id: made.id } });
  await app.runJobs();
  for (const each of [open, id]) expect((await order(each)).discounts).toEqual([]);
  expect(await history(open)).toContain('Autumn of 20% removed');
});

test('an automatic one of a category begins and ends with its days, in a draft that nobody touches', async () => {
  const category = (await client().createCategory({ body: { name: 'Hot drinks' } })).id;
  await client().setProductCategories({ params: { id: shop.products.MUG ?? '' }, body: { categoryIds: [category] } });
  const [validFrom, validUntil] = [1, 2].map((days) => new Date(app.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10));
  const value = { kind: 'percentage', ppm: 200_000 } as const;
  await client().createDiscount({ body: { name: 'Mug day', value, categoryIds: [category], validFrom, validUntil } });
  const id = await aDraft();
  // A key has no session that ends while the clock goes on.
  const keyed = app.apiKey.client;
  const taken: number[] = [];
  for (let day = 0; day < 4; day += 1) {
    await app.services.enqueue(app.db, 'day.sweep', {});
    await app.runJobs();
    // What the sweep asked for.
    await app.runJobs();
    taken.push((await keyed.getOrder({ params: { id } })).totals.discount.amount);
    app.clock.advance({ days: 1 });
  }
  // Of ten mugs at 4.50, on the two days alone.
  expect(taken).toEqual([0, 900, 900, 0]);
});

// What a discount takes off on the paper is what it takes off on the page, in the acceptance and in the order that is submitted.
import type { Order } from '@backdesk/contract/order/order.ts';
import { noChoices } from '@backdesk/domain/estimate/choices.ts';
import { priceChoices } from '@backdesk/domain/estimate/price-choices.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seal } from '../../src/modules/estimate/freeze-estimate.ts';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, type Estimate, inTheirHands } from '../support/an-estimate.ts';
import { behindOurBack } from '../support/behind-our-back.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
let wear: string;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
  wear = (await client().createCategory({ body: { name: 'Wear' } })).id;
  await client().setProductCategories({ params: { id: shop.products.TEE ?? '' }, body: { categoryIds: [wear] } });
  await client().changeSettings({ body: { acceptsInPart: true } });
});
afterAll(() => app.close());

const client = () => app.owner.client;
const usd = (amount: number) => ({ amount, currency: 'USD' });
const read = (id: string): Promise<Order> => client().getOrder({ params: { id } });
const lineOf = (order: Order, sku: string) => order.lines.find((line) => line.sku === sku)?.id ?? '';
const setDiscounts = (id: string, body: object) => client().setDiscounts({ params: { id }, body: body as never });
const history = async (id: string) => (await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence.replaceAll('\u00a0', ' '));
const sentences = (refusals: unknown) => (refusals as readonly { readonly code: string }[]).map(({ code }) => code);

let made = 0;
/** A discount of the account by a code of its own; the code. */
async function aCode(body: object): Promise<{ readonly id: string; readonly code: string }> {
  made += 1;
  const code = `CODE${made}`;
  return { id: (await client().createDiscount({ body: { name: `Sale ${made}`, code, ...body } as never })).id, code };
}

/** Ten mugs 45.00, two tees 20.00, shipping 12.00. `hasOption`: and 100 pens 25.00 for the customer to choose, so that the page prices. */
async function aDraft(hasOption: boolean): Promise<string> {
  const lines = [{ sku: 'MUG', quantity: 10 }, { sku: 'TEE-S', quantity: 2 }, ...(hasOption ? [{ sku: 'PEN', quantity: 100 }] : [])];
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines } });
  if (hasOption) await client().changeLine({ params: { id, lineId: lineOf(await read(id), 'PEN') }, body: { optional: true } });
  await readyToSubmit(app, id);
  return id;
}

/** What the page, or the desk's dialog, shows for these choices: the one calculator over the offer it was given. */
const shownTotal = ({ page }: Estimate, choices = noChoices) =>
  page.offer === null ? page.totals.total : usd(priceChoices(page.offer, choices).pricing.totals.total);

type Discounted = { readonly name: string; readonly off: number; readonly give: (id: string) => Promise<void> };

const discounted: readonly Discounted[] = [
  {
    name: 'a percentage by code, for a category',
    off: 200,
    give: async (id) => {
      const { code } = await aCode({ value: { kind: 'percentage', ppm: 100_000 }, categoryIds: [wear] });
      await setDiscounts(id, { codes: [code] });
    },
  },
  {
    name: 'an amount by code, for a product',
    off: 500,
    give: async (id) => {
      const { code } = await aCode({ value: { kind: 'fixed', amount: usd(500) }, productIds: [shop.products.TEE] });
      await setDiscounts(id, { codes: [code] });
    },
  },
  {
    name: 'a code that is not valid any more',
    off: 0,
    give: async (id) => {
      const { id: discountId, code } = await aCode({ value: { kind: 'percentage', ppm: 100_000 } });
      await setDiscounts(id, { codes: [code] });
      await client().changeDiscount({ params: { id: discountId }, body: { active: false } });
    },
  },
  {
    name: 'an automatic one, for a category',
    off: 600,
    give: async (id) => {
      const { id: discountId } = await client().createDiscount({
        body: { name: 'Autumn', value: { kind: 'percentage', ppm: 300_000 }, categoryIds: [wear] },
      });
      await client().changeLine({ params: { id, lineId: lineOf(await read(id), 'MUG') }, body: { quantity: 11 } });
      await client().changeLine({ params: { id, lineId: lineOf(await read(id), 'MUG') }, body: { quantity: 10 } });
      expect((await read(id)).discounts).toMatchObject([{ source: 'automatic', amount: usd(600) }]);
      ended.push(discountId);
    },
  },
  {
    // 10 % of 65.00 + 12.00 = 7.70, then 3.00 of the shipping.
    name: 'those given by hand, on items and shipping and on shipping',
    off: 1070,
    give: async (id) => {
      const discounts = [
        { label: 'Loyal', value: { kind: 'percentage', ppm: 100_000 }, reach: 'items_and_shipping' },
        { label: 'Freight', value: { kind: 'fixed', amount: usd(300) }, reach: 'shipping' },
      ];
      await setDiscounts(id, { discounts });
      await client().changeLine({ params: { id, lineId: lineOf(await read(id), 'MUG') }, body: { discount: { kind: 'percentage', ppm: 0 } } });
    },
  },
];
/** Automatic ones, to be ended after the test that made them. */
const ended: string[] = [];

async function submitsAt(id: string, total: { readonly amount: number; readonly currency: string }): Promise<void> {
  expect((await read(id)).totals.total).toEqual(total);
  const { stage, totals } = await client().submitOrder({ params: { id }, body: { expectedTotal: total } });
  expect([stage, totals.total]).toEqual(['submitted', total]);
}

describe.each(discounted)('with $name', ({ off, give }) => {
  const inHand = async (hasOption: boolean) => {
    const id = await aDraft(hasOption);
    await give(id);
    await readyToSubmit(app, id);
    const estimate = await inTheirHands(app, id);
    for (const discountId of ended.splice(0)) await client().deleteDiscount({ params: { id: discountId } });
    expect(estimate.page.totals.discount).toEqual(usd(off));
    // The page opens on the total of the paper.
    expect(shownTotal(estimate)).toEqual(estimate.page.totals.total);
    return estimate;
  };

  test('as it is: accepted and submitted at the total of the paper', async () => {
    await client().changeSettings({ body: { acceptsInPart: false } });
    const estimate = await inHand(false);
    await client().changeSettings({ body: { acceptsInPart: true } });
    const { total } = estimate.page.totals;
    const yes = await answer(app, estimate, 'accept', { total });
    expect([yes.status, yes.body.total]).toEqual([200, total]);
    await submitsAt(estimate.id, total);
  });

  test('with an optional line: at the total that the page shows', async () => {
    const estimate = await inHand(true);
    const choices = { lines: [{ lineId: lineOf(await read(estimate.id), 'PEN'), chosen: true }], leftOut: [] };
    const total = shownTotal(estimate, choices);
    const yes = await answer(app, estimate, 'accept', { choices: choices.lines, total });
    expect([yes.status, yes.body.total]).toEqual([200, total]);
    await submitsAt(estimate.id, total);
  });

  test('in part: at the total that the page shows', async () => {
    const estimate = await inHand(false);
    const choices = { lines: [], leftOut: [lineOf(await read(estimate.id), 'MUG')] };
    const total = shownTotal(estimate, choices);
    const yes = await answer(app, estimate, 'accept', { leftOut: choices.leftOut, total });
    expect([yes.status, yes.body.total]).toEqual([200, total]);
    await submitsAt(estimate.id, total);
  });

  test('by phone: at the total of the paper', async () => {
    const { id, page } = await inHand(true);
    const body = { channel: 'phone', name: 'Dana Fox' } as const;
    const { total } = await client().recordAcceptance({ params: { id, revision: 1 }, body });
    expect(total).toEqual(page.totals.total);
    await submitsAt(id, page.totals.total);
  });
});

test('a code that is not valid any more is not promised: it goes with the yes, and history says so', async () => {
  const id = await aDraft(false);
  const { id: discountId, code } = await aCode({ value: { kind: 'percentage', ppm: 100_000 } });
  await setDiscounts(id, { codes: [code] });
  await client().changeDiscount({ params: { id: discountId }, body: { active: false } });
  const estimate = await inTheirHands(app, id);
  // Whatever is done to the order meanwhile, the promise does not make it valid again.
  await client().changeOrder({ params: { id }, body: { noteInternal: 'Called.' } });
  expect((await read(id)).discounts).toMatchObject([{ code, refused: 'off', amount: usd(0) }]);
  expect((await answer(app, estimate, 'accept')).status).toBe(200);
  expect((await read(id)).discounts).toEqual([]);
  expect((await history(id)).some((sentence) => sentence.includes(`(${code}) of 10% removed`))).toBe(true);
});

test('what a promised discount reaches stays: a product that joins its category later pays what was accepted', async () => {
  const id = await aDraft(false);
  const { code } = await aCode({ value: { kind: 'percentage', ppm: 100_000 }, categoryIds: [wear] });
  await setDiscounts(id, { codes: [code] });
  const estimate = await inTheirHands(app, id);
  expect((await answer(app, estimate, 'accept')).status).toBe(200);
  await client().setProductCategories({ params: { id: shop.products.MUG ?? '' }, body: { categoryIds: [wear] } });
  await client().setProductCategories({ params: { id: shop.products.TEE ?? '' }, body: { categoryIds: [] } });
  await submitsAt(id, estimate.page.totals.total);
  await client().setProductCategories({ params: { id: shop.products.MUG ?? '' }, body: { categoryIds: [] } });
  await client().setProductCategories({ params: { id: shop.products.TEE ?? '' }, body: { categoryIds: [wear] } });
});

test('prices with tax, a customer who pays none: shipping is taken out of its tax once, not twice', async () => {
  await client().changeSettings({ body: { priceMode: 'tax_included' } });
  const id = await aDraft(true);
  await client().changeCustomer({ params: { id: shop.customerId }, body: { taxExemption: 'Resale 12-345' } });
  await readyToSubmit(app, id);
  const estimate = await inTheirHands(app, id);
  const choices = { lines: [{ lineId: lineOf(await read(id), 'PEN'), chosen: true }], leftOut: [] };
  const total = shownTotal(estimate, choices);
  expect(shownTotal(estimate)).toEqual(estimate.page.totals.total);
  const yes = await answer(app, estimate, 'accept', { choices: choices.lines, total });
  expect([yes.status, yes.body.total]).toEqual([200, total]);
  await submitsAt(id, total);
  await client().changeCustomer({ params: { id: shop.customerId }, body: { taxExemption: '' } });
  await client().changeSettings({ body: { priceMode: 'tax_excluded' } });
});

describe('a discount given by hand that is more than what is chosen', () => {
  /** 60.00 off 45.00 of mugs and 20.00 of tees. */
  const tooMuch = async () => {
    const id = await aDraft(false);
    await client().changeLine({ params: { id, lineId: lineOf(await read(id), 'MUG') }, body: { quantityBounds: { minimum: 1, maximum: 20 } } });
    await setDiscounts(id, { discounts: [{ label: 'Loyal', value: { kind: 'fixed', amount: usd(6000) } }] });
    await readyToSubmit(app, id);
    return inTheirHands(app, id);
  };

  test('is refused with what is left, on the page and from staff, and nothing is bound', async () => {
    const estimate = await tooMuch();
    const lineId = lineOf(await read(estimate.id), 'MUG');
    for (const choices of [
      { lines: [{ lineId, quantity: 2 }], leftOut: [] },
      { lines: [], leftOut: [lineId] },
    ]) {
      const total = shownTotal(estimate, choices);
      const no = await answer(app, estimate, 'accept', { choices: choices.lines, leftOut: choices.leftOut, total });
      expect([no.status, no.body.code]).toEqual([422, 'discount.exceeds_base']);
      expect(no.body.refusals).toMatchObject([{ detail: { discountAmount: 6000, baseAmount: choices.leftOut.length > 0 ? 2000 : 2900 } }]);
      const byPhone = { channel: 'phone', name: 'Dana Fox', choices: choices.lines, leftOut: choices.leftOut };
      const response = await app.owner.request('POST', `/api/v1/orders/${estimate.id}/estimates/1/acceptance`, byPhone);
      expect([response.status, sentences(((await response.json()) as { refusals: unknown }).refusals)]).toEqual([422, ['discount.exceeds_base']]);
    }
    expect((await read(estimate.id)).estimate?.revisions).toMatchObject([{ status: 'open', decisions: [] }]);
  });

  test('is not issued either, nor shown as a mail, while the order does not cover it', async () => {
    const id = await aDraft(false);
    await setDiscounts(id, { discounts: [{ label: 'Loyal', value: { kind: 'fixed', amount: usd(6000) } }] });
    await client().changeLine({ params: { id, lineId: lineOf(await read(id), 'MUG') }, body: { quantity: 2 } });
    for (const path of ['estimates', 'estimates/preview']) {
      const response = await app.owner.request('POST', `/api/v1/orders/${id}/${path}`, {});
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([422, 'discount.exceeds_base']);
    }
    await client().changeLine({ params: { id, lineId: lineOf(await read(id), 'MUG') }, body: { quantity: 10 } });
    expect(await client().issueEstimate({ params: { id }, body: {} })).toMatchObject({ revision: 1 });
  });

  test('with what covers it the order is accepted and submitted', async () => {
    const estimate = await tooMuch();
    // Nine mugs 40.50 and two tees 20.00 cover it.
    const choices = { lines: [{ lineId: lineOf(await read(estimate.id), 'MUG'), quantity: 9 }], leftOut: [] };
    const total = shownTotal(estimate, choices);
    expect((await answer(app, estimate, 'accept', { choices: choices.lines, total })).status).toBe(200);
    await submitsAt(estimate.id, total);
  });
});

describe('a revision of before the reach of a discount was kept', () => {
  /** As it was frozen then, sealed with the hash of that. */
  async function asFrozenThen(id: string): Promise<Estimate> {
    const estimate = await inTheirHands(app, id);
    const { content } = await app.db.selectFrom('estimate_revisions').select('content').where('order_id', '=', id).executeTakeFirstOrThrow();
    const frozen = JSON.parse(content) as { discounts: readonly Record<string, unknown>[] };
    const discounts = frozen.discounts.map(({ productIds: _, code: __, ...then }) => then);
    const { text, sha256 } = seal({ ...frozen, discounts } as never);
    await behindOurBack(app, 'estimate_revisions', () =>
      app.db.updateTable('estimate_revisions').set({ content: text, sha256 }).where('order_id', '=', id).execute(),
    );
    return { ...estimate, page: await app.anonymous.client.getEstimatePage({ params: { token: estimate.token } }) };
  }

  test('is accepted and submitted at its total where the discount was for all', async () => {
    const id = await aDraft(true);
    const { code } = await aCode({ value: { kind: 'percentage', ppm: 100_000 } });
    await setDiscounts(id, { codes: [code] });
    const estimate = await asFrozenThen(id);
    expect(estimate.page).toMatchObject({ mayDecide: true, needsReissue: false });
    expect((await answer(app, estimate, 'accept')).status).toBe(200);
    expect((await read(id)).discounts).toMatchObject([{ code, amount: usd(650) }]);
    await submitsAt(id, estimate.page.totals.total);
  });

  test('says that it has to be issued anew where its total cannot be met, to the customer and to staff', async () => {
    const id = await aDraft(true);
    const { code } = await aCode({ value: { kind: 'percentage', ppm: 100_000 }, categoryIds: [wear] });
    await setDiscounts(id, { codes: [code] });
    const estimate = await asFrozenThen(id);
    expect(estimate.page).toMatchObject({ mayDecide: true, needsReissue: true, mayAcceptInPart: false, offer: null, totals: { discount: usd(200) } });
    const no = await answer(app, estimate, 'accept');
    expect([no.status, no.body.code]).toEqual([409, 'estimate.needs_reissue']);
    const response = await app.owner.request('POST', `/api/v1/orders/${id}/estimates/1/acceptance`, { channel: 'phone', name: 'Dana Fox' });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([409, 'estimate.needs_reissue']);
    // Issued anew it is accepted at that very total.
    const anew = await inTheirHands(app, id, 2);
    expect(anew.page).toMatchObject({ needsReissue: false, totals: { total: estimate.page.totals.total } });
    expect((await answer(app, anew, 'accept')).status).toBe(200);
    await submitsAt(id, estimate.page.totals.total);
  });
});

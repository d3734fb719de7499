// A customer takes some of the lines of an estimate: what is left is offered as it was, and once, whatever staff had changed meanwhile.
import type { Order } from '@backdesk/contract/order/order.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, type Estimate, inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
  await client().changeSettings({ body: { acceptsInPart: true } });
});
afterAll(() => app.close());

const client = () => app.owner.client;
const usd = (amount: number) => ({ amount, currency: 'USD' });
const read = (id: string): Promise<Order> => client().getOrder({ params: { id } });
const draft = async (...lines: readonly object[]) => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
  await readyToSubmit(app, id);
  return id;
};
const mugs = { sku: 'MUG', quantity: 4 };
const tees = { sku: 'TEE-S', quantity: 24 };
const custom = (name: string, unitPrice: string) => ({ custom: { name, unitPrice, quantity: 1 } });
const history = async (id: string) => (await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence);
/** The newest order of the customer: the rest. */
const restOf = async () => read((await client().listOrders({ query: { customerId: shop.customerId, sort: '-number' } })).items[0]?.id ?? '');
/** What is taken costs `amount`, shipping and tax with it. */
const take = async (estimate: Estimate, leftOut: readonly (string | undefined)[], amount: number) => {
  const yes = await answer(app, estimate, 'accept', { leftOut, total: usd(amount) });
  expect([yes.status, yes.body.code]).toEqual([200, undefined]);
};

describe('the rest is what was offered', () => {
  test('a percentage stays, with the note, the day and the terms; its history says where it comes from', async () => {
    const id = await draft(mugs, tees);
    const discounts = [{ label: 'Trade', value: { kind: 'percentage' as const, ppm: 100_000 }, reach: 'items' as const }];
    await client().setDiscounts({ params: { id }, body: { discounts } });
    await client().changeOrder({ params: { id }, body: { noteCustomer: 'Proofs are free', dueOn: '2026-12-20', paymentTerms: 'Net 7' } });
    const estimate = await inTheirHands(app, id);
    // Staff go on in the working copy: what was offered is what was frozen.
    await client().setDiscounts({ params: { id }, body: { discounts: [] } });
    await client().changeOrder({ params: { id }, body: { noteCustomer: 'Proofs cost 5.00', dueOn: null, paymentTerms: 'Prepaid' } });
    // 18.00 less 1.80, 12.00 shipping, 8.875 % of 16.20: 1.44.
    await take(estimate, [estimate.page.lines[1]?.id], 2964);
    const rest = await restOf();
    // 180.00 less 18.00, and 8.875 % of 162.00.
    expect(rest).toMatchObject({
      lines: [{ sku: 'TEE-S', quantity: 24 }],
      discounts: [{ source: 'manual', label: 'Trade', value: { kind: 'percentage', ppm: 100_000 }, amount: usd(1800) }],
      totals: { items: usd(18_000), discount: usd(1800), tax: usd(1438), total: usd(17_638) },
      noteCustomer: 'Proofs are free',
      dueOn: '2026-12-20',
      paymentTerms: { terms: 'Net 7' },
    });
    const { number } = await read(id);
    expect(await history(rest.id)).toEqual(expect.arrayContaining([`Left out of Estimate ${number} r1 when the rest of it was accepted`]));
    expect(await history(rest.id)).not.toContain(`Repeated from Estimate ${number}`);
  });

  test('of an amount the rest gets what was not taken off before: both together take off what the whole did', async () => {
    const code = 'HUNDRED';
    await client().createDiscount({ body: { name: 'A hundred off', code, value: { kind: 'fixed', amount: usd(10_000) }, maxUsesPerCustomer: 1 } });
    const id = await draft(mugs, tees);
    await client().setDiscounts({ params: { id }, body: { codes: [code] } });
    const estimate = await inTheirHands(app, id);
    expect(estimate.page.totals.discount).toEqual(usd(10_000));
    // The tees: 180.00 less 100.00, 12.00 shipping, 8.875 % of 80.00.
    await take(estimate, [estimate.page.lines[0]?.id], 9910);
    expect(await restOf()).toMatchObject({ lines: [{ sku: 'MUG' }], discounts: [], totals: { discount: usd(0), total: usd(1960) } });

    const other = await draft(mugs, tees);
    await client().setDiscounts({ params: { id: other }, body: { codes: [code] } });
    const second = await inTheirHands(app, other);
    // The mugs: all of 18.00 is taken off, and 82.00 are left for the tees' 180.00.
    await take(second, [second.page.lines[1]?.id], 1200);
    const rest = await restOf();
    expect(rest).toMatchObject({ discounts: [{ source: 'code', code, amount: usd(8200) }], totals: { discount: usd(8200) } });
    // One promise, one use: the code that may be used once was used by what was accepted, and holds for the rest of it.
    expect((await client().submitOrder({ params: { id: other }, body: {} })).totals.discount).toEqual(usd(1800));
    await readyToSubmit(app, rest.id);
    const submitted = await client().submitOrder({ params: { id: rest.id }, body: {} });
    expect(submitted).toMatchObject({ stage: 'submitted', discounts: [{ code, refused: null }] });
    expect(submitted.totals.discount.amount).toBe(8200);
  });

  test('a part of a part is of the same promise: the code for one use holds for all three', async () => {
    const code = 'ONCE';
    await client().createDiscount({ body: { name: 'Once in all', code, value: { kind: 'percentage', ppm: 100_000 }, maxUses: 1 } });
    const id = await draft(mugs, tees, custom('Sticker', '10.00'));
    await client().setDiscounts({ params: { id }, body: { codes: [code] } });
    const whole = await inTheirHands(app, id);
    // The mugs: 18.00 less 1.80, 12.00 shipping, 8.875 % of 16.20.
    await take(whole, [whole.page.lines[1]?.id, whole.page.lines[2]?.id], 2964);
    const second = await restOf();
    await readyToSubmit(app, second.id);
    const offered = await inTheirHands(app, second.id);
    // The sticker: 10.00 less 1.00, 12.00 shipping, 8.875 % of 9.00.
    await take(offered, [offered.page.lines[0]?.id], 2180);
    const third = await restOf();
    await readyToSubmit(app, third.id);
    expect(third.lines).toMatchObject([{ sku: 'TEE-S' }]);
    for (const [part, discount] of [
      [id, 180],
      [second.id, 100],
      [third.id, 1800],
    ] as const)
      expect(await client().submitOrder({ params: { id: part }, body: {} })).toMatchObject({
        discounts: [{ code, refused: null }],
        totals: { discount: usd(discount) },
      });
    // And for nobody else.
    const other = await draft(mugs);
    await expect(client().setDiscounts({ params: { id: other }, body: { codes: [code] } })).rejects.toMatchObject({ problem: { code: 'discount.not_valid' } });
  });

  test('tax is rounded as it was promised, whatever the account does by now', async () => {
    const { taxRounding } = await client().getSettings({});
    const id = await draft(mugs, custom('Sticker', '0.06'), custom('Badge', '0.06'));
    const estimate = await inTheirHands(app, id);
    await client().changeSettings({ body: { taxRounding: taxRounding === 'line' ? 'order' : 'line' } });
    await take(estimate, [estimate.page.lines[1]?.id, estimate.page.lines[2]?.id], 3160);
    await client().changeSettings({ body: { taxRounding } });
    // 8.875 % of 0.06 is a cent by line, of 0.12 is one cent by order.
    expect((await restOf()).totals.tax).toEqual(usd(taxRounding === 'line' ? 2 : 1));
  });
});

test('what is left out leaves a working copy that staff had changed too: no two orders offer it', async () => {
  const id = await draft(mugs, tees);
  const estimate = await inTheirHands(app, id);
  const [mug, tee] = estimate.page.lines.map((line) => line.id);
  await client().changeLine({ params: { id, lineId: mug ?? '' }, body: { quantity: 8 } });
  await take(estimate, [tee], 3160);
  // Staff's own change stays, until they drop it.
  expect((await read(id)).lines).toMatchObject([{ sku: 'MUG', quantity: 8 }]);
  expect((await restOf()).lines).toMatchObject([{ sku: 'TEE-S', quantity: 24 }]);
  await client().dropChanges({ params: { id, revision: 1 } });
  expect(await read(id)).toMatchObject({ lines: [{ sku: 'MUG', quantity: 4 }], totals: { total: usd(3160) } });
});

// A draft that is needed again and again is kept as a template: lines, options, texts, validity; each use is at the prices of its day.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
let id: string;
beforeEach(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  const lines = [
    { section: { name: 'To wear' } },
    { sku: 'TEE-S', quantity: 24, noteCustomer: 'One dye lot' },
    { sku: 'TEE-S', quantity: 6, asNewLine: true, choiceGroup: 'Spare', chosen: true },
    { sku: 'MUG', quantity: 4, optional: true },
    { custom: { name: 'Setup', unitPrice: '35', quantity: 1, ships: false } },
  ];
  id = (await client().createOrder({ body: { customerId: shop.customerId, name: 'Spring', lines } })).id;
  await client().changeOrder({ params: { id }, body: { noteCustomer: 'As every spring', noteInternal: 'Ask for sizes' } });
});
afterEach(() => app.close());

const client = () => app.owner.client;
const save = (body: object = {}) => client().saveTemplate({ params: { id }, body: { name: 'Spring uniforms', ...body } });
const use = (templateId: string, customerId = shop.goldCustomerId) => client().startFromTemplate({ params: { id: templateId }, body: { customerId } });

test('a draft for another customer has the lines, options, texts and validity, at their prices of today', async () => {
  const template = await save({ validDays: 7 });
  expect(template).toMatchObject({ name: 'Spring uniforms', lineCount: 5, validDays: 7 });
  expect((await client().listTemplates({})).items).toEqual([template]);
  await sql`update price_rows set extended_price = 360 where product_id = ${shop.products.TEE ?? ''} and quantity = 24`.execute(app.db);
  const { order, changes } = await use(template.id);
  expect(changes).toEqual([]);
  expect(order).toMatchObject({ name: 'Spring uniforms', customer: { name: 'Golda Meyer' }, noteCustomer: 'As every spring', noteInternal: 'Ask for sizes' });
  // 30 tees together: 15.00 each by the new break; Golda's mugs are 4.00.
  expect(
    order.lines.map(({ kind, name, quantity, unitPrice, optional, chosen, choiceGroup, noteCustomer }) => [
      kind,
      name,
      quantity,
      unitPrice,
      optional,
      chosen,
      choiceGroup,
      noteCustomer,
    ]),
  ).toEqual([
    ['section', 'To wear', 1, null, false, true, null, ''],
    ['catalog', 'T-shirt', 24, '15', false, true, null, 'One dye lot'],
    ['catalog', 'T-shirt', 6, '15', true, true, 'Spare', ''],
    ['catalog', 'Mug 11 oz', 4, '4', true, false, null, ''],
    ['custom', 'Setup', 1, '35', false, true, null, ''],
  ]);
  // 23 November and seven days.
  expect((await client().issueEstimate({ params: { id: order.id }, body: {} })).validUntil).toBe('2026-11-30');
});

test('what is no longer sold stays behind and is named', async () => {
  const { id: templateId } = await save();
  await sql`update products set published = false where id = ${shop.products.MUG ?? ''}`.execute(app.db);
  const { order, changes } = await use(templateId);
  expect(changes).toEqual([{ label: 'Mug 11 oz', code: 'not_sold' }]);
  expect(order.lines).toHaveLength(4);
});

test('what is not sold to this customer stays behind, and another has it', async () => {
  const { id: templateId } = await save();
  const gold = (await client().listPriceRoles({})).items.find(({ name }) => name === 'Gold')?.id ?? '';
  await client().setBuyers({ params: { id: shop.products.MUG ?? '' }, body: { rules: [{ roleId: gold, effect: 'exclude' }] } });
  expect((await use(templateId)).changes).toEqual([{ label: 'Mug 11 oz', code: 'not_sold' }]);
  expect((await use(templateId, shop.customerId)).changes).toEqual([]);
});

test('a name is given once, an empty draft is no template, and another account sees none of it', async () => {
  const { id: templateId } = await save();
  const status = async (path: string, body: object, caller = app.owner) => {
    const response = await caller.request('POST', path, body);
    return [response.status, ((await response.json()) as { code?: string }).code];
  };
  expect(await status(`/api/v1/orders/${id}/template`, { name: 'SPRING uniforms' })).toEqual([409, 'template.name_taken']);
  const empty = await client().createOrder({ body: { customerId: shop.customerId } });
  expect((await status(`/api/v1/orders/${empty.id}/template`, { name: 'Nothing' }))[1]).toBe('estimate.no_lines');
  expect((await app.stranger.client.listTemplates({})).items).toEqual([]);
  expect((await status(`/api/v1/templates/${templateId}/orders`, { customerId: shop.customerId }, app.stranger))[0]).toBe(404);
  await client().deleteTemplate({ params: { id: templateId } });
  expect((await client().listTemplates({})).items).toEqual([]);
  expect((await status(`/api/v1/templates/${templateId}/orders`, { customerId: shop.customerId }))[0]).toBe(404);
});

describe('what was set by hand', () => {
  const usd = (amount: number) => ({ amount, currency: 'USD' });
  const byHand = async () => {
    const { lines } = await client().getOrder({ params: { id } });
    const [, tees, , mugs] = lines;
    const change = (lineId: string | undefined, body: object) => client().changeLine({ params: { id, lineId: lineId ?? '' }, body });
    await change(tees?.id, { override: { unitPrice: '6.5', reason: 'Agreed in May' }, quantityBounds: { minimum: 12, maximum: 48 } });
    await change(mugs?.id, { discount: { kind: 'percentage', ppm: 100_000 } });
    const discounts = [{ label: 'Loyal', value: { kind: 'fixed' as const, amount: usd(500) } }];
    await client().setDiscounts({ params: { id }, body: { discounts } });
  };

  test('prices with their reason and whose they are, discounts and bounds stand again; the rest is at prices of today', async () => {
    await byHand();
    const template = await save();
    expect(template.setByHand).toBe(3);
    const { order, changes } = await use(template.id);
    expect(changes).toEqual([]);
    const owner = (await client().getSession({})).staff.name;
    const [, tees, spare, mugs] = order.lines;
    expect(tees).toMatchObject({
      override: { unitPrice: '6.5', reason: 'Agreed in May', by: owner },
      quantityBounds: { minimum: 12, maximum: 48 },
      total: usd(15_600),
    });
    expect(spare).toMatchObject({ override: null, discount: null, quantityBounds: null });
    expect(mugs).toMatchObject({ discount: { kind: 'percentage', ppm: 100_000 }, discountAmount: usd(160) });
    expect(order.discounts).toMatchObject([{ source: 'manual', label: 'Loyal', value: { kind: 'fixed', amount: usd(500) }, amount: usd(500) }]);
    const history = await client().getHistory({ params: { id: order.id } });
    expect(JSON.stringify(history)).toContain('Loyal');
  });

  test('or are left out, when the template was saved without; bounds are no price', async () => {
    await byHand();
    const template = await save({ prices: false });
    expect(template.setByHand).toBe(0);
    const { order } = await use(template.id);
    expect(order.discounts).toEqual([]);
    expect(order.lines.map(({ override, discount }) => override ?? discount)).toEqual([null, null, null, null, null]);
    expect(order.lines[1]?.quantityBounds).toEqual({ minimum: 12, maximum: 48 });
  });

  test('what is charged beside a line stays taken off, or at the price that was set', async () => {
    const charges = [
      { kind: 'setup' as const, code: 'SETUP', name: 'Screen setup', breaks: [{ quantity: 1, extendedPrice: '45' }] },
      { kind: 'run' as const, code: 'RUN', name: 'Print', breaks: [{ quantity: 1, extendedPrice: '0.5' }] },
    ];
    await client().setCharges({ params: { id: shop.products.MUG ?? '' }, body: { charges } });
    const draft = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } });
    const [, setup, run] = draft.lines;
    await client().removeLine({ params: { id: draft.id, lineId: setup?.id ?? '' } });
    await client().changeLine({ params: { id: draft.id, lineId: run?.id ?? '' }, body: { override: { unitPrice: '0.4', reason: 'Old screen' } } });
    const template = await client().saveTemplate({ params: { id: draft.id }, body: { name: 'Mugs' } });
    const { order } = await use(template.id);
    expect(order.lines.map(({ sku, total }) => [sku, total.amount])).toEqual([
      ['MUG', 1600],
      ['RUN', 160],
    ]);
    expect(order.lines[1]?.override).toMatchObject({ unitPrice: '0.4', reason: 'Old screen' });
  });

  test('a price that the person may not give, and amounts of another currency, are left out and told', async () => {
    await byHand();
    const { id: templateId } = await save();
    const costs = [{ variantId: shop.variants['TEE-S'] ?? '', unitCost: '7' }];
    await client().setCosts({ params: { id: shop.products.TEE ?? '' }, body: { costs } });
    const sales = (await app.as('sales')).client;
    const started = await sales.startFromTemplate({ params: { id: templateId }, body: { customerId: shop.customerId } });
    expect(started.changes).toEqual([{ label: 'T-shirt · S', code: 'below_floor' }]);
    expect(started.order.lines[1]).toMatchObject({ override: null, quantityBounds: { minimum: 12, maximum: 48 } });
    await client().changeSettings({ body: { currency: 'EUR' } });
    const { order, changes } = await use(templateId);
    expect(order.currency).toBe('EUR');
    expect(order.discounts).toEqual([]);
    expect(order.lines.map(({ override }) => override)).toEqual([null, null, null, null]);
    expect(changes).toEqual(['T-shirt · S', 'Setup', 'Loyal'].map((label) => ({ label, code: 'other_currency' })));
  });

  test('a discount of the whole is left out where it takes a line too low for the person, and told; the next one is looked at by itself', async () => {
    await client().setDiscounts({
      params: { id },
      body: {
        discounts: [
          { label: 'Half', value: { kind: 'percentage', ppm: 500_000 } },
          { label: 'Loyal', value: { kind: 'percentage', ppm: 50_000 } },
        ],
      },
    });
    const { id: templateId } = await save();
    const costs = [{ variantId: shop.variants['TEE-S'] ?? '', unitCost: '7' }];
    await client().setCosts({ params: { id: shop.products.TEE ?? '' }, body: { costs } });
    const sales = (await app.as('sales')).client;
    // 7.50 each: 3.75 are below the cost, 7.125 are not.
    const started = await sales.startFromTemplate({ params: { id: templateId }, body: { customerId: shop.customerId } });
    expect(started.changes).toEqual([{ label: 'Half', code: 'below_floor' }]);
    expect(started.order.discounts.map(({ label }) => label)).toEqual(['Loyal']);
    const { order, changes } = await use(templateId, shop.customerId);
    expect(changes).toEqual([]);
    expect(order.discounts.map(({ label }) => label)).toEqual(['Half', 'Loyal']);
  });

  test('an answer that is no longer offered, and a quantity that is no longer allowed, keep nobody from starting', async () => {
    const { id: productId } = await client().createProduct({
      body: { code: 'CAP', name: 'Cap', variants: [{ sku: 'CAP', options: [], prices: [{ quantity: 1, extendedPrice: '8' }] }] },
    });
    const asks = await client().setConfiguration({ params: { id: productId }, body: { options: [{ kind: 'text', name: 'Text', maxLength: 20 }] } });
    const text = asks.configurationOptions[0]?.id ?? '';
    const lines = [
      { sku: 'CAP', quantity: 5, configuration: { [text]: 'Hello' } },
      { sku: 'MUG', quantity: 4 },
    ];
    const draft = await client().createOrder({ body: { customerId: shop.customerId, lines } });
    const template = await client().saveTemplate({ params: { id: draft.id }, body: { name: 'Caps' } });
    await client().setConfiguration({ params: { id: productId }, body: { options: [] } });
    await sql`update variants set quantity_increment = 12 where id = ${shop.variants.MUG ?? ''}`.execute(app.db);
    const { order, changes } = await use(template.id);
    expect(changes).toEqual([{ label: 'Cap', code: 'answer_gone' }]);
    expect(order.lines.map(({ name, quantity, blockers }) => [name, quantity, blockers.map(({ code }) => code)])).toEqual([
      ['Cap', 5, []],
      ['Mug 11 oz', 4, ['line.not_in_increment']],
    ]);
  });
});

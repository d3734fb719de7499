// A draft that is needed again and again is kept as a template: lines, options, texts, validity; each use is at the prices of its day.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
  const { order, leftBehind } = await use(template.id);
  expect(leftBehind).toEqual([]);
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
  const { order, leftBehind } = await use(templateId);
  expect(leftBehind).toEqual(['Mug 11 oz']);
  expect(order.lines).toHaveLength(4);
});

test('what is not sold to this customer stays behind, and another has it', async () => {
  const { id: templateId } = await save();
  const gold = (await client().listPriceRoles({})).items.find(({ name }) => name === 'Gold')?.id ?? '';
  await client().setBuyers({ params: { id: shop.products.MUG ?? '' }, body: { rules: [{ roleId: gold, effect: 'exclude' }] } });
  expect((await use(templateId)).leftBehind).toEqual(['Mug 11 oz']);
  expect((await use(templateId, shop.customerId)).leftBehind).toEqual([]);
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

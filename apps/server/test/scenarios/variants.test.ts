// Variants of a product that is there: added, renamed, put in order, deleted and brought back, and what orders and the site make of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aVisitor } from '../support/a-visitor.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { problemOf } from '../support/problem-of.ts';

let app: TestApp;
let customerId: string;
beforeAll(async () => {
  app = await createTestApp();
  customerId = (await app.owner.client.createCustomer({ body: { name: 'Dana Fox' } })).id;
});
afterAll(() => app.close());

const client = () => app.owner.client;
const chosen = (size: string, colour: string) => [
  { name: 'Size', value: size },
  { name: 'Colour', value: colour },
];
const price = [{ quantity: 1, extendedPrice: '10' }];
const aTee = (code: string, sizes = ['S', 'M'], colours = ['Red', 'Blue']) =>
  client().createProduct({
    body: {
      ...{ code, name: `Tee ${code}` },
      variants: sizes.flatMap((size) =>
        colours.map((colour) => ({ sku: `${code}-${size}-${colour}`, options: chosen(size, colour), prices: price, stock: { tracked: true, onHand: 5 } })),
      ),
    },
  });
const same = (name: string) => ({ from: name, name });
const asIs = ({ name, values }: { readonly name: string; readonly values: readonly string[] }) => ({ ...same(name), values: values.map(same) });
const skusOf = ({ variants }: { readonly variants: readonly { readonly sku: string }[] }) => variants.map(({ sku }) => sku);

test('a new size in every colour comes after the sizes there are, with price and stock, and is found, ordered and sold on the site', async () => {
  const tee = await aTee('ADD');
  const params = { id: tee.id };
  const imprint = { kind: 'text' as const, name: 'Imprint', required: true };
  await client().setConfiguration({ params, body: { options: [imprint] } });
  const variants = ['Red', 'Blue'].map((colour) => ({
    ...{ sku: `ADD-XXL-${colour}`, options: chosen('XXL', colour), prices: price, stock: { tracked: true, onHand: 9, backorder: true } },
  }));
  const { status } = await app.owner.request('POST', `/api/v1/products/${tee.id}/variants`, { basedOn: tee.version, variants });
  expect(status).toBe(201);
  const after = await client().getProduct({ params });
  expect(after).toMatchObject({ version: 3, options: [{ name: 'Size', values: ['S', 'M', 'XXL'] }, { values: ['Red', 'Blue'] }] });
  expect(skusOf(after)).toEqual(['ADD-S-Red', 'ADD-S-Blue', 'ADD-M-Red', 'ADD-M-Blue', 'ADD-XXL-Red', 'ADD-XXL-Blue']);
  expect(after.variants.at(-1)).toMatchObject({
    title: 'XXL · Blue',
    stock: { onHand: 9, backorder: true },
    priceTable: { breaks: [{ extendedPrice: '10.00' }] },
  });

  const hits = (await client().searchVariants({ query: { q: 'add xxl blue' } })).items;
  expect(hits.map(({ sku, configurationOptions }) => [sku, configurationOptions.map(({ name }) => name)])).toEqual([['ADD-XXL-Blue', ['Imprint']]]);
  expect((await client().listProducts({ query: { q: 'ADD-XXL-Red' } })).items).toMatchObject([{ code: 'ADD', variantCount: 6, available: 38 }]);
  const draft = await client().createOrder({ body: { customerId, lines: [{ sku: 'add-xxl-blue', quantity: 2 }] } });
  expect(draft.lines).toMatchObject([{ options: chosen('XXL', 'Blue'), total: { amount: 2_000 } }]);
  const shown = await aVisitor(app, 'main').client.getSiteProduct({ params: { code: 'ADD' } });
  expect(shown.options[0]?.values).toEqual(['S', 'M', 'XXL']);
  expect(skusOf(shown)).toContain('ADD-XXL-Red');
});

test('a value in another case is the one that is there, and one combination between two finds its place', async () => {
  const tee = await aTee('CASE', ['S', 'M'], ['Red']);
  const body = { variants: [{ sku: 'CASE-S-BLUE', options: chosen('s', 'Blue') }] };
  const after = await client().addVariants({ params: { id: tee.id }, body });
  expect(after.variants.map(({ title }) => title)).toEqual(['S · Red', 'S · Blue', 'M · Red']);
  const again = { variants: ['XL', 'xl'].map((size) => ({ sku: `CASE-${size}`, options: chosen(size, 'Red') })) };
  const problem = await problemOf(client().addVariants({ params: { id: tee.id }, body: again }));
  // SKUs compare without case before options do.
  expect(problem).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/variants/1/sku' }] });
});

test.each<[string, readonly object[], string, string]>([
  ['an empty SKU', [{ sku: ' ', options: chosen('L', 'Red') }], '/variants/0/sku', 'must not be empty'],
  ['a SKU that is too long', [{ sku: 'x'.repeat(256), options: chosen('L', 'Red') }], '/variants/0/sku', ''],
  ['a value that is too long', [{ sku: 'A', options: chosen('x'.repeat(256), 'Red') }], '/variants/0/options/0/value', ''],
  ['a combination that is there', [{ sku: 'A', options: chosen('S', 'Red') }], '/variants/0/options', 'are those of BAD-S-Red'],
  ['the same combination twice', ['A', 'B'].map((sku) => ({ sku, options: chosen('L', 'Red') })), '/variants/1/options', 'are those of A'],
  ['the same SKU twice', ['L', 'XL'].map((size) => ({ sku: 'A', options: chosen(size, 'Red') })), '/variants/1/sku', 'is the SKU of another variant here'],
  ['an option left out', [{ sku: 'A', options: [{ name: 'Size', value: 'L' }] }], '/variants/0/options', 'must give each option once: Size, Colour'],
  [
    'an option it has not',
    [{ sku: 'A', options: [...chosen('L', 'Red'), { name: 'Cut', value: 'Slim' }] }],
    '/variants/0/options',
    'must give each option once',
  ],
  [
    'more than a product has',
    Array.from({ length: 1999 }, (_, at) => ({ sku: `A${at}`, options: chosen(`L${at}`, 'Red') })),
    '/variants',
    'would make 2003 variants; a product has 2000 at most',
  ],
])('nothing is added by bad input, which is refused at its place: %s', async (_, variants, pointer, message) => {
  const found = (await client().listProducts({ query: { q: 'BAD' } })).items[0];
  const { id } = found ?? (await aTee('BAD'));
  const response = await app.owner.request('POST', `/api/v1/products/${id}/variants`, { variants });
  expect(await response.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer, message: expect.stringContaining(message) }] });
  expect(await client().getProduct({ params: { id } })).toMatchObject({ version: 1, variants: { length: 4 } });
});

test('a thousand variants come in at once, and markup is text', async () => {
  const tee = await aTee('MANY', ['S'], ['Red']);
  const variants = Array.from({ length: 1000 }, (_, at) => ({ sku: `MANY-${at}`, options: chosen(`<b>${at}</b>`, 'Red') }));
  const after = await client().addVariants({ params: { id: tee.id }, body: { variants } });
  expect(after.variants).toHaveLength(1001);
  expect(after.variants.at(-1)?.title).toBe('<b>999</b> · Red');
});

test('a SKU that another product has is refused by the name of that product, all of them at once', async () => {
  const [tee, other] = [await aTee('MINE'), await aTee('THEIRS')];
  const variants = ['theirs-s-red', 'FREE', 'THEIRS-M-Blue'].map((sku, at) => ({ sku, options: chosen(`L${at}`, 'Red') }));
  expect(await problemOf(client().addVariants({ params: { id: tee.id }, body: { variants } }))).toMatchObject({
    code: 'variant.sku_taken',
    detail: { sku: 'theirs-s-red', productId: other.id, productName: 'Tee THEIRS' },
    errors: [
      { pointer: '/variants/0/sku', message: 'is the SKU of Tee THEIRS' },
      { pointer: '/variants/2/sku', message: 'is the SKU of Tee THEIRS' },
    ],
  });
});

test('a value is renamed for all variants, the order of values is that of variants, and a draft keeps the names it was entered with', async () => {
  const tee = await aTee('REN');
  const draft = await client().createOrder({ body: { customerId, lines: [{ sku: 'REN-S-Red', quantity: 1 }] } });
  const body = {
    basedOn: tee.version,
    options: [
      { from: 'Size', name: 'Fit', values: [same('M'), { from: 'S', name: 'Small' }] },
      { ...same('Colour'), values: [same('Red'), { from: 'Blue', name: 'Navy' }] },
    ],
  };
  const after = await client().setOptions({ params: { id: tee.id }, body });
  expect(after.options).toEqual([
    { name: 'Fit', values: ['M', 'Small'] },
    { name: 'Colour', values: ['Red', 'Navy'] },
  ]);
  expect(after.variants.map(({ title, sku }) => [title, sku])).toEqual([
    ['M · Red', 'REN-M-Red'],
    ['M · Navy', 'REN-M-Blue'],
    ['Small · Red', 'REN-S-Red'],
    ['Small · Navy', 'REN-S-Blue'],
  ]);
  expect(after.variants.map(({ stock }) => stock.onHand)).toEqual([5, 5, 5, 5]);
  expect((await client().searchVariants({ query: { q: 'ren navy' } })).items).toHaveLength(2);
  expect((await client().searchVariants({ query: { q: 'ren blue small' } })).items.map(({ sku }) => sku)).toEqual(['REN-S-Blue']);
  await app.runJobs();
  const [line] = (await client().getOrder({ params: { id: draft.id } })).lines;
  expect(line).toMatchObject({ options: chosen('S', 'Red'), blockers: [] });
  const added = await client().addLines({ params: { id: draft.id }, body: { sku: 'REN-M-Blue', quantity: 1 } });
  expect(added.changedLines.at(-1)?.options).toEqual([
    { name: 'Fit', value: 'M' },
    { name: 'Colour', value: 'Navy' },
  ]);
  // The same again is no change.
  expect(await client().setOptions({ params: { id: tee.id }, body: { options: after.options.map(asIs) } })).toMatchObject({ version: after.version });
});

test('two values trade their names', async () => {
  const tee = await aTee('TRADE', ['S', 'M'], ['Red']);
  const values = [
    { from: 'S', name: 'M' },
    { from: 'M', name: 'S' },
  ];
  const after = await client().setOptions({
    params: { id: tee.id },
    body: { options: [{ ...same('Size'), values }, asIs({ name: 'Colour', values: ['Red'] })] },
  });
  expect(after.variants.map(({ title, sku }) => [title, sku])).toEqual([
    ['M · Red', 'TRADE-S-Red'],
    ['S · Red', 'TRADE-M-Red'],
  ]);
});

test('a product without options gets one, then variants of it; what does not tell them apart can go again', async () => {
  const mug = await client().createProduct({ body: { code: 'MUGS', name: 'Mug', variants: [{ sku: 'MUGS', prices: price }] } });
  const params = { id: mug.id };
  const withSize = await client().setOptions({ params, body: { options: [{ name: 'Size', values: [{ name: '11 oz' }] }] } });
  expect(withSize).toMatchObject({ options: [{ name: 'Size', values: ['11 oz'] }], variants: [{ id: mug.variants[0]?.id, title: '11 oz' }] });
  const two = await client().addVariants({ params, body: { variants: [{ sku: 'MUGS-15', options: [{ name: 'Size', value: '15 oz' }] }] } });
  expect(two.variants.map(({ title }) => title)).toEqual(['11 oz', '15 oz']);
  const refused = await problemOf(client().setOptions({ params, body: { options: [] } }));
  expect(refused).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/options', message: expect.stringContaining('must keep Size') }] });
  await client().deleteVariants({ params, body: { variantIds: [two.variants[1]?.id ?? ''] } });
  expect(await client().setOptions({ params, body: { options: [] } })).toMatchObject({ options: [], variants: [{ sku: 'MUGS', title: '' }] });
});

test('one variant gets another SKU and value; a value nobody else has is renamed in its place', async () => {
  const tee = await aTee('ONE', ['S', 'M'], ['Red']);
  const id = tee.variants[0]?.id ?? '';
  const body = { basedOn: 1, sku: 'ONE-XS', options: chosen('XS', 'Red') };
  const after = await client().changeVariant({ params: { id }, body });
  expect(after).toMatchObject({ options: [{ values: ['XS', 'M'] }, {}], variants: [{ sku: 'ONE-XS', title: 'XS · Red', stock: { onHand: 5 } }, {}] });
  const taken = await problemOf(client().changeVariant({ params: { id }, body: { options: chosen('m', 'Red') } }));
  expect(taken).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/options', message: 'are those of ONE-M-Red' }] });
  const stale = await problemOf(app.apiKey.client.changeVariant({ params: { id }, body: { basedOn: 1, options: chosen('L', 'Red') } }));
  expect(stale).toMatchObject({ code: 'conflict', conflicts: [{ pointer: '/options', version: 2, by: 'Owner of main' }] });
  const other = await client().changeVariant({ params: { id: tee.variants[1]?.id ?? '' }, body: { options: chosen('M', 'Green') } });
  expect(other.options[1]?.values).toEqual(['Red', 'Green']);
});

test('a variant that is deleted is no longer sold at the line of a draft, frees its SKU, and comes back with price, stock and rules', async () => {
  const tee = await aTee('DEL');
  const params = { id: tee.id };
  const variantId = tee.variants[1]?.id ?? '';
  const roleId = (await client().createPriceRole({ body: { name: 'Silver' } })).id;
  await client().setBuyers({ params, body: { rules: [{ variantId, roleId, effect: 'exclude' }] } });
  const charge = { variantId, kind: 'setup' as const, code: 'SET', name: 'Setup', breaks: [{ quantity: 1, extendedPrice: '5' }], removable: true };
  await client().setCharges({ params, body: { charges: [charge] } });
  const draft = await client().createOrder({ body: { customerId, lines: [{ variantId, quantity: 3 }] } });

  const after = await client().deleteVariants({ params, body: { variantIds: [variantId] } });
  expect(skusOf(after)).toEqual(['DEL-S-Red', 'DEL-M-Red', 'DEL-M-Blue']);
  expect(after.charges).toEqual([]);
  await app.runJobs();
  const read = async () => (await client().getOrder({ params: { id: draft.id } })).lines[0];
  expect(await read()).toMatchObject({
    sku: 'DEL-S-Blue',
    quantity: 3,
    total: { amount: 3_000 },
    blockers: [{ code: 'line.product_unavailable', detail: { reason: 'deleted' } }],
  });
  const sentences = async () => (await client().getHistory({ params: { id: draft.id }, query: { limit: 3 } })).items.map(({ sentence }) => sentence);
  expect(await sentences()).toContain('DEL-S-Blue is no longer sold: it was deleted');
  expect((await client().searchVariants({ query: { q: 'DEL-S-Blue' } })).items.map(({ sku }) => sku)).not.toContain('DEL-S-Blue');
  const shown = await aVisitor(app, 'main').client.getSiteProduct({ params: { code: 'DEL' } });
  expect(skusOf(shown)).not.toContain('DEL-S-Blue');

  // What is set meanwhile does not lose what waits for it.
  await client().setBuyers({ params, body: { rules: [] } });
  await client().setCharges({ params, body: { charges: [] } });
  const back = await client().restoreVariants({ params, body: { variantIds: [variantId] } });
  expect(skusOf(back)).toEqual(skusOf(tee));
  expect(back.variants[1]).toMatchObject({ stock: { onHand: 5 }, priceTable: { breaks: [{ extendedPrice: '10.00' }] } });
  expect(back.charges).toMatchObject([{ code: 'SET', variantId }]);
  expect((await client().listBuyers({ params })).items).toMatchObject([{ variantId, effect: 'exclude' }]);
  await app.runJobs();
  expect((await read())?.blockers).toEqual([]);
  expect(await sentences()).toContain('DEL-S-Blue is sold again');
});

test('a value that no variant has any more is not offered; brought back it stands where it stood', async () => {
  const tee = await aTee('GONE', ['S', 'M', 'L'], ['Red']);
  const params = { id: tee.id };
  const variantIds = [tee.variants[1]?.id ?? ''];
  expect((await client().deleteVariants({ params, body: { variantIds } })).options[0]?.values).toEqual(['S', 'L']);
  expect((await client().restoreVariants({ params, body: { variantIds } })).options[0]?.values).toEqual(['S', 'M', 'L']);
});

test('the last variant stays, a variant of another product is none, and twice is once', async () => {
  const [tee, other] = [await aTee('LAST', ['S', 'M'], ['Red']), await aTee('ELSE')];
  const params = { id: tee.id };
  const [first = '', second = ''] = tee.variants.map(({ id }) => id);
  expect((await problemOf(client().deleteVariants({ params, body: { variantIds: [first, second] } }))).code).toBe('variant.last');
  const foreign = await problemOf(client().deleteVariants({ params, body: { variantIds: [first, other.variants[0]?.id ?? ''] } }));
  expect(foreign).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/variantIds/1' }] });
  expect((await client().deleteVariants({ params, body: { variantIds: [first] } })).version).toBe(2);
  expect((await client().deleteVariants({ params, body: { variantIds: [first] } })).version).toBe(2);
  expect((await problemOf(client().deleteVariants({ params, body: { variantIds: [second] } }))).code).toBe('variant.last');
});

test('a deletion is not taken back over what was made since', async () => {
  const tee = await aTee('SINCE', ['S', 'M'], ['Red']);
  const params = { id: tee.id };
  const variantIds = [tee.variants[0]?.id ?? ''];
  await client().deleteVariants({ params, body: { variantIds } });
  const anew = await client().addVariants({ params, body: { variants: [{ sku: 'SINCE-NEW', options: chosen('S', 'Red') }] } });
  const twin = await problemOf(client().restoreVariants({ params, body: { variantIds } }));
  expect(twin).toMatchObject({ errors: [{ pointer: '/variantIds/0', message: '(SINCE-S-Red) has the options of SINCE-NEW, which was made since' }] });
  await client().changeVariant({
    params: { id: anew.variants.find(({ sku }) => sku === 'SINCE-NEW')?.id ?? '' },
    body: { sku: 'SINCE-S-Red', options: chosen('XS', 'Red') },
  });
  expect((await problemOf(client().restoreVariants({ params, body: { variantIds } }))).code).toBe('variant.sku_taken');
});

test('who has the options open while a value goes meets that as a conflict, too', async () => {
  const tee = await aTee('OPEN', ['S', 'M'], ['Red']);
  const params = { id: tee.id };
  await app.apiKey.client.deleteVariants({ params, body: { variantIds: [tee.variants[0]?.id ?? ''] } });
  const body = { basedOn: 1, options: tee.options.map(asIs).toReversed() };
  expect(await problemOf(client().setOptions({ params, body }))).toMatchObject({ code: 'conflict', conflicts: [{ pointer: '/values', version: 2 }] });
});

test('two at once: adding merges with adding, and meets renaming as a conflict that names who did it', async () => {
  const tee = await aTee('TWO', ['S'], ['Red']);
  const params = { id: tee.id };
  const add = (size: string, by = app.owner) =>
    by.client.addVariants({ params, body: { basedOn: 1, variants: [{ sku: `TWO-${size}`, options: chosen(size, 'Red') }] } });
  await Promise.all([add('M'), add('L', app.apiKey)]);
  const both = await client().getProduct({ params });
  expect([...(both.options[0]?.values ?? [])].sort()).toEqual(['L', 'M', 'S']);
  expect(both.variants).toHaveLength(3);
  // Who orders the values knows all of them.
  const rename = (values: readonly { readonly from: string; readonly name: string }[], basedOn: number) =>
    client().setOptions({ params, body: { basedOn, options: [{ ...same('Size'), values: [...values] }, asIs({ name: 'Colour', values: ['Red'] })] } });
  expect(await problemOf(rename([{ from: 'S', name: 'Small' }], 1))).toMatchObject({ code: 'conflict', conflicts: [{ pointer: '/values' }] });
  await rename(
    (both.options[0]?.values ?? []).map((from) => ({ from, name: from === 'S' ? 'Small' : from })),
    both.version,
  );
  expect(await problemOf(add('S', app.apiKey))).toMatchObject({ code: 'conflict', conflicts: [{ pointer: '/options', by: 'Owner of main' }] });
});

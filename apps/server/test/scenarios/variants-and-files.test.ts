// Variants that a person named, ordered or deleted here, and the file that comes in every night as before.
import type { ImportNotice, ImportRun } from '@backdesk/contract/import/schema.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const client = () => app.owner.client;
const exported = async () => (await app.owner.request('GET', '/api/v1/products-export')).text();

async function take(text: string, more = ''): Promise<{ readonly run: ImportRun; readonly notices: readonly ImportNotice[] }> {
  const response = await app.owner.request('POST', `/api/v1/imports?kind=products&layout=shopify${more}`, text, { 'content-type': 'text/csv' });
  expect(response.status).toBe(202);
  const { id } = (await response.json()) as ImportRun;
  await app.runJobs();
  const run = await client().getImport({ params: { id } });
  return { run, notices: (await client().listImportNotices({ params: { id }, query: { limit: 200 } })).items };
}

type Row = readonly [size: string, colour: string, sku: string];
/** A file as the shop system writes it. */
const file = (code: string, rows: readonly Row[], names = ['Size', 'Colour']) =>
  [
    'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price',
    ...rows.map(([size, colour, sku], at) => [code, at === 0 ? 'Tee' : '', names[0], size, names[1], colour, sku, '8.50'].join(',')),
  ].join('\n');
const rows = (code: string): readonly Row[] =>
  ['S', 'M', 'L'].flatMap((size) => ['Red', 'Blue'].map((colour): Row => [size, colour, `${code}-${size}-${colour}`]));
const productOf = async (code: string) => {
  const { items } = await client().listProducts({ query: { q: code } });
  return client().getProduct({ params: { id: items.find((item) => item.code === code)?.id ?? '' } });
};
const same = (name: string) => ({ from: name, name });
const titled = ({ variants }: { readonly variants: readonly { readonly sku: string; readonly title: string }[] }) =>
  variants.map(({ sku, title }) => `${sku}: ${title}`);

async function aRenamed(code: string) {
  await take(file(code, rows(code)));
  const product = await productOf(code);
  const options = [
    { from: 'Size', name: 'Fit', values: ['L', 'M', 'S'].map((name) => ({ from: name, name: name === 'S' ? 'Small' : name })) },
    { ...same('Colour'), values: ['Red', 'Blue'].map(same) },
  ];
  return client().setOptions({ params: { id: product.id }, body: { options } });
}

test('the file of before leaves what a person named and ordered, says so, and makes no variant twice', async () => {
  const renamed = await aRenamed('NIGHT');
  const { run, notices } = await take(file('NIGHT', rows('NIGHT')));
  expect(run).toMatchObject({ rowsRefused: 0, variants: { created: 0, updated: 0, unchanged: 6 } });
  expect(notices.map(({ kind, row, value }) => [kind, row, value])).toEqual([
    ['kept', 2, '["S","Red"]'],
    ['kept', 3, '["S","Blue"]'],
  ]);
  expect(await productOf('NIGHT')).toEqual(renamed);
});

test('a variant that is new in the file comes in, under the names and behind the values that are here', async () => {
  await aRenamed('MORE');
  const { run } = await take(file('MORE', [...rows('MORE'), ['XL', 'Red', 'MORE-XL']]));
  expect(run.variants).toMatchObject({ created: 1, updated: 0 });
  const after = await productOf('MORE');
  expect(after.options).toEqual([
    { name: 'Fit', values: ['L', 'M', 'Small', 'XL'] },
    { name: 'Colour', values: ['Red', 'Blue'] },
  ]);
  expect(titled(after).at(-1)).toBe('MORE-XL: XL · Red');
});

test('overwriting takes names, values and order from the file again', async () => {
  await aRenamed('OVER');
  await take(file('OVER', rows('OVER')), '&overwrite=true');
  const after = await productOf('OVER');
  expect(after.options).toEqual([
    { name: 'Size', values: ['S', 'M', 'L'] },
    { name: 'Colour', values: ['Red', 'Blue'] },
  ]);
  expect(titled(after)[0]).toBe('OVER-S-Red: S · Red');
});

test('a variant that a person deleted stays deleted, until it is overwritten', async () => {
  await take(file('AWAY', rows('AWAY')));
  const product = await productOf('AWAY');
  await client().deleteVariants({ params: { id: product.id }, body: { variantIds: [product.variants[0]?.id ?? ''] } });
  const { run, notices } = await take(file('AWAY', rows('AWAY')));
  expect(run).toMatchObject({ rowsRefused: 0, variants: { created: 0 } });
  expect(notices).toMatchObject([{ kind: 'kept', row: 2, value: 'AWAY-S-Red', reason: 'the variant was deleted here' }]);
  expect((await productOf('AWAY')).variants).toHaveLength(5);
  const dry = await take(file('AWAY', rows('AWAY')), '&overwrite=true&dryRun=true');
  const back = { kind: 'restored', row: 2, value: 'AWAY-S-Red', reason: 'the variant was deleted here' };
  expect(dry.notices).toContainEqual(expect.objectContaining(back));
  expect(dry.notices.some(({ reason }) => reason.includes('is new'))).toBe(false);
  const over = await take(file('AWAY', rows('AWAY')), '&overwrite=true');
  expect(over.notices).toMatchObject([back]);
  expect(over.run.variants).toMatchObject({ created: 0 });
  // It is the one that was deleted, at its place: orders that hold it hold it again.
  expect((await productOf('AWAY')).variants.map(({ id, sku }) => [id, sku])).toEqual(product.variants.map(({ id, sku }) => [id, sku]));
});

test('a product that overwriting brings back is said in preview and result', async () => {
  await take(file('WHOLE', rows('WHOLE')));
  await client().deleteProduct({ params: { id: (await productOf('WHOLE')).id } });
  for (const more of ['&dryRun=true', '']) {
    const { notices } = await take(file('WHOLE', rows('WHOLE')), `&overwrite=true${more}`);
    expect(notices).toContainEqual({ kind: 'restored', row: 2, column: '', value: 'WHOLE', reason: 'the product was deleted here' });
  }
  expect((await productOf('WHOLE')).variants).toHaveLength(6);
});

/** SKU, size and colour of a variant changed here: nothing of it is as the file knows it. */
async function changeAll(code: string) {
  await aRenamed(code);
  const product = await productOf(code);
  const small = product.variants.find(({ sku }) => sku === `${code}-S-Red`);
  await client().changeVariant({ params: { id: small?.id ?? '' }, body: { sku: `${code}-NEW` } });
  await client().changeVariant({ params: { id: small?.id ?? '' }, body: { sku: `${code}-NEWEST` } });
  return { product: await productOf(code), id: small?.id ?? '' };
}

test('a variant of which SKU and values were changed here is known again by the SKU it had', async () => {
  const { product } = await changeAll('FORMER');
  const { run, notices } = await take(file('FORMER', rows('FORMER')));
  expect(run).toMatchObject({ rowsRefused: 0, variants: { created: 0, updated: 0, unchanged: 6 } });
  expect(notices.filter(({ row }) => row === 2).map(({ kind, value }) => [kind, value])).toEqual([
    ['kept', 'FORMER-S-Red'],
    ['kept', '["S","Red"]'],
  ]);
  expect(await productOf('FORMER')).toEqual(product);
  // Overwriting gives it back what the file says.
  await take(file('FORMER', rows('FORMER')), '&overwrite=true');
  const after = await productOf('FORMER');
  expect(after.variants).toHaveLength(6);
  expect(titled(after)).toContain('FORMER-S-Red: S · Red');
});

test('one of which all was changed and that was deleted then stays deleted', async () => {
  const { product, id } = await changeAll('BURIED');
  await client().deleteVariants({ params: { id: product.id }, body: { variantIds: [id] } });
  const { run, notices } = await take(file('BURIED', rows('BURIED')));
  expect(run.variants).toEqual({ created: 0, updated: 0, unchanged: 5 });
  expect(notices).toContainEqual({ kind: 'kept', row: 2, column: 'Variant SKU', value: 'BURIED-S-Red', reason: 'the variant was deleted here' });
});

test('options that a person put in another order stay so; new rows of the file come in under the right ones', async () => {
  const code = 'TURNED';
  await take(file(code, rows(code)));
  const { id } = await productOf(code);
  const options = [
    { ...same('Colour'), values: ['Red', 'Blue'].map(same) },
    { ...same('Size'), values: ['S', 'M', 'L'].map(same) },
  ];
  const turned = await client().setOptions({ params: { id }, body: { options } });
  expect(titled(turned).slice(0, 4)).toEqual([`${code}-S-Red: Red · S`, `${code}-M-Red: Red · M`, `${code}-L-Red: Red · L`, `${code}-S-Blue: Blue · S`]);
  const same6 = await take(file(code, rows(code)));
  expect(same6.run.variants).toEqual({ created: 0, updated: 0, unchanged: 6 });
  expect(same6.notices).toEqual([]);
  expect(await productOf(code)).toEqual(turned);
  const { run } = await take(file(code, [...rows(code), ['XL', 'Green', `${code}-XL`]]));
  expect(run.variants).toMatchObject({ created: 1, updated: 0 });
  const after = await productOf(code);
  expect(after.options).toEqual([
    { name: 'Colour', values: ['Red', 'Blue', 'Green'] },
    { name: 'Size', values: ['S', 'M', 'L', 'XL'] },
  ]);
  expect(titled(after).at(-1)).toBe(`${code}-XL: Green · XL`);
  // A value that the file leaves out is said by the heading of its own column.
  const { notices } = await take(file(code, [...rows(code), ['', 'Red', `${code}-NONE`]]));
  expect(notices).toMatchObject([{ kind: 'refused', column: 'Option1 Value', reason: 'is empty: Size of the variant' }]);
});

test('options put in another order and called otherwise are told by their values; overwriting takes the file’s order', async () => {
  const code = 'BOTH';
  await take(file(code, rows(code)));
  const { id } = await productOf(code);
  const options = [
    { from: 'Colour', name: 'Farbe', values: [{ from: 'Red', name: 'Rot' }, same('Blue')] },
    { from: 'Size', name: 'Colour', values: ['S', 'M', 'L'].map(same) },
  ];
  const turned = await client().setOptions({ params: { id }, body: { options } });
  const { run } = await take(file(code, rows(code)));
  expect(run.variants).toEqual({ created: 0, updated: 0, unchanged: 6 });
  expect(await productOf(code)).toEqual(turned);
  await take(file(code, rows(code)), '&overwrite=true');
  const over = await productOf(code);
  expect([over.options.map(({ name }) => name), titled(over)[0]]).toEqual([['Size', 'Colour'], `${code}-S-Red: S · Red`]);
});

test('an option that a person added stays on the variants of a file that does not know it', async () => {
  const code = 'CUT';
  await take(file(code, rows(code)));
  const { id } = await productOf(code);
  const options = [
    { ...same('Size'), values: ['S', 'M', 'L'].map(same) },
    { ...same('Colour'), values: ['Red', 'Blue'].map(same) },
    { name: 'Cut', values: [{ name: 'Regular' }] },
  ];
  const after = await client().setOptions({ params: { id }, body: { options } });
  const { run } = await take(file(code, rows(code)));
  expect(run).toMatchObject({ rowsRefused: 0, variants: { created: 0, updated: 0, unchanged: 6 } });
  expect(await productOf(code)).toEqual(after);
});

test('our own file brings back what a person made here: names, order, added and deleted variants', async () => {
  const { id } = await aRenamed('OURS');
  const variants = [
    {
      sku: 'OURS-XXL',
      options: [
        { name: 'Fit', value: 'XXL' },
        { name: 'Colour', value: 'Red' },
      ],
    },
  ];
  const added = await client().addVariants({ params: { id }, body: { variants } });
  await client().deleteVariants({ params: { id }, body: { variantIds: [added.variants[0]?.id ?? ''] } });
  const before = await productOf('OURS');
  const text = await exported();
  const { run } = await take(text);
  expect(run).toMatchObject({ rowsRefused: 0, variants: { created: 0, updated: 0 } });
  expect(await productOf('OURS')).toEqual(before);
  // Another account gets it as it is here.
  const response = await app.stranger.request('POST', '/api/v1/imports?kind=products&layout=shopify', text, { 'content-type': 'text/csv' });
  expect(response.status).toBe(202);
  await app.runJobs();
  const [found] = (await app.stranger.client.listProducts({ query: { q: 'OURS' } })).items;
  const there = await app.stranger.client.getProduct({ params: { id: found?.id ?? '' } });
  expect([there.options.map(({ name }) => name), titled(there)]).toEqual([before.options.map(({ name }) => name), titled(before)]);
});

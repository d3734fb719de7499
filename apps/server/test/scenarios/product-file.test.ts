// The file of all products goes out and comes in: another account has then what this one has, with breaks, units and bundles.
import type { ImportNotice, ImportRun } from '@backdesk/contract/import/schema.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aKit, aProduct, each } from '../support/a-kit.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let made: Awaited<ReturnType<typeof aCatalogue>>;
beforeAll(async () => {
  app = await createTestApp();
  made = await aCatalogue();
});
afterAll(() => app.close());

const client = () => app.owner.client;
type Owner = TestApp['owner'];
const fileOf = async (owner: Owner = app.owner) => (await owner.request('GET', '/api/v1/products-export')).text();

async function take(text: string, owner: Owner = app.owner, more = ''): Promise<{ readonly run: ImportRun; readonly notices: readonly ImportNotice[] }> {
  const response = await owner.request('POST', `/api/v1/imports?kind=products&layout=shopify${more}`, text, { 'content-type': 'text/csv' });
  expect(response.status).toBe(202);
  const { id } = (await response.json()) as ImportRun;
  await app.runJobs();
  const run = await owner.client.getImport({ params: { id } });
  return { run, notices: (await owner.client.listImportNotices({ params: { id }, query: { limit: 200 } })).items };
}

/** What a product is, without what names it in its account. */
async function catalogueOf({ client: of }: Owner) {
  const { items } = await of.listProducts({ query: { limit: 100 } });
  const products = await Promise.all(items.map(({ id }) => of.getProduct({ params: { id } })));
  return products
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name, descriptionHtml, vendor, productType, tags, published, taxCategory, options, bundle, images, variants }) => ({
      ...{ code, name, descriptionHtml, vendor, productType, tags, published, taxCategory, options, images },
      bundle: bundle === null ? null : { pricing: bundle.pricing, parts: bundle.parts.map(({ sku, quantity }) => [sku, quantity]) },
      variants: variants.map(({ sku, options: chosen, weightGrams, ships, priceTable, stock, unit, taxCategory: taxed }) => ({
        ...{ sku, chosen, weightGrams, ships, unit, taxed, breaks: priceTable?.breaks ?? null },
        stock: bundle === null ? [stock.tracked, stock.onHand, stock.backorder] : null,
      })),
    }));
}

async function aCatalogue() {
  await client().createProduct({
    body: {
      ...{ code: 'TEE', name: 'Heavy tee, "ring-spun"', description: '<p>Soft</p>', vendor: 'Ridgeline', productType: 'Shirts' },
      variants: ['S', 'M'].flatMap((size) =>
        ['Red', 'Blue'].map((colour) => ({
          ...{ sku: `TEE-${size}-${colour}`, weightGrams: 210, stock: { tracked: true, onHand: 12, backorder: size === 'M' } },
          options: [
            { name: 'Size', value: size },
            { name: 'Colour', value: colour },
          ],
          // 24 cost 199.99: no price of one piece in six places says that.
          prices: [each('9.50'), each('199.99', 24), each('1137.60', 144)],
        })),
      ),
    },
  });
  const label = await aProduct(app, 'Label', [each('18'), each('150', 10)], { unit: { name: 'roll', pieces: 500 } });
  await aProduct(app, 'Card', [each('40', 250)], { sku: '=1+2' });
  const fixed = await aKit(app, 'fixed');
  const summed = await aKit(app, 'summed');
  return { fixed, summed, label };
}

test('what goes out comes in as it was, into an account that has nothing; once more it changes nothing', async () => {
  const file = await fileOf();
  const there = app.stranger;
  const dry = await take(file, there, '&dryRun=true');
  expect(dry.run).toMatchObject({ products: { created: 9, updated: 0 }, variants: { created: 12 }, rowsRefused: 0 });
  expect(dry.notices.filter(({ reason }) => reason.includes('made of 2 parts'))).toHaveLength(2);
  expect((await there.client.listProducts({ query: {} })).items).toEqual([]);
  const { run, notices } = await take(file, there);
  expect(notices).toEqual([]);
  expect(run).toMatchObject({ products: { created: 9 }, variants: { created: 12 }, rowsRefused: 0 });
  expect(await catalogueOf(there)).toEqual(await catalogueOf(app.owner));
  const again = await take(file, there);
  expect(again.run).toMatchObject({ products: { created: 0, updated: 0, unchanged: 9 }, variants: { updated: 0, unchanged: 12 }, valuesKept: 0 });
  expect(await fileOf(there)).toBe(file);
});

test('parts that are not there are refused at the row of the bundle, which comes in without them and is mended by the file', async () => {
  const rows = (parts: string) => `Handle,Title,Variant SKU,Variant Price,Bundle parts,Bundle price\nBOX,Gift box,BOX,30,${parts},fixed\nCUP,Cup,CUP,5,,\n`;
  const first = await take(rows('2 × CUP; JUG'));
  expect(first.run).toMatchObject({ products: { created: 2 }, rowsRefused: 1 });
  expect(first.notices).toMatchObject([
    { kind: 'refused', row: 2, column: 'Bundle parts', reason: 'names JUG, and no variant has this SKU yet: put the parts before the bundle' },
  ]);
  // A part that stands below its bundle in the same stretch of the file is there when it is looked for.
  const second = await take(rows('2 x cup'));
  expect(second.run).toMatchObject({ products: { updated: 1, unchanged: 1 }, rowsRefused: 0 });
  const [box] = (await catalogueOf(app.owner)).filter(({ code }) => code === 'BOX');
  expect(box?.bundle).toEqual({ pricing: 'fixed', parts: [['CUP', 2]] });
  // What it is made of here stays, unless overwriting is asked for.
  const kept = await take(rows('3 × CUP'));
  expect(kept.notices).toMatchObject([{ kind: 'kept', row: 2, column: 'Bundle parts', reason: 'kept as it is made of here: 2 × CUP' }]);
  const written = await take(rows('3 × CUP'), app.owner, '&overwrite=true');
  expect(written.run).toMatchObject({ products: { updated: 1 }, valuesKept: 0 });
  expect((await catalogueOf(app.owner)).find(({ code }) => code === 'BOX')?.bundle?.parts).toEqual([['CUP', 3]]);
});

test.each([
  ['a bundle in a bundle', '1 × KIT', 'Bundle parts', /A bundle cannot hold a bundle/],
  ['a part twice', 'PEN; 2 × pen', 'Bundle parts', /names a part twice/],
  ['too many of a part', '10001 × PEN', 'Bundle parts', /1 to 10000 pieces/],
])('%s is refused with its reason', async (_, parts, column, reason) => {
  const { notices } = await take(
    `Handle,Title,Variant SKU,Variant Price,Bundle parts,Bundle price\nPEN,Pen,PEN,2,,\nKIT,Kit,KIT,9,PEN,\nSET,Set,SET,9,${parts},\n`,
  );
  expect(notices).toEqual([expect.objectContaining({ kind: 'refused', row: 4, column, reason: expect.stringMatching(reason) })]);
});

test.each([
  ['Price breaks', '24 at 180', /such as "24: 180; 100: 650"/],
  ['Price breaks', '24: free', /must be a price/],
  ['Price breaks', '1: 8', /says the price of 1 twice/],
  ['Pieces in one', '0', /whole number from 1/],
  ['Bundle price', 'cheap', /must be fixed .* or summed/],
])('%s "%s" is refused with its reason', async (heading, cell, reason) => {
  const more = heading === 'Pieces in one' ? ',Sold by' : '';
  const { run, notices } = await take(`Handle,Title,Variant SKU,Variant Price,${heading}${more}\nPEN,Pen,PEN,2,${cell}${more === '' ? '' : ',case'}\n`);
  expect(run).toMatchObject({ rowsRefused: 1 });
  expect(notices).toEqual([expect.objectContaining({ kind: 'refused', row: 2, column: heading, reason: expect.stringMatching(reason) })]);
});

test('a file without the columns leaves units, breaks of another column and parts alone; by mapped columns they are set', async () => {
  const { fixed, label: sold } = made;
  const before = await catalogueOf(app.owner);
  await take(`Handle,Title,Variant SKU,Variant Price\n${sold.sku},Label,${sold.sku},18\n`);
  const label = (all: typeof before) => all.find(({ name }) => name === 'Label')?.variants[0];
  expect(label(await catalogueOf(app.owner))?.unit).toEqual(label(before)?.unit);
  const mapped =
    'Code,Name,SKU,Price,Price breaks,Sold by,Pieces in one,Bundle parts\nPAD,Pad,PAD,3,"10: 25; 100: 200",pack,5,\n' + `BAG,Bag,BAG,9,,,,2 × PAD\n`;
  const response = await app.owner.request('POST', '/api/v1/imports?kind=products&layout=columns', mapped, { 'content-type': 'text/csv' });
  expect(response.status).toBe(202);
  await app.runJobs();
  const all = await catalogueOf(app.owner);
  expect(all.find(({ code }) => code === 'PAD')?.variants[0]).toMatchObject({
    unit: { name: 'pack', pieces: 5 },
    breaks: [each('3.00'), each('25.00', 10), each('200.00', 100)],
  });
  expect(all.find(({ code }) => code === 'BAG')?.bundle).toEqual({ pricing: 'fixed', parts: [['PAD', 2]] });
  expect(all.find(({ code }) => code === fixed.sku)?.bundle?.parts).toHaveLength(2);
});

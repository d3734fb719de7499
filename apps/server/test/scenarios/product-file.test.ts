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
      ...{ code, name, descriptionHtml, vendor, productType, tags, published, taxCategory, options },
      images: images.map(({ url, alt }) => [url, alt]),
      bundle: bundle === null ? null : { pricing: bundle.pricing, parts: bundle.parts.map(({ sku, quantity }) => [sku, quantity]) },
      variants: variants.map(
        ({ sku, options: chosen, weightGrams, ships, priceTable, stock, unit, taxCategory: taxed, published: sold, quantityRule, imageUrl }) => ({
          ...{ sku, chosen, weightGrams, ships, unit, taxed, sold, quantityRule, imageUrl, breaks: priceTable?.breaks ?? null },
          stock: bundle === null ? [stock.tracked, stock.onHand, stock.backorder, stock.incoming] : null,
        }),
      ),
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
  const [neck, cuff] = ['https://pictures.example/neck.jpg', 'https://pictures.example/cuff.jpg'];
  const made = await client().createProduct({
    body: {
      ...{ code: 'POLO', name: 'Polo', taxCategory: 'clothing', published: false },
      variants: ['Slim', 'Wide'].map((cut, at) => ({
        ...{ sku: `POLO-${cut}`, prices: [each('22')], published: at === 0, taxCategory: at === 0 ? undefined : 'reduced' },
        ...{ quantityIncrement: at === 0 ? 12 : 0, maxQuantity: at === 0 ? 600 : null, stock: { tracked: true, onHand: 3 } },
        incoming: at === 0 ? { quantity: 200, expectedOn: '2027-02-03' } : null,
        options: Object.entries({ Size: 'M', Colour: 'Red', Cut: cut, Sleeve: 'Long', Collar: 'Flat' }).map(([name, value]) => ({ name, value })),
      })),
    },
  });
  const images = [
    { url: neck, alt: 'Neck, "open"' },
    { url: cuff, alt: '' },
  ];
  await client().setImages({ params: { id: made.id }, body: { images } });
  await client().changeVariant({ params: { id: made.variants[1]?.id ?? '' }, body: { image: { url: cuff } } });
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
  expect(dry.run).toMatchObject({ products: { created: 10, updated: 0 }, variants: { created: 14 }, rowsRefused: 0 });
  expect(dry.notices.filter(({ reason }) => reason.includes('made of 2 parts'))).toHaveLength(2);
  expect((await there.client.listProducts({ query: {} })).items).toEqual([]);
  const { run, notices } = await take(file, there);
  expect(notices).toEqual([]);
  expect(run).toMatchObject({ products: { created: 10 }, variants: { created: 14 }, rowsRefused: 0 });
  expect(await catalogueOf(there)).toEqual(await catalogueOf(app.owner));
  const again = await take(file, there);
  expect(again.run).toMatchObject({ products: { created: 0, updated: 0, unchanged: 10 }, variants: { updated: 0, unchanged: 14 }, valuesKept: 0 });
  expect(await fileOf(there)).toBe(file);
});

test('a product whose code was changed here comes back from the file by its code; the code it came with stays its own', async () => {
  await take('Handle,Title,Variant SKU,Variant Price\nSCARF,Scarf,SCARF,8\n');
  const [found] = (await client().listProducts({ query: { q: 'SCARF' } })).items;
  await client().changeProduct({ params: { id: found?.id ?? '' }, body: { code: 'SCARF-NEW' } });
  const mine = (await fileOf()).split('\r\n').filter((row, at) => at === 0 || row.startsWith('SCARF'));
  expect(mine).toHaveLength(2);
  const again = await take(`${mine.join('\r\n')}\r\n`);
  expect(again).toMatchObject({ run: { products: { created: 0, updated: 0, unchanged: 1 }, variants: { unchanged: 1 }, rowsRefused: 0 }, notices: [] });
  const old = await take('Handle,Title,Variant SKU,Variant Price\nscarf,Scarf,SCARF,9\n');
  expect(old.run).toMatchObject({ products: { created: 0, updated: 1 } });
  const both = await take('Handle,Title,Variant SKU,Variant Price\nSCARF,Scarf,SCARF,9\nSCARF-NEW,Scarf,SCARF,10\n');
  expect(both.notices).toMatchObject([{ kind: 'refused', row: 3, column: 'Handle', reason: 'is the code of Scarf already' }]);
});

test('multiples, most, on sale, tax and delivery: what an earlier file said changes, a dry run says it, and columns that are missing leave it', async () => {
  const heading = 'Handle,Title,Tax category,Variant SKU,Variant Price,In multiples of,At most,Variant Published,Variant tax category,Next delivery\n';
  await take(`${heading}CAP,Cap,clothing,CAP,4,12,240,false,,90 on 2027-01-04\n`);
  const cap = async () => (await catalogueOf(app.owner)).find(({ code }) => code === 'CAP');
  const first = await cap();
  expect(first).toMatchObject({
    taxCategory: 'clothing',
    variants: [
      { quantityRule: { increment: 12, maximum: 240 }, sold: false, taxed: 'clothing', stock: [false, 0, false, { quantity: 90, expectedOn: '2027-01-04' }] },
    ],
  });
  await take('Handle,Title,Variant SKU,Variant Price,Variant Taxable\nCAP,Cap,CAP,4,true\n');
  expect({ ...(await cap()), taxCategory: '' }).toMatchObject({ variants: [{ quantityRule: { increment: 12, maximum: 240 }, sold: false }] });
  const next = `${heading}CAP,Cap,clothing,CAP,4,,,true,food,\n`;
  const dry = await take(next, app.owner, '&dryRun=true');
  expect(dry.notices[0]?.reason).toMatch(/CAP: on sale; CAP: in any quantity; CAP: any number in an order/);
  await take(next);
  expect((await cap())?.variants).toMatchObject([
    { quantityRule: { increment: null, maximum: null }, sold: true, taxed: 'food', stock: [false, 0, false, null] },
  ]);
  // Of any layout: an empty cell says nothing.
  const mapped = 'Code,Name,SKU,In multiples of,Max. quantity,Tax category\nCAP,Cap,CAP,6,,\n';
  await app.owner.request('POST', '/api/v1/imports?kind=products&layout=columns', mapped, { 'content-type': 'text/csv' });
  await app.runJobs();
  expect(await cap()).toMatchObject({ taxCategory: 'clothing', variants: [{ quantityRule: { increment: 6, maximum: null }, sold: true }] });
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
  ['In multiples of', '-1', /whole number from 0/],
  ['At most', '0', /whole number from 1/],
  ['Variant Published', 'perhaps', /true or false/],
  ['Next delivery', 'soon', /such as "200 on/],
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

// A price list of any layout comes in by its columns: recognised by their headings, or said by a person; with breaks.
import type { ImportNotice, ImportRun } from '@backdesk/contract/import/schema.ts';
import { csvRow } from '@backdesk/domain/csv/csv-row.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});
afterEach(() => app.close());

const csv = (...rows: readonly string[]) => `${rows.join('\n')}\n`;
type Mapping = Readonly<Record<string, string>>;
const send = (text: string, mapping?: Mapping, more = '') => {
  const asked = `${mapping === undefined ? '' : `&mapping=${encodeURIComponent(JSON.stringify(mapping))}`}${more}`;
  return app.owner.request('POST', `/api/v1/imports?kind=products&layout=columns${asked}`, text, { 'content-type': 'text/csv' });
};

async function take(text: string, mapping?: Mapping, more = ''): Promise<{ readonly run: ImportRun; readonly notices: readonly ImportNotice[] }> {
  const response = await send(text, mapping, more);
  expect(response.status).toBe(202);
  const { id } = (await response.json()) as ImportRun;
  await app.runJobs();
  const run = await app.owner.client.getImport({ params: { id } });
  return { run, notices: (await app.owner.client.listImportNotices({ params: { id }, query: { limit: 200 } })).items };
}

async function productOf(q: string) {
  const [row] = (await app.owner.client.listProducts({ query: { q } })).items;
  return app.owner.client.getProduct({ params: { id: row?.id ?? '' } });
}

const list = csv(
  'Item No.,Title,Colour,Size,Price,Price 24+,Price 144,Weight (kg),Stock,Our margin',
  'TEE,Heavy tee,Red,S,9.50,8.333333,7.9,0.21,120,x',
  'TEE,Heavy tee,Red,M,9.50,8.333333,7.9,0.22,,x',
  'MUG,Mug,,,4.10,,,,,x',
);

test('columns are known by their headings; a break says what one piece costs from so many on', async () => {
  const { run, notices } = await take(list);
  expect(notices).toEqual([]);
  expect(run).toMatchObject({ layout: 'columns', products: { created: 2 }, variants: { created: 3 }, rowsRefused: 0 });
  expect(run.mapping).toEqual({
    'Item No.': 'code',
    Title: 'name',
    Colour: 'option',
    Size: 'option',
    Price: 'price',
    'Price 24+': 'price:24',
    'Price 144': 'price:144',
    'Weight (kg)': 'weightKg',
    Stock: 'stock',
    'Our margin': '',
  });
  const tee = await productOf('heavy tee');
  expect(tee.options).toEqual([
    { name: 'Colour', values: ['Red'] },
    { name: 'Size', values: ['S', 'M'] },
  ]);
  expect(tee.variants).toMatchObject([
    {
      title: 'Red · S',
      weightGrams: 210,
      stock: { tracked: true, onHand: 120 },
      priceTable: {
        breaks: [
          { quantity: 1, extendedPrice: '9.50' },
          // 24 × 8.333333
          { quantity: 24, extendedPrice: '199.999992' },
          { quantity: 144, extendedPrice: '1137.60' },
        ],
      },
    },
    { title: 'Red · M', weightGrams: 220, stock: { tracked: false } },
  ]);
  const again = await take(list);
  expect(again.run).toMatchObject({ products: { created: 0, updated: 0, unchanged: 2 }, variants: { created: 0, updated: 0, unchanged: 3 } });
});

test('a file with some columns changes only those: what it leaves out stays', async () => {
  await take(list);
  const before = await productOf('heavy tee');
  await app.owner.client.setImages({
    params: { id: before.id },
    body: { basedOn: before.version, images: [{ url: 'https://cdn.example/tee.jpg', alt: 'A tee' }] },
  });
  const sku = before.variants[0]?.sku ?? '';
  const { run } = await take(csv('Product code,Colour,Size,Unit price', 'TEE,Red,S,10', 'TEE,Red,M,'));
  expect(run).toMatchObject({ products: { created: 0 }, variants: { created: 0, updated: 1, unchanged: 1 } });
  const after = await productOf('heavy tee');
  expect(after).toMatchObject({ name: 'Heavy tee', images: [{ url: 'https://cdn.example/tee.jpg' }] });
  expect(after.variants).toMatchObject([
    { sku, weightGrams: 210, stock: { tracked: true, onHand: 120 }, priceTable: { breaks: [{ quantity: 1, extendedPrice: '10.00' }] } },
    { weightGrams: 220, priceTable: { breaks: [{ quantity: 1 }, { quantity: 24 }, { quantity: 144 }] } },
  ]);
});

test('a person says what a heading means, also that it means nothing; single variants are known by their SKU alone', async () => {
  const { run } = await take(csv('Article,Label,Price,Retail', 'P-1,Pen,0.80,1.20', 'P-2,Fine pen,1.10,1.60'), {
    Article: 'sku',
    Label: 'name',
    Price: '',
    Retail: 'price',
  });
  expect(run).toMatchObject({ products: { created: 2 }, variants: { created: 2 } });
  expect(await productOf('fine pen')).toMatchObject({
    code: 'P-2',
    variants: [{ sku: 'P-2', priceTable: { breaks: [{ quantity: 1, extendedPrice: '1.60' }] } }],
  });
});

test('a bad cell refuses its row by the name of its column; a file without an identity is refused at once, as is an unknown target', async () => {
  const { run, notices } = await take(csv('Code,Name,Price,Price 12', 'A,Good,1,0.9', 'B,Bad,1,nine', 'C,,3,'));
  // A product whose only row has a bad price comes in without a variant, as with any layout.
  expect(run).toMatchObject({ products: { created: 2 }, variants: { created: 1 }, rowsRefused: 2 });
  expect(notices).toMatchObject([
    { kind: 'refused', row: 3, column: 'Price 12', value: 'nine' },
    { kind: 'refused', row: 4, reason: 'is empty, and there is no product of this code yet' },
  ]);
  // More than a price list can hold refuses its row; the run goes on.
  const huge = await take(csv('Code,Name,Price,Price 9999999', 'D,Dear,1,999999999999', 'E,Even,1,'));
  expect(huge).toMatchObject({ run: { state: 'done', error: null, rowsRefused: 1 }, notices: [{ row: 2, column: 'Price 9999999' }] });
  const unknown = await send(csv('Name,Price', 'Pen,1'));
  expect(unknown.status).toBe(422);
  expect(await unknown.json()).toMatchObject({ code: 'import.unreadable', detail: { reason: expect.stringContaining('No column is the product code') } });
  expect((await send(list, { Title: 'nonsense' })).status).toBe(422);
});

test('of two columns of options with one heading the second gets a number: neither is lost, and a second run finds them again', async () => {
  const twins = csv('Code,Name,Size,Size,Price', 'RUG,Rug,S,round,10', 'RUG,,S,square,12');
  await take(twins);
  const rug = await productOf('rug');
  expect(rug.options).toEqual([
    { name: 'Size', values: ['S'] },
    { name: 'Size 2', values: ['round', 'square'] },
  ]);
  expect((await take(twins)).run).toMatchObject({ products: { unchanged: 1 }, variants: { unchanged: 2 } });
});

test('what a person set is kept under the heading of the file; a picture that cannot be shown refuses no row', async () => {
  await take(list);
  const { id } = await productOf('mug');
  await app.owner.client.changeProduct({ params: { id }, body: { name: 'Our mug' } });
  const { run, notices } = await take(csv('Item No.,Label,Picture', 'MUG,Mug,javascript:alert(1)'), { Label: 'name' });
  expect(run).toMatchObject({ rowsRefused: 0, valuesKept: 1 });
  expect(notices.map(({ kind, column }) => [kind, column])).toEqual([
    ['kept', 'Label'],
    ['refused', 'Picture'],
  ]);
});

describe('a dry run', () => {
  const dry = '&dryRun=true';

  test('says what would become of each product, and changes nothing', async () => {
    await take(list);
    const before = await productOf('heavy tee');
    const next = csv(
      'Item No.,Title,Colour,Size,Price,Stock',
      'TEE,Thick tee,Red,S,10,120',
      'TEE,,Red,L,11,',
      'MUG,Mug,,,4.10,',
      'CAP,Cap,,,8,',
      'BAD,Bad,,,nine,',
    );
    const { run, notices } = await take(next, undefined, dry);
    expect(run).toMatchObject({
      dryRun: true,
      state: 'done',
      rowsRefused: 1,
      products: { created: 2, updated: 1, unchanged: 1 },
      variants: { created: 2, updated: 1, unchanged: 1 },
    });
    expect(notices.map(({ kind, row, value, reason }) => [kind, row, value, reason])).toEqual([
      ['updated', 2, 'TEE', 'name becomes Thick tee; TEE-Red-S: price becomes 10.00; TEE-Red-L is new'],
      ['unchanged', 4, 'MUG', ''],
      ['created', 5, 'CAP', 'Cap, 1 variant'],
      ['refused', 6, 'nine', expect.any(String)],
      ['created', 6, 'BAD', 'Bad, 0 variants'],
    ]);
    expect(await productOf('heavy tee')).toEqual(before);
    expect((await app.owner.client.listProducts({ query: { q: 'cap' } })).items).toEqual([]);
  });

  test('counts and refuses as the import then does, over batches: products that go on far down, and SKUs that repeat', async () => {
    const many = Array.from({ length: 620 }, (_, at) => `P-${at},Pen ${at},,P-${at},1`);
    const file = csv('Code,Name,Size,SKU,Price', 'TEE,Tee,S,TEE-S,9', ...many, 'TEE,,M,TEE-M,9', 'HAT,Hat,,tee-s,5', 'TEE,,S,TEE-X,9', 'BAG,Bag,,TEE-S,4');
    const would = await take(file, undefined, dry);
    const did = await take(file);
    const counted = ({ products, variants, rowsRefused, rowsRead }: ImportRun) => ({ products, variants, rowsRefused, rowsRead });
    expect(counted(would.run)).toEqual(counted(did.run));
    expect(counted(would.run)).toMatchObject({ rowsRead: 625, rowsRefused: 1, products: { created: 623 } });
    const refused = (notices: readonly ImportNotice[]) => notices.flatMap(({ kind, row, column, value }) => (kind === 'refused' ? [[row, column, value]] : []));
    const noticesOf = async (id: string) => {
      const pages: ImportNotice[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await app.owner.client.listImportNotices({ params: { id }, query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) } });
        pages.push(...page.items);
        if (page.nextCursor === null) return pages;
        cursor = page.nextCursor;
      }
    };
    expect(refused(await noticesOf(would.run.id))).toEqual(refused(await noticesOf(did.run.id)));
  });
});

test('where semicolons divide the cells, a comma divides off the decimals; a point before three figures is asked about', async () => {
  const { run, notices } = await take(
    csv(
      'SKU;Name;Price;From 24;Weight (kg);Stock',
      'CAP;Cap;9,50;8,333333;0,25;40',
      'BOX;Box;1.234,50;;2;',
      'PEN;Pen;0.850;;;',
      'LOT;Lot;1.234;;;',
      'TWO;Two;1;;1.250;',
      'TON;Ton;1;;;1.000',
    ),
  );
  expect(notices.map(({ row, column, value, reason }) => [row, column, value, reason])).toEqual([
    [5, 'Price', '1.234', 'can be read two ways: write thousands without a point, or decimals with a comma'],
    [6, 'Weight (kg)', '1.250', 'can be read two ways: write thousands without a point, or decimals with a comma'],
    [7, 'Stock', '1.000', 'can be read two ways: write thousands without a point, or decimals with a comma'],
  ]);
  expect(run).toMatchObject({ variants: { created: 3 }, rowsRefused: 3 });
  const priced = async (q: string) => (await productOf(q)).variants[0]?.priceTable?.breaks;
  expect(await priced('CAP')).toEqual([
    { quantity: 1, extendedPrice: '9.50' },
    { quantity: 24, extendedPrice: '199.999992' },
  ]);
  expect(await priced('BOX')).toEqual([{ quantity: 1, extendedPrice: '1234.50' }]);
  expect(await priced('PEN')).toEqual([{ quantity: 1, extendedPrice: '0.85' }]);
  expect((await productOf('CAP')).variants[0]?.weightGrams).toBe(250);
});

test('rows refused from a file with semicolons are handed out with them: mended, with their decimal commas, they come in', async () => {
  const { run } = await take(csv('SKU;Name;Price;Price 10', 'BOX;Box;9,50;9', 'PEN;Pen;dear;1.234,50'));
  expect(run).toMatchObject({ rowsRead: 2, rowsRefused: 1 });
  const refused = await app.owner.client.listRefusedRows({ params: { id: run.id } });
  expect(refused).toMatchObject({ delimiter: ';', heading: ['SKU', 'Name', 'Price', 'Price 10'], items: [{ cells: ['PEN', 'Pen', 'dear', '1.234,50'] }] });
  const rows = [['Refused because', ...refused.heading], ...refused.items.map(({ reason, cells }) => [reason, ...cells])];
  const mended = rows
    .map((cells) => csvRow(cells, refused.delimiter))
    .join('')
    .replace('dear', '1.300,00');
  expect((await take(mended)).run).toMatchObject({ rowsRead: 1, rowsRefused: 0 });
  expect((await productOf('PEN')).variants[0]?.priceTable?.breaks).toEqual([
    { quantity: 1, extendedPrice: '1300.00' },
    { quantity: 10, extendedPrice: '12345.00' },
  ]);
});

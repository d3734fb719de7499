import type { ImportNotice, ImportRun } from '@backdesk/contract/import/schema.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});
afterEach(() => app.close());

const columns = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Image Src',
] as const;
type Row = Partial<Record<(typeof columns)[number], string>>;

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows: readonly Row[], end = '\n') =>
  [columns.join(','), ...rows.map((row) => columns.map((name) => quoted(row[name] ?? '')).join(','))].join(end) + end;

const tee: readonly Row[] = [
  {
    Handle: 'heavy-tee',
    Title: 'Heavy tee',
    'Body (HTML)': '<p style="x">Thick,\n"heavy"</p><script>x</script>',
    Vendor: 'Acme',
    Type: 'Shirts',
    Tags: 'cotton, summer',
    Published: 'true',
    'Option1 Name': 'Colour',
    'Option1 Value': 'Red',
    'Option2 Name': 'Size',
    'Option2 Value': 'M',
    'Variant SKU': "'TEE-RED-M",
    'Variant Grams': '454',
    'Variant Inventory Tracker': 'shopify',
    'Variant Inventory Qty': '-3',
    'Variant Inventory Policy': 'continue',
    'Variant Price': '8.50',
    'Variant Taxable': 'true',
    'Image Src': 'https://cdn.example/1.jpg',
  },
  {
    Handle: 'heavy-tee',
    'Option1 Value': 'Red',
    'Option2 Value': 'L',
    'Variant SKU': '',
    'Variant Grams': '460',
    'Variant Price': '0.00',
    'Image Src': 'https://cdn.example/2.jpg',
  },
  { Handle: 'heavy-tee', 'Image Src': 'https://cdn.example/3.jpg' },
];
const mug: Row = {
  Handle: 'mug',
  Title: 'Mug',
  'Option1 Name': 'Title',
  'Option1 Value': 'Default Title',
  'Variant SKU': 'MUG',
  'Variant Price': '4',
  'Variant Taxable': 'false',
};

async function send(text: string, query = ''): Promise<Response> {
  return app.owner.request('POST', `/api/v1/imports?kind=products${query}`, text, { 'content-type': 'text/csv' });
}

async function take(text: string, query = ''): Promise<{ readonly run: ImportRun; readonly notices: readonly ImportNotice[] }> {
  const response = await send(text, query);
  expect(response.status).toBe(202);
  const { id, state } = (await response.json()) as ImportRun;
  expect(state).toBe('running');
  await app.runJobs();
  const run = await app.owner.client.getImport({ params: { id } });
  return { run, notices: (await app.owner.client.listImportNotices({ params: { id }, query: { limit: 200 } })).items };
}

async function productOf(q: string) {
  const [row] = (await app.owner.client.listProducts({ query: { q } })).items;
  return app.owner.client.getProduct({ params: { id: row?.id ?? '' } });
}

test('a product of several rows comes in whole: variants, prices, stock, weight, tax, pictures', async () => {
  const { run, notices } = await take(csv([...tee, mug]));
  expect(run).toMatchObject({
    state: 'done',
    rowsRead: 4,
    rowsRefused: 0,
    products: { created: 2, updated: 0, unchanged: 0 },
    variants: { created: 3 },
    error: null,
  });
  expect(notices).toEqual([]);
  const product = await productOf('heavy-tee');
  expect(product).toMatchObject({
    code: 'heavy-tee',
    name: 'Heavy tee',
    descriptionHtml: '<p>Thick,\n"heavy"</p>',
    vendor: 'Acme',
    productType: 'Shirts',
    tags: ['cotton', 'summer'],
    taxCategory: 'standard',
    options: [
      { name: 'Colour', values: ['Red'] },
      { name: 'Size', values: ['M', 'L'] },
    ],
  });
  expect(product.images.map(({ url }) => url)).toEqual(['https://cdn.example/1.jpg', 'https://cdn.example/2.jpg', 'https://cdn.example/3.jpg']);
  expect(product.variants).toMatchObject([
    {
      sku: 'TEE-RED-M',
      title: 'Red · M',
      weightGrams: 454,
      stock: { tracked: true, onHand: -3, backorder: true },
      priceTable: { breaks: [{ quantity: 1, extendedPrice: '8.50' }] },
    },
    { sku: 'heavy-tee-Red-L', weightGrams: 460, stock: { tracked: false }, priceTable: { breaks: [{ quantity: 1, extendedPrice: '0.00' }] } },
  ]);
  expect(await productOf('mug')).toMatchObject({ options: [], taxCategory: 'exempt', variants: [{ sku: 'MUG', title: '', taxCategory: 'exempt' }] });
  expect((await app.owner.client.searchVariants({ query: { q: 'tee red m' } })).items.map(({ sku }) => sku)).toEqual(['TEE-RED-M']);
});

test('a second run changes nothing, whatever the line ends and marks', async () => {
  await take(csv([...tee, mug]));
  const before = [await productOf('heavy-tee'), await productOf('mug')];
  for (const text of [csv([...tee, mug]), csv([...tee, mug], '\r\n'), `\ufeff${csv([...tee, mug])}`]) {
    const { run } = await take(text);
    expect(run).toMatchObject({ rowsRefused: 0, products: { created: 0, updated: 0, unchanged: 2 }, variants: { created: 0, updated: 0, unchanged: 3 } });
  }
  expect([await productOf('heavy-tee'), await productOf('mug')]).toEqual(before);
});

test('rows of a product that stand apart in the file add up, also the second time', async () => {
  const apart = [...tee.slice(0, 1), mug, ...tee.slice(1)];
  await take(csv(apart));
  expect((await productOf('heavy-tee')).variants.map(({ title }) => title)).toEqual(['Red · M', 'Red · L']);
  const before = await productOf('heavy-tee');
  expect((await take(csv(apart))).run.variants).toMatchObject({ created: 0, updated: 0 });
  expect(await productOf('heavy-tee')).toMatchObject({ variants: before.variants });
});

test('a product goes on far down the file, after other batches were stored', async () => {
  const others = Array.from({ length: 600 }, (_, n): Row => ({ ...mug, Handle: `mug-${n}`, 'Variant SKU': `MUG-${n}` }));
  const far = [...tee.slice(0, 1), ...others, ...tee.slice(1)];
  expect((await take(csv(far))).run).toMatchObject({ rowsRead: 603, rowsRefused: 0, products: { created: 601, updated: 1 } });
  const before = await productOf('heavy-tee');
  expect(before.variants.map(({ title }) => title)).toEqual(['Red · M', 'Red · L']);
  expect(before.images).toHaveLength(3);
  expect((await take(csv(far))).run).toMatchObject({ products: { created: 0 }, variants: { created: 0, updated: 0 } });
});

test('what the file changes is changed, with one version and the made SKU kept', async () => {
  await take(csv([...tee, mug]));
  const changed = tee.map((row, index) =>
    index === 1 ? { ...row, 'Variant Price': '9.25', 'Variant Inventory Qty': '12', 'Variant Inventory Tracker': 'shopify' } : row,
  );
  const { run } = await take(csv([...changed, mug]));
  expect(run).toMatchObject({ products: { updated: 1, unchanged: 1 }, variants: { updated: 1, unchanged: 2 } });
  const product = await productOf('heavy-tee');
  expect(product.version).toBe(2);
  expect(product.variants[1]).toMatchObject({
    sku: 'heavy-tee-Red-L',
    version: 2,
    priceTable: { breaks: [{ quantity: 1, extendedPrice: '9.25' }] },
    stock: { onHand: 12 },
  });
});

test('a repeated SKU refuses that row only; the first keeps it', async () => {
  const other: Row = { Handle: 'other', Title: 'Other', 'Option1 Name': 'Size', 'Option1 Value': 'S', 'Variant SKU': 'tee-red-m', 'Variant Price': '1' };
  const { run, notices } = await take(csv([...tee, other, { Handle: 'other', 'Option1 Value': 'M', 'Variant SKU': 'OTHER-M', 'Variant Price': '1' }]));
  expect(run).toMatchObject({ rowsRead: 5, rowsRefused: 1, products: { created: 2 }, variants: { created: 3 } });
  expect(notices).toEqual([{ kind: 'refused', row: 5, column: 'Variant SKU', value: 'tee-red-m', reason: 'is the SKU of row 2 already' }]);
  expect((await productOf('other')).variants.map(({ sku }) => sku)).toEqual(['OTHER-M']);
});

test('two variants trade their SKUs', async () => {
  const rows = (a: string, b: string): Row[] => [
    { Handle: 'x', Title: 'X', 'Option1 Name': 'Size', 'Option1 Value': 'S', 'Variant SKU': a, 'Variant Price': '1' },
    { Handle: 'x', 'Option1 Value': 'M', 'Variant SKU': b, 'Variant Price': '1' },
  ];
  await take(csv(rows('A', 'B')));
  expect((await take(csv(rows('B', 'A')))).run).toMatchObject({ rowsRefused: 0, variants: { updated: 2 } });
  expect((await productOf('x')).variants.map(({ sku }) => sku)).toEqual(['B', 'A']);
});

test('a renamed option value is another variant: its SKU is still that of the first, and the notice says so', async () => {
  await take(csv(tee));
  const renamed = tee.map((row, index) => (index === 0 ? { ...row, 'Option1 Value': 'Scarlet' } : row));
  const { notices } = await take(csv(renamed));
  expect(notices).toMatchObject([{ kind: 'refused', row: 2, column: 'Variant SKU', reason: 'is the SKU of Heavy tee Red · M already' }]);
  expect((await productOf('heavy-tee')).variants.map(({ title }) => title)).toContain('Red · M');
});

test('a draft keeps the option value that it was entered with, whatever the file calls it now', async () => {
  await take(csv(tee));
  const { client } = app.owner;
  const customer = await client.createCustomer({ body: { name: 'Dana Fox' } });
  const draft = await client.createOrder({ body: { customerId: customer.id, lines: [{ sku: 'TEE-RED-M', quantity: 2 }] } });
  await take(csv(tee.map((row, index) => (index === 0 ? { ...row, 'Option1 Value': 'Scarlet', 'Variant SKU': 'TEE-SCA-M' } : row))));
  const [line] = (await client.getOrder({ params: { id: draft.id } })).lines;
  expect(line).toMatchObject({ sku: 'TEE-RED-M', unitPrice: '8.5', blockers: [] });
  expect(line?.options).toEqual([
    { name: 'Colour', value: 'Red' },
    { name: 'Size', value: 'M' },
  ]);
});

test('what a person changed here is kept and listed, until it is overwritten', async () => {
  await take(csv([...tee, mug]));
  const product = await productOf('heavy-tee');
  await app.owner.client.changeProduct({ params: { id: product.id }, body: { name: 'The tee' } });
  await app.owner.client.changeVariant({
    params: { id: product.variants[0]?.id ?? '' },
    body: { prices: [{ quantity: 1, extendedPrice: '7' }], sku: 'OUR-SKU' },
  });
  const kept = await take(csv([...tee, mug]));
  expect(kept.run.products).toMatchObject({ updated: 0, unchanged: 2 });
  expect(kept.notices.map(({ kind, row, column, value }) => [kind, row, column, value])).toEqual([
    ['kept', 2, 'Title', 'Heavy tee'],
    ['kept', 2, 'Variant SKU', 'TEE-RED-M'],
    ['kept', 2, 'Variant Price', '[{"quantity":1,"extendedPrice":"8.500000"}]'],
  ]);
  expect(await productOf('OUR-SKU')).toMatchObject({ name: 'The tee' });
  const overwritten = await take(csv([...tee, mug]), '&overwrite=true');
  expect(overwritten.notices).toEqual([]);
  expect(await productOf('TEE-RED-M')).toMatchObject({
    name: 'Heavy tee',
    variants: [{ sku: 'TEE-RED-M', priceTable: { breaks: [{ extendedPrice: '8.50' }] } }, {}],
  });
  expect((await take(csv([...tee, mug]))).run.products).toMatchObject({ updated: 0 });
});

test('a product that a person deleted stays deleted, until it is overwritten', async () => {
  await take(csv(tee));
  await app.owner.client.deleteProduct({ params: { id: (await productOf('heavy-tee')).id } });
  expect((await take(csv(tee))).notices).toMatchObject([{ kind: 'kept', row: 2, reason: 'the product was deleted here' }]);
  expect((await app.owner.client.listProducts({ query: { q: 'heavy' } })).items).toEqual([]);
  await take(csv(tee), '&overwrite=true');
  expect((await productOf('heavy-tee')).variants).toHaveLength(2);
});

test.each([
  ['a price in words', { 'Variant Price': 'ten' }, 'Variant Price'],
  ['a negative price', { 'Variant Price': '-1' }, 'Variant Price'],
  ['half a piece in stock', { 'Variant Inventory Qty': '1.5' }, 'Variant Inventory Qty'],
  ['an unknown policy', { 'Variant Inventory Policy': 'maybe' }, 'Variant Inventory Policy'],
  ['a negative weight', { 'Variant Grams': '-5' }, 'Variant Grams'],
  ['a SKU of 256 characters', { 'Variant SKU': 'x'.repeat(256) }, 'Variant SKU'],
  ['a control character in the SKU', { 'Variant SKU': 'A\u0007B' }, 'Variant SKU'],
  ['an enormous title', { Title: 'x'.repeat(300_000) }, 'Title'],
  ['an enormous description', { 'Body (HTML)': 'x'.repeat(300_000) }, 'Body (HTML)'],
  ['no handle', { Handle: '' }, 'Handle'],
])('%s refuses its row, the others come in', async (_, cells, column) => {
  const { run, notices } = await take(csv([mug, { ...mug, Handle: 'bad', 'Variant SKU': 'BAD', ...cells }, { ...mug, Handle: 'good', 'Variant SKU': 'GOOD' }]));
  expect(run).toMatchObject({ state: 'done', rowsRead: 3, rowsRefused: 1 });
  expect(notices).toMatchObject([{ kind: 'refused', row: 3, column }]);
  expect((await productOf('GOOD')).name).toBe('Mug');
});

test('a picture that cannot be shown is left out, the row comes in', async () => {
  const { run, notices } = await take(csv([{ ...mug, 'Image Src': 'javascript:alert(1)' }]));
  expect(run).toMatchObject({ rowsRefused: 0, products: { created: 1 } });
  expect(notices).toMatchObject([{ row: 2, column: 'Image Src' }]);
});

test('emoji, any script and markup come in as they are', async () => {
  const name = '👕 قميص "<b>红衬衫</b>" & =cmd()';
  await take(csv([{ Handle: '衬衫', Title: name, 'Option1 Name': 'اللون', 'Option1 Value': '<i>أحمر</i>', 'Variant SKU': '🔥-1', 'Variant Price': '1' }]));
  expect(await productOf('🔥')).toMatchObject({ code: '衬衫', name, options: [{ name: 'اللون', values: ['<i>أحمر</i>'] }], variants: [{ sku: '🔥-1' }] });
});

test('a broken quote refuses its own row', async () => {
  const { run, notices } = await take(`Handle,Title,Variant Price\na,A,1\nb,"B "x" y",2\nc,C,3\n`);
  expect(run).toMatchObject({ state: 'done', rowsRead: 3, rowsRefused: 1, products: { created: 2 } });
  expect(notices).toMatchObject([{ row: 3, reason: expect.stringContaining('not doubled (line 3)') }]);
});

test('a quote that is never closed ends the run with the row and line; what came before is in', async () => {
  const { run } = await take(`Handle,Title,Variant Price\na,A,1\nb,"B,2\nc,C,3\n`);
  expect(run).toMatchObject({ state: 'failed', products: { created: 1 }, error: expect.stringMatching(/^Row 3: .*line 3/) });
});

test.each([
  ['nothing', '', 'The file is empty.'],
  ['other columns', 'Name,Price\nTee,1\n', 'These columns are missing: Handle, Title, Variant Price.'],
  ['a page', '<!doctype html><html></html>', 'These columns are missing: Handle, Title, Variant Price.'],
  ['control characters', '\u0001\u0002PK\u0003\u0004', 'These columns are missing: Handle, Title, Variant Price.'],
])('a file that holds %s is refused at once', async (_, text, reason) => {
  const response = await send(text);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: 'import.unreadable', detail: { row: 1, reason } });
});

test('bytes that are no text, NUL and another kind are refused', async () => {
  const refusal = async (...bytes: readonly number[]) => {
    const body = new Uint8Array(bytes);
    const response = await app.fetch('/api/v1/imports?kind=products', { method: 'POST', headers: { ...app.owner.headers, 'content-type': 'text/csv' }, body });
    return [response.status, ((await response.json()) as { detail?: { reason?: string } }).detail?.reason];
  };
  expect(await refusal(0xff, 0xfe, 0x00, 0x41)).toEqual([422, expect.stringContaining('UTF-16')]);
  for (const workbook of [
    [0x50, 0x4b, 3, 4, 20, 0],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1],
  ])
    expect(await refusal(...workbook)).toEqual([422, expect.stringContaining('Excel workbook')]);
  expect((await send('Handle,Title,Variant Price\na\u0000,A,1\n')).status).toBe(422);
  expect((await app.owner.request('POST', '/api/v1/imports?kind=orders', 'x', { 'content-type': 'text/csv' })).status).toBe(422);
});

test('another account neither sees the run nor gets its products', async () => {
  const { run } = await take(csv(tee));
  expect((await app.stranger.request('GET', `/api/v1/imports/${run.id}`)).status).toBe(404);
  expect((await app.stranger.request('GET', `/api/v1/imports/${run.id}/notices`)).status).toBe(404);
  expect((await app.stranger.client.listProducts({ query: {} })).items).toEqual([]);
});

test('a file may come as the part `file` of a form, as browsers and curl send it', async () => {
  const send = (form: FormData) => app.fetch('/api/v1/imports?kind=products', { method: 'POST', headers: app.apiKey.headers, body: form });
  const form = new FormData();
  form.set('file', new File([csv(tee)], 'spring.csv', { type: 'text/csv' }));
  const response = await send(form);
  expect(response.status).toBe(202);
  const run = (await response.json()) as ImportRun;
  expect(run.fileName).toBe('spring.csv');
  await app.runJobs();
  expect((await app.owner.client.getImport({ params: { id: run.id } })).products.created).toBe(1);

  const empty = new FormData();
  empty.set('file', 'not a file');
  const refused = await send(empty);
  expect([refused.status, ((await refused.json()) as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([422, '/file']);
});

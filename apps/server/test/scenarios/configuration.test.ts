import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';
import { wordsOfPdf } from '../support/words-of-pdf.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const usd = (amount: number) => ({ amount, currency: 'USD' });
let made = 0;

const imprint = {
  kind: 'choice' as const,
  name: 'Imprint location',
  required: true,
  carriesBreaks: true,
  values: [{ name: 'Left chest', perPiece: '0.50' }, { name: 'Both sides', perPiece: '1.25', perLine: usd(2500) }, { name: 'No imprint' }],
};
const engraving = { kind: 'text' as const, name: 'Name', maxLength: 12, perPiece: '0.75', perLine: usd(500) };
const wrap = { kind: 'choice' as const, name: 'Gift wrap', values: [{ name: 'Kraft paper', perLine: usd(300) }] };

/** A product at 10.00, 24 for 180.00, in two sizes, with the three options above; ids by name. */
async function aMug(options: readonly object[] = [imprint, engraving, wrap]) {
  made += 1;
  const code = `CUP-${made}`;
  const prices = [
    { quantity: 1, extendedPrice: '10' },
    { quantity: 24, extendedPrice: '180' },
  ];
  const variants = ['S', 'L'].map((value) => ({ sku: `${code}-${value}`, options: [{ name: 'Size', value }], prices }));
  const product = await client().createProduct({ body: { code, name: 'Cup', variants } });
  return { productId: product.id, code, ...(await configured(product.id, options)) };
}

async function configured(productId: string, options: readonly object[]) {
  const product = await client().setConfiguration({ params: { id: productId }, body: { options: options as never } });
  const ids: Record<string, string> = {};
  for (const option of product.configurationOptions) {
    ids[option.name] = option.id;
    if (option.kind === 'choice') for (const value of option.values) ids[value.name] = value.id;
  }
  return {
    product,
    ids,
    of: (...names: readonly (readonly [string, string])[]) =>
      Object.fromEntries(names.map(([option, answer]) => [ids[option] ?? option, ids[answer] ?? answer])),
  };
}

const draft = (lines: readonly object[]) => client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
const read = (id: string) => client().getOrder({ params: { id } });
const post = (path: string, body: object) => app.owner.request('POST', path, body);

test('what is chosen and typed is on the line in words, each upcharge a step of its price, and all of it adds up', async () => {
  const { code, of } = await aMug();
  const { lines } = await draft([
    { sku: `${code}-S`, quantity: 10, configuration: of(['Imprint location', 'Both sides'], ['Name', '  Ada 🎉 '], ['Gift wrap', 'Kraft paper']) },
  ]);
  const [line] = lines;
  expect(line?.answers).toMatchObject([
    { name: 'Imprint location', value: 'Both sides', state: 'answered' },
    { name: 'Name', value: 'Ada 🎉', state: 'answered' },
    { name: 'Gift wrap', value: 'Kraft paper', state: 'answered' },
  ]);
  // 10 × 10.00 + (10 × 1.25 + 25.00) + (10 × 0.75 + 5.00) + 3.00 = 100.00 + 37.50 + 12.50 + 3.00 = 153.00.
  expect(line?.explanation.map(({ step, label, amount }) => [step, label, amount?.amount])).toEqual([
    ['break', 'List', 10_000],
    ['upcharge', 'Imprint location: Both sides', 3750],
    ['upcharge', 'Name', 1250],
    ['upcharge', 'Gift wrap: Kraft paper', 300],
  ]);
  expect([line?.total.amount, line?.blockers]).toEqual([15_300, []]);
});

test('the search and the product say what is asked', async () => {
  const { code, productId, ids } = await aMug();
  const { items } = await client().searchVariants({ query: { q: `${code}-S` } });
  const product = await client().getProduct({ params: { id: productId }, query: {} });
  expect(items[0]?.configurationOptions).toEqual(product.configurationOptions);
  expect(product.configurationOptions[0]).toMatchObject({
    id: ids['Imprint location'],
    kind: 'choice',
    required: true,
    values: [{ name: 'Left chest', perPiece: '0.5', perLine: usd(0) }, {}, {}],
  });
});

test('the same answers raise the line that is there; another answer is a line of its own', async () => {
  const { code, of } = await aMug();
  const chest = of(['Imprint location', 'Left chest']);
  const { id } = await draft([{ sku: `${code}-S`, quantity: 2, configuration: chest }]);
  await client().addLines({ params: { id }, body: { sku: `${code}-S`, quantity: 3, configuration: { ...chest, ...of(['Name', '   ']) } } });
  await client().addLines({ params: { id }, body: { sku: `${code}-S`, quantity: 1, configuration: of(['Imprint location', 'No imprint']) } });
  await client().addLines({ params: { id }, body: { sku: `${code}-S`, quantity: 1 } });
  // 5 × 10.50, 1 × 10.00, 1 × 10.00.
  expect((await read(id)).lines.map(({ quantity, total }) => [quantity, total.amount])).toEqual([
    [5, 5250],
    [1, 1000],
    [1, 1000],
  ]);
});

test('lines share a break only with the same answers to the options that carry breaks', async () => {
  const { code, of } = await aMug();
  const chest = of(['Imprint location', 'No imprint']);
  const { lines } = await draft([
    { sku: `${code}-S`, quantity: 12, configuration: { ...chest, ...of(['Gift wrap', 'Kraft paper']) } },
    { sku: `${code}-L`, quantity: 12, configuration: chest },
    { sku: `${code}-L`, quantity: 12, configuration: of(['Imprint location', 'Left chest']) },
  ]);
  // The first two are 24 at 7.50 (wrap + 3.00 carries no breaks); the third stands alone: 12 × (10.00 + 0.50).
  expect(lines.map(({ total }) => total.amount)).toEqual([9300, 9000, 12_600]);
});

test('bad answers are refused at once, each pointing to its option, and nothing is written', async () => {
  const { code, ids, of } = await aMug();
  const other = await aMug();
  const { id } = await draft([]);
  const foreign = other.ids['Imprint location'] ?? '';
  const bad = { ...of(['Imprint location', 'Kraft paper'], ['Name', 'thirteen char']), [foreign]: other.ids['Left chest'] };
  const answer = await post(`/api/v1/orders/${id}/lines`, {
    lines: [
      { sku: `${code}-S`, quantity: 1 },
      { sku: `${code}-S`, quantity: 1, configuration: bad },
    ],
  });
  expect(answer.status).toBe(422);
  const { refusals } = (await answer.json()) as { readonly refusals: readonly { readonly code: string; readonly pointer: string }[] };
  expect(refusals.map(({ code: said, pointer }) => [said, pointer]).toSorted()).toEqual(
    [
      ['line.configuration_unknown', `/lines/1/configuration/${foreign}`],
      ['line.configuration_unknown', `/lines/1/configuration/${ids['Imprint location']}`],
      ['line.configuration_too_long', `/lines/1/configuration/${ids.Name}`],
    ].toSorted(),
  );
  expect((await read(id)).lines).toEqual([]);
  const shapes = [{ [ids.Name ?? '']: 7 }, { 'no id': 'x' }, { [ids.Name ?? '']: 'two\nlines' }];
  for (const configuration of shapes) expect((await post(`/api/v1/orders/${id}/lines`, { sku: `${code}-S`, quantity: 1, configuration })).status).toBe(422);
});

test('a required option without an answer can be saved, but not submitted', async () => {
  const { code, ids, of } = await aMug();
  const { id, lines } = await draft([{ sku: `${code}-S`, quantity: 1, configuration: of(['Name', 'Ada']) }]);
  await readyToSubmit(app, id);
  const refused = await post(`/api/v1/orders/${id}/submit`, {});
  const pointer = `/lines/0/configuration/${ids['Imprint location']}`;
  expect(await refused.json()).toMatchObject({
    code: 'order.not_submittable',
    refusals: [{ code: 'line.configuration_missing', pointer, lineId: lines[0]?.id, detail: { option: 'Imprint location' } }],
  });
  const change = await client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { configuration: of(['Imprint location', 'No imprint']) } });
  expect(change.changedLines[0]).toMatchObject({ blockers: [], total: { amount: 1000 }, answers: [{ value: 'No imprint' }] });
  expect(await client().submitOrder({ params: { id }, body: {} })).toMatchObject({ stage: 'submitted', lines: [{ answers: [{ value: 'No imprint' }] }] });
});

test('changing the answers is a change of its own field: in the history, undone, refused against somebody’s later one', async () => {
  const { code, of } = await aMug();
  const { id, lines, version } = await draft([{ sku: `${code}-S`, quantity: 2, configuration: of(['Imprint location', 'Left chest']) }]);
  const lineId = lines[0]?.id ?? '';
  const changed = await client().changeLine({ params: { id, lineId }, body: { configuration: of(['Imprint location', 'Both sides']) } });
  expect(changed.totals.items.amount).toBe(2 * 1125 + 2500);
  const { items } = await client().getHistory({ params: { id } });
  expect(items[0]).toMatchObject({ type: 'line.configured', sentence: `Customization of ${code}-S set to Imprint location: Both sides`, undoable: true });
  const late = await app.apiKey.request('PATCH', `/api/v1/orders/${id}/lines/${lineId}`, {
    basedOn: version,
    configuration: of(['Imprint location', 'No imprint']),
  });
  expect(await late.json()).toMatchObject({ code: 'order.conflict', conflicts: [{ pointer: '/configuration' }] });
  const undone = await client().undoChange({ params: { id }, body: { version: changed.version, index: 0 } });
  expect([undone.totals.items.amount, undone.changedLines[0]?.answers]).toMatchObject([2 * 1050, [{ value: 'Left chest' }]]);
});

test('a rename keeps the answers, a new upcharge reaches the draft by the job, and an answer that goes away is a blocker, still readable', async () => {
  const { productId, code, product, of } = await aMug();
  const { id } = await draft([{ sku: `${code}-S`, quantity: 4, configuration: of(['Imprint location', 'Left chest'], ['Name', 'Ada']) }]);
  const [location, name] = product.configurationOptions as readonly Record<string, unknown>[];
  const values = (location?.values ?? []) as readonly object[];
  const renamed = { ...location, name: 'Print place', values: [{ ...values[0], name: 'Heart side', perPiece: '0.60' }, ...values.slice(1)] };
  await configured(productId, [renamed, { ...name }]);
  expect((await read(id)).totals.items.amount).toBe(4 * 1050 + 4 * 75 + 500);
  await app.runJobs();
  const moved = await read(id);
  expect(moved.lines[0]).toMatchObject({ answers: [{ name: 'Print place', value: 'Heart side', state: 'answered' }, { value: 'Ada' }], blockers: [] });
  expect(moved.totals.items.amount).toBe(4 * 1060 + 4 * 75 + 500);
  expect((await client().getHistory({ params: { id } })).items[0]).toMatchObject({ sentence: `Price of ${code}-S moved from $11.25 to $11.35` });

  // The value and the text option are taken away.
  await configured(productId, [{ ...renamed, values: values.slice(1) }]);
  await app.runJobs();
  const [line] = (await read(id)).lines;
  expect(line).toMatchObject({
    answers: [
      { value: 'Heart side', state: 'gone' },
      { name: 'Name', value: 'Ada', state: 'gone' },
    ],
    total: { amount: 4 * 1060 + 4 * 75 + 500 },
  });
  expect(line?.blockers.map((blocker) => [blocker.code, blocker.detail?.option])).toEqual([
    ['line.configuration_unknown', 'Print place'],
    ['line.configuration_unknown', 'Name'],
  ]);
  await readyToSubmit(app, id);
  expect((await post(`/api/v1/orders/${id}/submit`, {})).status).toBe(422);

  // Asked again under its id, the answer holds again.
  await configured(productId, [renamed, { ...name }]);
  await app.runJobs();
  expect((await read(id)).lines[0]?.blockers).toEqual([]);
});

test('a price by hand replaces what a piece costs more; what the line costs more stays, also when it moves', async () => {
  const { productId, code, product, of } = await aMug();
  const { id, lines } = await draft([{ sku: `${code}-S`, quantity: 10, configuration: of(['Imprint location', 'Both sides']) }]);
  await client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { override: { unitPrice: '8', reason: 'Agreed' } } });
  expect((await read(id)).totals.items.amount).toBe(10 * 800 + 2500);
  const [location] = product.configurationOptions as readonly Record<string, unknown>[];
  const values = (location?.values ?? []) as readonly object[];
  await configured(productId, [{ ...location, values: [values[0], { ...values[1], perPiece: '9', perLine: usd(2600) }] }]);
  await app.runJobs();
  expect((await read(id)).totals.items.amount).toBe(10 * 800 + 2600);
});

test('an estimate holds answers, names and upcharges: page, mail, paper and order say the same, whatever the catalogue does', async () => {
  const { productId, code, of } = await aMug();
  const { id } = await draft([{ sku: `${code}-S`, quantity: 10, configuration: of(['Imprint location', 'Both sides'], ['Name', 'Ada']) }]);
  await readyToSubmit(app, id);
  await client().issueEstimate({ params: { id }, body: { email: 'dana@acme.example' } });
  const total = 10 * 1000 + 10 * 125 + 2500 + 10 * 75 + 500;
  await configured(productId, [{ ...imprint, name: 'Elsewhere' }]);
  await app.runJobs();
  const mails = await client().listMails({ query: { orderId: id } });
  const mail = await client().getMail({ params: { id: mails.items[0]?.id ?? '' } });
  expect(mail.text).toContain('Imprint location: Both sides');
  const page = await app.anonymous.client.getEstimatePage({ params: { token: tokenOf(mail.text) } });
  const answers = [
    { name: 'Imprint location', value: 'Both sides' },
    { name: 'Name', value: 'Ada' },
  ];
  expect(page.lines[0]).toMatchObject({ answers, total: { amount: total }, unitPrice: '12', onceAmount: { amount: 3000 } });
  const { url } = await client().drawDocument({ params: { id, revision: 1 } });
  const paper = await wordsOfPdf(await (await app.owner.request('GET', url)).arrayBuffer());
  for (const words of ['Imprint location: Both sides', 'Name: Ada', '30.00 once for the customization', '150.00']) expect(paper).toContain(words);
  expect(paper).not.toContain('Elsewhere');
  const submitted = await client().submitOrder({ params: { id }, body: {} });
  expect(submitted.lines[0]).toMatchObject({ answers, total: { amount: total }, blockers: [] });
  const received = await client().listMails({ query: { orderId: id } });
  const bodies = await Promise.all(received.items.map((item) => client().getMail({ params: { id: item.id } })));
  // 10 × 12.00 and 30.00 once: a customer who multiplies comes to the same 150.00.
  expect(bodies.filter(({ text }) => text.includes('Name: Ada · $30.00 once for the customization'))).toHaveLength(2);
});

test('options are set whole: names are told apart, ids are this product’s, a kind stays, and a late write is told', async () => {
  const { productId, product, ids } = await aMug();
  const other = await aMug();
  const put = (options: readonly object[], more: object = {}) => app.owner.request('PUT', `/api/v1/products/${productId}/configuration`, { options, ...more });
  const refused: readonly (readonly [readonly object[], string])[] = [
    [[imprint, { ...engraving, name: 'imprint LOCATION' }], '/options/1/name'],
    [[{ ...engraving, id: other.ids.Name }], '/options/0/id'],
    [[{ ...engraving, id: ids['Gift wrap'] }], '/options/0/kind'],
    [[{ ...wrap, values: [{ name: 'A' }, { name: 'a' }] }], '/options/0/values/1/name'],
    [[{ ...wrap, values: [{ name: 'A', id: ids['Left chest'] }] }], '/options/0/values/0/id'],
    [[{ ...wrap, values: [] }], '/options/0/values'],
    [[{ ...engraving, perLine: { amount: 1, currency: 'EUR' } }], '/options/0/perLine/currency'],
    [[{ ...engraving, perPiece: '-1' }], '/options/0/perPiece'],
  ];
  for (const [options, pointer] of refused) {
    const answer = await put(options);
    expect([answer.status, await answer.json()], pointer).toMatchObject([422, { code: 'request.invalid', errors: [{ pointer }] }]);
  }
  const before = await client().getProduct({ params: { id: productId }, query: {} });
  expect(before).toMatchObject({ version: product.version, configurationOptions: product.configurationOptions });
  await app.apiKey.client.setConfiguration({ params: { id: productId }, body: { options: [] } });
  const late = await put([wrap], { basedOn: before.version });
  expect([late.status, await late.json()]).toMatchObject([409, { code: 'conflict', conflicts: [{ pointer: '/configuration' }] }]);
});

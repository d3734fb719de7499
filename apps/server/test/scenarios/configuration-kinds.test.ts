// Numbers, days, boxes, files and conditions: what the domain decides, through the API, on lines, estimates and files that only they may read.
import { ApiProblem } from '@backdesk/contract/client.ts';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { sweepFiles } from '../../src/modules/file/commands/sweep-files.ts';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const shop = await aShop(app);
await aPriceList(app);
const { client } = app.owner;

const uuid = (last: string) => `0199cccc-0000-7000-8000-0000000000${last}`;
const [size, day, box, card, art, foil] = ['01', '02', '03', '04', '05', '06'].map(uuid) as [string, string, string, string, string, string];
const options = [
  { id: size, kind: 'number', name: 'Width', minimum: '5', maximum: '30', step: '0.5' },
  { id: day, kind: 'date', name: 'Needed by' },
  { id: box, kind: 'checkbox', name: 'Gift box', perPiece: '1', breaks: [{ quantity: 50, perPiece: '0.6' }] },
  { id: card, kind: 'text', name: 'Card', required: true, pattern: '[A-Z]{2}-\\d+', onlyWhen: { optionId: box, value: 'yes' } },
  { id: art, kind: 'file', name: 'Artwork', kinds: ['png', 'pdf'], largestBytes: 5000 },
  { id: foil, kind: 'checkbox', name: 'Foil', ppm: 100_000 },
] as const;

const product = await client.createProduct({
  body: { code: 'PLATE', name: 'Plate', variants: [{ sku: 'PLATE', prices: [{ quantity: 1, extendedPrice: '10' }] }] },
});
const set = (wanted: readonly unknown[]) => client.setConfiguration({ params: { id: product.id }, body: { options: wanted as never } });
await set(options);

const draft = (configuration: Record<string, string>, quantity = 10) =>
  client.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'PLATE', quantity, configuration }] } });
const aPng = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
const send = async (fileName = 'logo.png', side = 20) => client.uploadFile({ query: { fileName }, body: new Blob([new Uint8Array(await aPng(side))]) });
const refusalsOf = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown);
  if (!(error instanceof ApiProblem)) throw new Error('It was not refused.', { cause: error });
  return (error.problem.refusals ?? []).map(({ pointer, detail }) => [pointer?.split('/').at(-1), detail?.reason]);
};

test('each kind is answered, said in words, priced and explained: 60 × (10.00 + 0.60 + 10 %) = 696.00', async () => {
  const file = await send();
  const order = await draft({ [size]: ' 07.50', [day]: '2026-12-03', [box]: 'yes', [card]: 'AB-7', [art]: file.id, [foil]: 'yes' }, 60);
  const [line] = order.lines;
  expect(line?.answers.map(({ name, value, state }) => [name, value, state])).toEqual([
    ['Width', '7.5', 'answered'],
    ['Needed by', '2026-12-03', 'answered'],
    ['Gift box', 'Yes', 'answered'],
    ['Card', 'AB-7', 'answered'],
    ['Artwork', 'logo.png', 'answered'],
    ['Foil', 'Yes', 'answered'],
  ]);
  expect(line?.answers[4]?.file).toEqual({ id: file.id, name: 'logo.png', mediaType: 'image/png', bytes: file.bytes });
  expect(line?.total.amount).toBe(69_600);
  expect(line?.explanation.map(({ label, amount, ppm, breakQuantity }) => [label, amount?.amount, ppm, breakQuantity]).slice(1)).toEqual([
    ['Gift box', 3600, undefined, 50],
    ['Foil', 6000, 100_000, undefined],
  ]);
});

test('what an option does not take is refused with the reason, and nothing is written', async () => {
  const jpeg = await client.uploadFile({
    query: { fileName: 'photo.jpg' },
    body: new Blob([
      new Uint8Array(
        await sharp(await aPng(9))
          .jpeg()
          .toBuffer(),
      ),
    ]),
  });
  const big = await send('big.png', 2000);
  expect(big.bytes).toBeGreaterThan(5000);
  expect(await refusalsOf(draft({ [size]: '7.25', [day]: '2026-02-30', [box]: 'yes', [card]: 'ab-7', [art]: jpeg.id }))).toEqual([
    [size, 'step'],
    [day, 'date'],
    [card, 'pattern'],
    [art, 'file_kind'],
  ]);
  expect(await refusalsOf(draft({ [size]: '31', [art]: big.id }))).toEqual([
    [size, 'maximum'],
    [art, 'file_size'],
  ]);
  expect(await refusalsOf(draft({ [art]: 'nonsense' }))).toEqual([[art, 'file']]);
});

test('a file of somebody else that nothing uses cannot be named: it is as missing', async () => {
  const sales = await app.as('sales');
  const theirs = await sales.client.uploadFile({ query: { fileName: 'theirs.png' }, body: new Blob([new Uint8Array(await aPng(7))]) });
  expect(await refusalsOf(draft({ [art]: theirs.id }))).toEqual([[art, 'file']]);
});

test('a card is asked for only with a box; what is not asked is not kept', async () => {
  const { lines } = await draft({ [box]: 'yes' });
  expect(lines[0]?.blockers).toMatchObject([{ code: 'line.configuration_missing', pointer: `/configuration/${card}` }]);
  const bare = await draft({ [card]: 'AB-7' });
  expect([bare.lines[0]?.configuration, bare.lines[0]?.answers]).toEqual([{}, []]);
});

test('artwork belongs to the order: who reads orders reads it, it outlives the draft’s answer, and the estimate’s link opens it', async () => {
  const file = await send('crest.png', 31);
  const { id, lines } = await draft({ [art]: file.id });
  await readyToSubmit(app, id);
  await client.issueEstimate({ params: { id }, body: { email: 'dana@acme.example' } });
  await app.runJobs();
  const mails = await client.listMails({ query: { orderId: id } });
  const token = tokenOf((await client.getMail({ params: { id: mails.items[0]?.id ?? '' } })).text);
  const page = await app.anonymous.client.getEstimatePage({ params: { token } });
  expect(page.lines[0]?.answers).toEqual([
    { name: 'Artwork', value: 'crest.png', file: { id: file.id, name: 'crest.png', mediaType: 'image/png', bytes: file.bytes } },
  ]);

  await client.changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { configuration: {} } });
  app.clock.advance({ days: 3 });
  await sweepFiles(app.db, app.services.files, app.clock.now());
  const viewer = await app.as('viewer');
  expect((await viewer.request('GET', file.url)).status).toBe(200);
  expect((await app.stranger.request('GET', file.url)).status).toBe(404);
  const open = (path: string) => app.fetch(`/api/estimates/v1/${path}`);
  expect((await open(`${token}/files/${file.id}`)).headers.get('content-type')).toBe('image/png');
  expect((await open(`${token}/files/${file.id}/thumbnail`)).headers.get('content-type')).toBe('image/webp');
  const another = await send('other.png', 32);
  expect((await open(`${token}/files/${another.id}`)).status).toBe(404);
  expect((await open(`nonsense/files/${file.id}`)).status).toBe(404);
  // Undone, the answer has its file again, with all that it was.
  const history = await client.getHistory({ params: { id } });
  const change = history.items.find(({ type }) => type === 'line.configured');
  expect(change).toBeDefined();
  await client.undoChange({ params: { id }, body: { version: change?.version ?? 0, index: change?.index ?? 0 } });
  expect((await client.getOrder({ params: { id } })).lines[0]?.answers).toMatchObject([{ value: 'crest.png', state: 'answered', file: { id: file.id } }]);
});

test('a repeated order has the artwork for itself', async () => {
  const file = await send('again.png', 33);
  const { id } = await draft({ [art]: file.id });
  const copy = await client.duplicateOrder({ params: { id }, body: {} });
  expect((await client.getOrder({ params: { id: copy.order.id } })).lines[0]?.answers).toMatchObject([{ value: 'again.png', file: { id: file.id } }]);
  const uses = await app.db.selectFrom('file_uses').select('noun_id').where('file_id', '=', file.id).execute();
  expect(uses.map(({ noun_id }) => noun_id).toSorted()).toEqual([id, copy.order.id].toSorted());
});

test('a rule that became stricter leaves the answer on the line, says so there, and moves the price only by the job', async () => {
  const { id, lines } = await draft({ [size]: '30', [foil]: 'yes' });
  expect(lines[0]?.total.amount).toBe(11_000);
  await set(options.map((option) => (option.kind === 'number' ? { ...option, maximum: '20' } : option.id === foil ? { ...option, ppm: 200_000 } : option)));
  expect((await client.getOrder({ params: { id } })).lines[0]?.total.amount).toBe(11_000);
  await app.runJobs();
  const [now] = (await client.getOrder({ params: { id } })).lines;
  expect(now?.total.amount).toBe(12_000);
  expect(now?.answers[0]).toMatchObject({ value: '30', state: 'invalid', reason: 'maximum' });
  expect(now?.blockers).toMatchObject([{ code: 'line.configuration_invalid', detail: { option: 'Width', reason: 'maximum' } }]);
  await set(options);
});

test('what cannot be asked is told by its place', async () => {
  const fields = async (wanted: readonly unknown[]) => {
    const response = await app.owner.request('PUT', `/api/v1/products/${product.id}/configuration`, { options: wanted });
    return ((await response.json()) as { readonly errors?: readonly { readonly pointer: string }[] }).errors?.map(({ pointer }) => pointer);
  };
  expect(await fields([{ kind: 'text', name: 'A', pattern: '(a+)+\\1' }])).toEqual(['/options/0/pattern']);
  expect(await fields([{ kind: 'text', name: 'A', onlyWhen: { optionId: box, value: 'yes' } }])).toEqual(['/options/0/onlyWhen/optionId']);
  expect(await fields([{ kind: 'number', name: 'A', minimum: '5', maximum: '4' }])).toEqual(['/options/0/maximum']);
  expect(await fields([{ kind: 'file', name: 'A', kinds: [] }])).toEqual(['/options/0/kinds']);
  expect(await fields([{ kind: 'date', name: 'A', ppm: -1 }])).toEqual(['/options/0/ppm']);
});

test('a pattern that would take another engine for ever is answered at once', async () => {
  await set([
    ...options.filter(({ id }) => id !== card && id !== box),
    { id: uuid('07'), kind: 'text', name: 'Code', maxLength: 1000, pattern: '(a|aa|a*)+b' },
  ]);
  expect(await refusalsOf(draft({ [uuid('07')]: 'a'.repeat(1000) }))).toEqual([[uuid('07'), 'pattern']]);
  await set(options);
});

test('repeated without artwork the other answers come along, and what needs a file asks for it', async () => {
  await set(options.map((option) => (option.id === art ? { ...option, required: true } : option)));
  const file = await send('again.png', 23);
  const { id } = await draft({ [size]: '7.5', [art]: file.id });
  const kept = await client.duplicateOrder({ params: { id }, body: {} });
  expect(kept.order.lines[0]?.configuration).toEqual({ [size]: '7.5', [art]: file.id });
  const bare = await client.duplicateOrder({ params: { id }, body: { artwork: false } });
  expect(bare.order.lines[0]).toMatchObject({
    configuration: { [size]: '7.5' },
    blockers: [{ code: 'line.configuration_missing', pointer: `/configuration/${art}` }],
  });
  await set(options);
});

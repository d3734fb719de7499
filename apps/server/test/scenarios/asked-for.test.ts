// What an estimate asks for beside its prices: payment terms and a deposit, from the draft to the submitted order.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seal } from '../../src/modules/estimate/freeze-estimate.ts';
import { verifyKept } from '../../src/modules/estimate/verify-kept.ts';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, type Estimate, inTheirHands } from '../support/an-estimate.ts';
import { behindOurBack } from '../support/behind-our-back.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { wordsOfPdf } from '../support/words-of-pdf.ts';

let app: TestApp;
let shop: Shop;
let companyId: string;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
  companyId = (await client().getCustomer({ params: { id: shop.customerId } })).company?.id ?? '';
});
afterAll(() => app.close());

const client = () => app.owner.client;
const usd = (amount: number) => ({ amount, currency: 'USD' });
const half = { kind: 'percentage', ppm: 500_000 } as const;
const fixed = (amount: number) => ({ kind: 'fixed', amount: usd(amount) }) as const;
const read = (id: string) => client().getOrder({ params: { id } });
const change = (id: string, body: object) => client().changeOrder({ params: { id }, body });
const agree = (terms: string) => client().changeCompanyTerms({ params: { id: companyId }, body: { terms } });
const draft = async (lines: readonly object[] = [{ sku: 'MUG', quantity: 4 }]) => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
  return id;
};
const pageOf = ({ token }: Pick<Estimate, 'token'>) => app.anonymous.client.getEstimatePage({ params: { token } });
const wordsOf = async (path: string) => wordsOfPdf(await (await app.owner.request('GET', path)).arrayBuffer());
const paperOf = async (id: string, revision: number) => wordsOf((await client().drawDocument({ params: { id, revision } })).url);
const history = async (id: string) => (await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence);

test('the account’s terms, before them the company’s, before them those of the order; its changes are told, undone and conflict', async () => {
  const id = await draft();
  expect(await read(id)).toMatchObject({ paymentTerms: null, agreedTerms: null, deposit: null });
  await client().setLetterhead({ body: { paymentTerms: 'Prepaid', depositPpm: 250_000 } });
  expect(await read(id)).toMatchObject({ paymentTerms: { terms: 'Prepaid', from: 'account' }, deposit: null });
  await agree('Net 30');
  expect(await read(id)).toMatchObject({ paymentTerms: { terms: 'Net 30', from: 'company' }, agreedTerms: { terms: 'Net 30', from: 'company' } });
  expect((await client().getCustomer({ params: { id: shop.goldCustomerId } })).terms.payment).toEqual({ terms: 'Prepaid', from: 'account' });
  // New drafts start with the account's deposit: a quarter of 18.00.
  const next = await draft();
  expect(await read(next)).toMatchObject({ deposit: { term: { kind: 'percentage', ppm: 250_000 }, due: usd(450), balance: usd(1350) } });

  const { version } = await read(id);
  const set = await change(id, { paymentTerms: 'Net 10', deposit: half, basedOn: version });
  expect(set).toMatchObject({
    paymentTerms: { terms: 'Net 10', from: 'order' },
    agreedTerms: { terms: 'Net 30' },
    deposit: { due: usd(900), balance: usd(900) },
  });
  expect((await history(id)).slice(0, 2).toSorted()).toEqual(['Deposit set to 50%', 'Payment terms set to Net 10']);
  const ana = await app.as('sales');
  const late = await ana.request('PATCH', `/api/v1/orders/${id}`, { paymentTerms: 'Net 60', basedOn: version });
  expect([late.status, await late.json()]).toMatchObject([409, { conflicts: [{ pointer: '/paymentTerms', value: 'Net 10' }] }]);
  await client().undoChange({ params: { id }, body: { version: set.version } });
  expect(await read(id)).toMatchObject({ paymentTerms: { terms: 'Net 30', from: 'company' }, deposit: null });
  expect(await change(id, { paymentTerms: '' })).toMatchObject({ paymentTerms: null, agreedTerms: { terms: 'Net 30' } });
  expect(await change(id, { paymentTerms: null })).toMatchObject({ paymentTerms: { terms: 'Net 30', from: 'company' } });
});

test('never more than the total, which it does not move; what cannot be is refused by its place', async () => {
  const id = await draft();
  expect(await change(id, { deposit: fixed(100_000) })).toMatchObject({ deposit: { due: usd(1800), balance: usd(0) }, totals: { total: usd(1800) } });
  for (const [deposit, pointer] of [
    [{ kind: 'percentage', ppm: 0 }, '/deposit'],
    [{ kind: 'percentage', ppm: 1_000_001 }, '/deposit/ppm'],
    [fixed(-5), '/deposit'],
    [{ kind: 'fixed', amount: { amount: 5, currency: 'EUR' } }, '/deposit/amount/currency'],
  ] as const) {
    const refused = await app.owner.request('PATCH', `/api/v1/orders/${id}`, { deposit });
    expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ pointer }] }]);
  }
  expect((await app.owner.request('PUT', '/api/v1/letterhead', { depositPpm: 0 })).status).toBe(422);
});

test('frozen: page, PDF and mail say the same, a change is of the next revision, and the company may agree to others meanwhile', async () => {
  const id = await draft();
  await change(id, { deposit: half });
  const estimate = await inTheirHands(app, id);
  // 18.00 with shipping and tax still to come.
  const asked = { paymentTerms: 'Net 30', deposit: { term: half, due: usd(900), balance: usd(900) }, totals: { open: ['shipping', 'tax'] } };
  expect(estimate.page).toMatchObject(asked);
  const paper = await paperOf(id, 1);
  for (const words of ['Deposit due on acceptance, 50% of $18.00, before shipping and tax', 'Balance, plus shipping and tax', 'Payment terms: Net 30.'])
    expect(paper).toContain(words);
  const preview = await client().previewIssuedEstimate({ params: { id, revision: 1 }, body: {} });
  expect(preview.text).toContain('Deposit due on acceptance, 50% of $18.00, before shipping and tax: $9.00\nBalance, plus shipping and tax: $9.00');
  expect(preview.text).toContain('Payment terms: Net 30');

  await agree('Net 90');
  expect(await pageOf(estimate)).toMatchObject(asked);
  expect(await read(id)).toMatchObject({ paymentTerms: { terms: 'Net 30', from: 'company' }, agreedTerms: { terms: 'Net 90' } });
  await change(id, { deposit: fixed(500) });
  await client().issueEstimate({ params: { id }, body: {} });
  await client().copyEstimateLink({ params: { id, revision: 2 } });
  const second = await pageOf(estimate);
  expect(second).toMatchObject({ paymentTerms: 'Net 90', deposit: { term: fixed(500), due: usd(500), balance: usd(1300) } });
  expect(second.changed?.comparison.changes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['payment_terms', 'Net 30', 'Net 90'],
    ['deposit', '500000 ppm', '500'],
  ]);
  await agree('Net 30');
});

test('accepted with choices: the deposit of that total, in the evidence, the copy and the certificate, and with the submitted order', async () => {
  const id = await draft([
    { sku: 'MUG', quantity: 4 },
    { sku: 'TEE-S', quantity: 1, optional: true },
  ]);
  await change(id, { deposit: half });
  await readyToSubmit(app, id);
  const estimate = await inTheirHands(app, id);
  // 18.00 + 12.00 shipping + 1.60 tax = 31.60, half of it 15.80; with the tee 10.00 and its tax, 0.89, it is 42.49: 21.25 and 21.24.
  expect(estimate.page).toMatchObject({ deposit: { due: usd(1580) }, offer: { deposit: { term: half } } });
  const choices = [{ lineId: estimate.page.lines[1]?.id, chosen: true }];
  const yes = await answer(app, estimate, 'accept', { choices, total: usd(4249) });
  expect([yes.status, yes.body.total]).toEqual([200, usd(4249)]);
  const accepted = { term: half, due: usd(2125), balance: usd(2124) };
  expect(await pageOf(estimate)).toMatchObject({ deposit: accepted, paymentTerms: 'Net 30' });
  const [kept] = await app.db.selectFrom('estimate_decisions').select('content').where('order_id', '=', id).execute();
  expect(JSON.parse(kept?.content ?? '')).toMatchObject({ result: { total: 4249, deposit: { dueAmount: 2125, balanceAmount: 2124 } } });
  const copy = (await client().listMails({ query: { orderId: id } })).items.find(({ template }) => template === 'estimate_accepted');
  expect((await client().getMail({ params: { id: copy?.id ?? '' } })).text).toContain('Deposit due, 50% of $42.49: $21.25\nBalance: $21.24');
  const certificate = await wordsOf(`/api/estimates/v1/${estimate.token}/revisions/1/certificate`);
  for (const words of ['Deposit due, 50% of $42.49 $21.25', 'Payment terms Net 30']) expect(certificate).toContain(words);

  // What was accepted stands: other terms or another deposit are another order.
  await change(id, { paymentTerms: 'Prepaid' });
  const other = await app.owner.request('POST', `/api/v1/orders/${id}/submit`, {});
  expect(await other.json()).toMatchObject({ code: 'order.differs_from_accepted' });
  await client().dropChanges({ params: { id, revision: 1 } });
  await agree('Net 5');
  const submitted = await client().submitOrder({ params: { id }, body: {} });
  expect(submitted).toMatchObject({ stage: 'submitted', paymentTerms: { terms: 'Net 30' }, deposit: accepted, totals: { total: usd(4249) } });
  const received = (await client().listMails({ query: { orderId: id } })).items.find(({ template }) => template === 'order_received');
  expect((await client().getMail({ params: { id: received?.id ?? '' } })).text).toContain('Balance: $21.24\nPayment terms: Net 30');
  await agree('Net 30');
});

test('accepted in part: an amount is split by what was accepted, the rest of it is asked for with the rest', async () => {
  await client().changeSettings({ body: { acceptsInPart: true } });
  const id = await draft([
    { sku: 'MUG', quantity: 4 },
    { sku: 'TEE-S', quantity: 24 },
  ]);
  await change(id, { deposit: fixed(10_000), paymentTerms: 'Net 7' });
  const estimate = await inTheirHands(app, id);
  // 18.00 of 198.00 were accepted: 100.00 × 18 ÷ 198 = 9.09, and 90.91 of the tees' 180.00.
  const yes = await answer(app, estimate, 'accept', { leftOut: [estimate.page.lines[1]?.id], total: usd(1800) });
  expect(yes.status).toBe(200);
  expect(await read(id)).toMatchObject({ deposit: { term: fixed(909), due: usd(909), balance: usd(891) }, paymentTerms: { terms: 'Net 7' } });
  expect(await pageOf(estimate)).toMatchObject({ deposit: { due: usd(909), balance: usd(891) } });
  const rest = (await client().listOrders({ query: { customerId: shop.customerId, sort: '-number' } })).items[0];
  expect(await read(rest?.id ?? '')).toMatchObject({ deposit: { term: fixed(9091), due: usd(9091) }, paymentTerms: { terms: 'Net 7' } });
  await client().changeSettings({ body: { acceptsInPart: false } });
});

test('a template and a copy keep what was set on the order, and not what was only agreed', async () => {
  const id = await draft();
  await change(id, { paymentTerms: 'Net 7', deposit: fixed(700) });
  const { id: templateId } = await client().saveTemplate({ params: { id }, body: { name: 'Fair stand' } });
  const { order } = await client().startFromTemplate({ params: { id: templateId }, body: { customerId: shop.goldCustomerId } });
  expect(order).toMatchObject({ paymentTerms: { terms: 'Net 7', from: 'order' }, deposit: { term: fixed(700) } });
  const copied = await client().duplicateOrder({ params: { id }, body: {} });
  expect(await read(copied.order.id)).toMatchObject({ paymentTerms: { terms: 'Net 7', from: 'order' }, deposit: { term: fixed(700) } });

  const plain = await draft();
  await change(plain, { deposit: null });
  const kept = await client().saveTemplate({ params: { id: plain }, body: { name: 'Nothing asked' } });
  const started = await client().startFromTemplate({ params: { id: kept.id }, body: { customerId: shop.goldCustomerId } });
  expect(started.order).toMatchObject({ paymentTerms: { terms: 'Prepaid', from: 'account' }, deposit: null });
});

test('revisions of before they were kept still verify, are read, and are accepted as they are', async () => {
  const id = await draft();
  await change(id, { deposit: null, paymentTerms: null });
  const estimate = await inTheirHands(app, id);
  const { content } = await app.db.selectFrom('estimate_revisions').select('content').where('order_id', '=', id).executeTakeFirstOrThrow();
  const { paymentTerms: _, deposit: __, ...before } = JSON.parse(content) as Record<string, unknown>;
  const old = seal(before as never);
  await behindOurBack(app, 'estimate_revisions', () =>
    app.db.updateTable('estimate_revisions').set({ content: old.text, sha256: old.sha256 }).where('order_id', '=', id).execute(),
  );
  await app.db.updateTable('orders').set({ payment_terms: null }).where('id', '=', id).execute();
  const page = await pageOf(estimate);
  expect(page).toMatchObject({ paymentTerms: '', deposit: null });
  expect((await answer(app, { ...estimate, page }, 'accept')).status).toBe(200);
  await readyToSubmit(app, id);
  expect(await client().submitOrder({ params: { id }, body: {} })).toMatchObject({ paymentTerms: { terms: 'Net 30', from: 'company' }, deposit: null });
  expect((await verifyKept(app.db, app.services.files)).broken).toEqual([]);
});

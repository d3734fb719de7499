// A customer answers an estimate: yes with choices, no with a reason, or "change this"; what is kept of it, and what is then submitted.
import { createHash } from 'node:crypto';
import { keptDecision } from '@backdesk/contract/estimate/decision.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { consentText } from '@backdesk/domain/estimate/consent-text.ts';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { verifyKept } from '../../src/modules/estimate/verify-kept.ts';
import { anAddress, aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { behindOurBack } from '../support/behind-our-back.ts';
import { createTestApp, ownerEmail, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const read = (id: string): Promise<Order> => client().getOrder({ params: { id } });
const draft = async (lines: readonly object[], ready = true) => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
  if (ready) await readyToSubmit(app, id);
  return id;
};
const lineOf = (order: Order, sku: string) => order.lines.find((line) => line.sku === sku)?.id ?? '';
const setLine = async (id: string, sku: string, body: object) => client().changeLine({ params: { id, lineId: lineOf(await read(id), sku) }, body });
const newest = async (id: string) => (await read(id)).estimate?.revisions.at(-1);
const mails = async (id: string) => (await client().listMails({ query: { orderId: id } })).items;
const keptText = (id: string) => app.db.selectFrom('estimate_decisions').select(['content', 'sha256']).where('order_id', '=', id).executeTakeFirstOrThrow();
const submit = async (id: string, body: object = {}) => {
  const response = await app.owner.request('POST', `/api/v1/orders/${id}/submit`, body);
  return { status: response.status, body: (await response.json()) as { code?: string; detail?: object; refusals?: readonly { detail?: object }[] } & Order };
};

describe('yes', () => {
  test('as it is: kept with who, when, whence and the words; told to both; and submitted at that very total', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const estimate = await inTheirHands(app, id);
    const { status, body } = await answer(app, estimate, 'accept', { title: 'Buyer', poNumber: 'PO-9' });
    expect([status, body.kind, body.name]).toEqual([200, 'accepted', 'Dana Fox']);
    // 4 × 4.50 = 18.00, shipping 12.00, tax 8.875 % of 18.00 = 1.60.
    expect(await newest(id)).toMatchObject({
      status: 'accepted',
      decisions: [{ name: 'Dana Fox', title: 'Buyer', poNumber: 'PO-9', total: { amount: 3160 } }],
    });
    expect((await client().listOrders({ query: { customerId: shop.customerId } })).items.find((row) => row.id === id)?.estimate).toMatchObject({
      status: 'accepted',
    });

    const { content, sha256 } = await keptText(id);
    expect(createHash('sha256').update(content).digest()).toEqual(sha256);
    expect(sha256.toString('hex')).toBe(body.sha256);
    expect(canonicalize(JSON.parse(content))).toBe(content);
    expect(keptDecision.parse(JSON.parse(content))).toMatchObject({
      revisionSha256: estimate.page.sha256,
      ipAddress: '203.0.113.7',
      userAgent: 'A browser',
      consent: { text: estimate.page.consent, version: 1 },
      result: { total: 3160, open: [], lines: [{ quantity: 4, total: 1800 }] },
      recordedBy: null,
    });

    const told = await mails(id);
    expect(told.map(({ template, recipients }) => [template, ...recipients]).sort()).toEqual([
      ['estimate_accepted', 'dana@acme.example'],
      ['estimate_decision', ownerEmail],
    ]);
    const copy = await client().getMail({ params: { id: told.find(({ template }) => template === 'estimate_accepted')?.id ?? '' } });
    expect(copy.text).toContain('$31.60');
    expect(copy.text).toContain(estimate.page.consent);
    expect((await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence)).toContain('Estimate r1 accepted by Dana Fox at $31.60');

    await sql`update price_rows set extended_price = extended_price * 3 where product_id = ${shop.products.MUG}`.execute(app.db);
    const submitted = await submit(id);
    expect([submitted.status, submitted.body.totals.total.amount, submitted.body.poNumber]).toEqual([200, 3160, 'PO-9']);
    await sql`update price_rows set extended_price = extended_price / 3 where product_id = ${shop.products.MUG}`.execute(app.db);
  });

  test('at another total than it comes to, or in another currency, nothing is bound', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const estimate = await inTheirHands(app, id);
    for (const total of [
      { amount: 3159, currency: 'USD' },
      { amount: 3160, currency: 'EUR' },
    ]) {
      const wrong = await answer(app, estimate, 'accept', { total });
      expect([wrong.status, wrong.body.code]).toEqual([409, 'order.moved']);
    }
    expect(await newest(id)).toMatchObject({ status: 'open', decisions: [] });
    expect((await answer(app, estimate, 'accept', { total: { amount: 3160, currency: 'USD' } })).status).toBe(200);
  });

  test('with choices: optional lines, one of a group, a quantity within bounds; the order becomes exactly that', async () => {
    const id = await draft([
      { sku: 'MUG', quantity: 10 },
      { sku: 'TEE-S', quantity: 24 },
      { sku: 'TEE-M', quantity: 24 },
      { sku: 'PEN', quantity: 100 },
    ]);
    await setLine(id, 'MUG', { quantityBounds: { minimum: 5, maximum: 200 } });
    await setLine(id, 'TEE-S', { choiceGroup: 'Size', chosen: true });
    await setLine(id, 'TEE-M', { choiceGroup: 'Size' });
    await setLine(id, 'PEN', { optional: true });
    await readyToSubmit(app, id);
    const estimate = await inTheirHands(app, id);
    const order = await read(id);
    const choices = [
      { lineId: lineOf(order, 'MUG'), quantity: 144 },
      { lineId: lineOf(order, 'TEE-S'), chosen: false },
      { lineId: lineOf(order, 'TEE-M'), chosen: true },
      { lineId: lineOf(order, 'PEN'), chosen: true },
    ];
    // 144 mugs 590.40 + 24 tees 180.00 + 100 pens 25.00 = 795.40; shipping 12.00; tax 8.875 %: 52.40 + 15.98 + 2.22 = 70.60; 878.00.
    const wrong = await answer(app, estimate, 'accept', { choices });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'order.moved']);
    const tooMany = await answer(app, estimate, 'accept', { choices: [{ lineId: lineOf(order, 'MUG'), quantity: 201 }] });
    expect([tooMany.status, tooMany.body.code]).toEqual([422, 'estimate.quantity_out_of_bounds']);
    const yes = await answer(app, estimate, 'accept', { choices, total: { amount: 87_800, currency: 'USD' } });
    expect([yes.status, yes.body.total]).toEqual([200, { amount: 87_800, currency: 'USD' }]);
    expect(await read(id)).toMatchObject({
      totals: { total: { amount: 87_800 }, open: [] },
      lines: [{ quantity: 144 }, { chosen: false }, { chosen: true }, { chosen: true }],
    });
    const submitted = await submit(id, { expectedTotal: { amount: 87_800, currency: 'USD' } });
    expect([submitted.status, submitted.body.stage]).toEqual([200, 'submitted']);
  });

  test('with a quantity that moves what shipping costs: the method is quoted for what was chosen, and the order can be submitted', async () => {
    const zone = (await client().listShippingZones({})).items[0];
    const rate = zone?.rates[0];
    if (zone === undefined || rate === undefined) throw new Error('The shop ships.');
    const setFreeOver = (freeOverAmount: number | null) =>
      client().changeShippingZone({ params: { id: zone.id }, body: { rates: [{ ...rate, terms: { kind: 'flat', amount: 1200, freeOverAmount } }] } });
    await setFreeOver(50_000);
    const id = await draft([{ sku: 'MUG', quantity: 10 }], false);
    await setLine(id, 'MUG', { quantityBounds: { minimum: 5, maximum: 200 } });
    await readyToSubmit(app, id);
    const estimate = await inTheirHands(app, id);
    const choices = [{ lineId: lineOf(await read(id), 'MUG'), quantity: 144 }];
    // 144 mugs 590.40, free from 500.00 on; tax 8.875 %: 52.40; 642.80.
    const yes = await answer(app, estimate, 'accept', { choices, total: { amount: 64_280, currency: 'USD' } });
    expect([yes.status, yes.body.total]).toEqual([200, { amount: 64_280, currency: 'USD' }]);
    expect(await read(id)).toMatchObject({ totals: { total: { amount: 64_280 }, shipping: { amount: 0 }, open: [] } });
    const submitted = await submit(id);
    expect([submitted.status, submitted.body.totals.total.amount]).toEqual([200, 64_280]);
    await setFreeOver(null);
  });

  test('with a quantity that outgrows the rate: accepted plus shipping, and ordered by the method that staff find for it', async () => {
    const zone = (await client().listShippingZones({})).items[0];
    const [rate] = zone?.rates ?? [];
    if (zone === undefined || rate === undefined) throw new Error('The shop ships.');
    const truck = { name: 'Truck', terms: { kind: 'flat', amount: 4500 } } as const;
    const small = { ...rate, terms: { kind: 'by_items', tiers: [{ upToAmount: 10_000, amount: 1200 }] } } as const;
    const rates = async (list: readonly object[]) => client().changeShippingZone({ params: { id: zone.id }, body: { rates: list as never } });
    await rates([small, truck]);
    const id = await draft([{ sku: 'MUG', quantity: 10 }], false);
    await setLine(id, 'MUG', { quantityBounds: { minimum: 5, maximum: 200 } });
    await readyToSubmit(app, id);
    const estimate = await inTheirHands(app, id);
    const choices = [{ lineId: lineOf(await read(id), 'MUG'), quantity: 144 }];
    const { account, number, revision, customer } = estimate.page;
    const consent = consentText({
      shop: account.name,
      title: `Estimate ${number} r${revision}`,
      customer: customer.company || customer.name,
      open: ['shipping'],
    });
    // 144 mugs 590.40, tax 8.875 %: 52.40.
    const yes = await answer(app, estimate, 'accept', { choices, total: { amount: 64_280, currency: 'USD' }, consent });
    expect([yes.status, yes.body]).toMatchObject([200, { total: { amount: 64_280 }, open: ['shipping'] }]);
    expect(await read(id)).toMatchObject({ totals: { total: { amount: 64_280 }, shipping: null, open: ['shipping'] } });
    const found = (await client().listShippingZones({})).items[0]?.rates.find(({ name }) => name === 'Truck');
    await client().setShippingMethod({ params: { id }, body: { rateId: found?.id ?? null } });
    const submitted = await submit(id);
    expect([submitted.status, submitted.body.code, submitted.body.totals?.total.amount]).toEqual([200, undefined, 68_780]);
    await rates([rate]);
  });

  test('with open parts the sentence says what comes on top; entering them afterwards is no difference', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }], false);
    const estimate = await inTheirHands(app, id);
    expect(estimate.page.consent).toContain('plus shipping and tax as charged');
    expect((await answer(app, estimate, 'accept', { consent: 'I accept anything.' })).body).toMatchObject({
      code: 'request.invalid',
      errors: [{ pointer: '/consent' }],
    });
    expect((await answer(app, estimate, 'accept')).body).toMatchObject({ total: { amount: 1800 }, open: ['shipping', 'tax'] });
    await readyToSubmit(app, id);
    const submitted = await submit(id);
    expect([submitted.status, submitted.body.totals.total.amount]).toEqual([200, 3160]);
  });

  test('by phone, as staff record it: who, and what was said; it needs the permission', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    await client().issueEstimate({ params: { id }, body: {} });
    const body = { channel: 'phone', name: 'Dana Fox', note: 'Called at nine.' } as const;
    const viewer = await app.as('viewer');
    expect((await viewer.request('POST', `/api/v1/orders/${id}/estimates/1/acceptance`, body)).status).toBe(403);
    expect(await client().recordAcceptance({ params: { id, revision: 1 }, body })).toMatchObject({
      kind: 'accepted',
      channel: 'phone',
      recordedBy: 'Owner of main',
      text: 'Called at nine.',
    });
    expect(JSON.parse((await keptText(id)).content)).toMatchObject({ recordedBy: 'Owner of main', consent: null, link: null });
    // Whoever said yes has seen it: the next one is r2.
    await setLine(id, 'MUG', { quantity: 5 });
    expect(await client().issueEstimate({ params: { id }, body: {} })).toMatchObject({ revision: 2 });
    expect((await read(id)).estimate?.revisions.map(({ status }) => status)).toEqual(['superseded', 'open']);
  });
});

test('in part, where the account allows it: the order keeps what was accepted, the rest becomes an estimate of its own', async () => {
  await client().changeSettings({ body: { acceptsInPart: true } });
  const id = await draft([
    { sku: 'MUG', quantity: 4 },
    { sku: 'TEE-S', quantity: 24 },
  ]);
  const estimate = await inTheirHands(app, id);
  expect(estimate.page.mayAcceptInPart).toBe(true);
  const leftOut = [estimate.page.lines[1]?.id ?? ''];
  // The mugs alone: 18.00 + 12.00 shipping + 1.60 tax.
  const yes = await answer(app, estimate, 'accept', { leftOut, total: { amount: 3160, currency: 'USD' } });
  expect([yes.status, yes.body.kind]).toEqual([200, 'accepted_in_part']);
  expect(await read(id)).toMatchObject({
    lines: [{ sku: 'MUG' }],
    totals: { total: { amount: 3160 } },
    estimate: { revisions: [{ status: 'accepted_in_part' }] },
  });
  expect(await app.anonymous.client.getEstimatePage({ params: { token: estimate.token } })).toMatchObject({
    lines: [{ sku: 'MUG', quantity: 4 }],
    totals: { total: { amount: 3160 } },
  });
  const other = (await client().listOrders({ query: { customerId: shop.customerId, sort: '-number' } })).items[0];
  // 24 tees 180.00, not sent, valid as long; its shipping is asked anew.
  expect(other).toMatchObject({
    stage: 'estimate',
    lineCount: 1,
    open: ['shipping'],
    estimate: { revision: 1, status: 'open', validUntil: '2026-12-23', sentAt: null },
  });
  expect((await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence)).toContain(`1 line split off into Estimate ${other?.number}`);
  expect((await submit(id)).body.totals.total.amount).toBe(3160);
  await client().changeSettings({ body: { acceptsInPart: false } });
  const whole = await inTheirHands(
    app,
    await draft([
      { sku: 'MUG', quantity: 4 },
      { sku: 'TEE-S', quantity: 1 },
    ]),
  );
  const refused = await answer(app, whole, 'accept', { leftOut: [whole.page.lines[1]?.id] });
  expect([refused.status, refused.body.code]).toEqual([422, 'estimate.choice_not_offered']);
});

describe('no, and change this', () => {
  test('declining keeps the reason; a second answer is told that it is decided', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const estimate = await inTheirHands(app, id);
    expect((await answer(app, estimate, 'decline', { reason: 'price', text: 'Half of it.' })).status).toBe(200);
    expect(await newest(id)).toMatchObject({ status: 'declined', decisions: [{ kind: 'declined', reason: 'price', text: 'Half of it.' }] });
    expect((await answer(app, estimate, 'accept')).body).toMatchObject({ code: 'estimate.not_open', refusals: [{ detail: { status: 'declined' } }] });
    expect((await client().getHistory({ params: { id } })).items[0]?.sentence).toBe('Estimate r1 declined: too expensive, Half of it.');
  });

  test('comments are kept as the text they are, on a line or the whole; it can still be accepted', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const estimate = await inTheirHands(app, id);
    const script = '<script>alert(1)</script> & "quotes"';
    const comments = [{ lineId: estimate.page.lines[0]?.id, text: script }, { text: 'A week longer, please.' }];
    expect((await answer(app, estimate, 'request-changes', { comments, name: 'Dana' })).status).toBe(200);
    expect(await newest(id)).toMatchObject({
      status: 'changes_requested',
      decisions: [
        {
          comments: [
            { line: 'Mug 11 oz', text: script },
            { line: '', text: 'A week longer, please.' },
          ],
        },
      ],
    });
    const [mail] = await mails(id);
    const { html } = await client().getMail({ params: { id: mail?.id ?? '' } });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
    const elsewhere = '0199aaaa-0000-7000-8000-00000000dead';
    expect((await answer(app, estimate, 'request-changes', { comments: [{ lineId: elsewhere, text: 'x' }] })).body.code).toBe('line.not_found');
    expect((await answer(app, estimate, 'accept')).status).toBe(200);
  });
});

describe('too late', () => {
  test('r1 after r2 was sent, a withdrawn and an expired one: told, nothing bound', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const first = await inTheirHands(app, id);
    await setLine(id, 'MUG', { quantity: 5 });
    await readyToSubmit(app, id);
    const second = await inTheirHands(app, id, 2);
    expect((await answer(app, first, 'accept')).body).toMatchObject({
      code: 'estimate.not_open',
      refusals: [{ detail: { revision: 1, status: 'superseded', newest: 2 } }],
    });
    await client().withdrawEstimate({ params: { id, revision: 2 } });
    expect((await answer(app, second, 'accept')).body).toMatchObject({ code: 'estimate.not_open', refusals: [{ detail: { status: 'withdrawn' } }] });
    const { rows } = await sql<{ kept: number }>`select count(*)::integer kept from estimate_decisions where order_id = ${id}`.execute(app.db);
    expect(rows[0]?.kept).toBe(0);
  });

  test('at the last second of the day in the zone of the account, across the change of clocks; extending opens it again', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    await client().issueEstimate({ params: { id }, body: { validUntil: '2027-03-14' } });
    const { expiresAt } = (await newest(id)) ?? { expiresAt: '' };
    // New York springs forward that night: the day ends at 04:00 UTC, not 05:00.
    expect(expiresAt).toBe('2027-03-15T03:59:59.000Z');
    const { url } = await client().copyEstimateLink({ params: { id, revision: 1 } });
    const token = url.split('/e/')[1] ?? '';
    const page = () => app.anonymous.client.getEstimatePage({ params: { token } });
    const now = app.clock.now().toISOString();
    app.clock.set('2027-03-15T03:59:59.900Z');
    const estimate = { id, token, page: await page() };
    expect(estimate.page.mayDecide).toBe(true);
    app.clock.set('2027-03-15T04:00:00.000Z');
    expect(await page()).toMatchObject({ mayDecide: false, expired: true });
    expect((await answer(app, estimate, 'accept')).body).toMatchObject({ code: 'estimate.not_open', refusals: [{ detail: { expired: true } }] });
    const tooShort = await app.apiKey.request('POST', `/api/v1/orders/${id}/estimates/1/extend`, { validUntil: '2027-03-13' });
    expect(tooShort.status).toBe(422);
    expect(await app.apiKey.client.extendEstimate({ params: { id, revision: 1 }, body: { validUntil: '2027-03-31' } })).toMatchObject({
      expired: false,
      validUntil: '2027-03-31',
    });
    expect(await page()).toMatchObject({ mayDecide: true, validUntil: '2027-03-31', sha256: estimate.page.sha256 });
    expect((await answer(app, estimate, 'accept')).status).toBe(200);
    app.clock.set(now);
  });
});

describe('after the yes', () => {
  const accepted = async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    await answer(app, await inTheirHands(app, id), 'accept');
    return id;
  };

  test('a working copy that differs is not submitted; dropping the changes, or a new revision, puts it right', async () => {
    const id = await accepted();
    await setLine(id, 'MUG', { quantity: 40 });
    await client().addLines({ params: { id }, body: { custom: { name: 'Setup', unitPrice: '35' } } });
    await readyToSubmit(app, id);
    const refused = await submit(id);
    expect([refused.status, refused.body.code]).toEqual([409, 'order.differs_from_accepted']);
    expect(refused.body.refusals?.[0]?.detail).toMatchObject({ acceptedAmount: 3160, revision: 1 });
    expect(await client().dropChanges({ params: { id, revision: 1 } })).toMatchObject({
      lines: [{ sku: 'MUG', quantity: 4 }],
      totals: { total: { amount: 3160 } },
    });
    expect((await submit(id)).body.totals.total.amount).toBe(3160);
  });

  test('saved as a cart it is agreed to no more: the page says that it was taken back, the evidence stays, and it is priced as of today', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const estimate = await inTheirHands(app, id);
    await answer(app, estimate, 'accept');
    await client().saveAsCart({ params: { id }, body: { name: 'For spring' } });
    expect(await newest(id)).toMatchObject({ status: 'withdrawn', decisions: [{ kind: 'accepted', total: { amount: 3160 } }] });
    expect(await app.anonymous.client.getEstimatePage({ params: { token: estimate.token } })).toMatchObject({ status: 'withdrawn', mayDecide: false });
    expect((await app.owner.request('GET', `/api/v1/orders/${id}/estimates/1/certificate`)).status).toBe(200);
    expect((await read(id)).lines[0]?.priceTable?.source).toBe('list');
    await client().takeBack({ params: { id } });
    await setLine(id, 'MUG', { quantity: 8 });
    await readyToSubmit(app, id);
    // 8 × 4.50 = 36.00, shipping 12.00, tax 3.20.
    expect((await submit(id)).body.totals.total.amount).toBe(5120);
  });

  test('a tax rate of tomorrow does not move what was accepted', async () => {
    const id = await accepted();
    await sql`update tax_rates set rate_ppm = 200000`.execute(app.db);
    expect((await submit(id)).body.totals.total.amount).toBe(3160);
    await sql`update tax_rates set rate_ppm = 88750`.execute(app.db);
  });

  test.each([
    ['honour', {}, 200],
    ['ask', {}, 409],
    ['ask', { drift: 'honour' }, 200],
    ['requote', { drift: 'honour' }, 409],
  ] as const)('when the prices no longer hold: %s %j answers %i', async (driftPolicy, body, status) => {
    await sql`update accounts set drift_policy = ${driftPolicy} where account_id = ${app.accountId}`.execute(app.db);
    const id = await accepted();
    const now = app.clock.now().toISOString();
    const key = app.apiKey;
    await sql`update price_rows set extended_price = extended_price * 2 where product_id = ${shop.products.MUG}`.execute(app.db);
    const send = async () => {
      const response = await key.request('POST', `/api/v1/orders/${id}/submit`, body);
      return { status: response.status, body: (await response.json()) as { code?: string; refusals?: readonly { detail?: object }[] } & Order };
    };
    // Valid until 23 December; its prices hold 30 days longer, through 22 January.
    app.clock.set('2027-01-23T05:00:00Z');
    const late = await send();
    expect(late.status).toBe(status);
    if (status === 409) {
      // 4 × 9.00 = 36.00, tax 3.20, shipping 12.00.
      expect([late.body.code, late.body.refusals?.[0]?.detail]).toEqual([
        'estimate.drifted',
        { revision: 1, mayHonour: driftPolicy === 'ask', acceptedAmount: 3160, totalAmount: 5120 },
      ]);
      app.clock.set('2027-01-23T04:59:59Z');
      expect((await send()).body.totals.total.amount).toBe(3160);
    } else expect(late.body.totals.total.amount).toBe(3160);
    app.clock.set(now);
    await sql`update price_rows set extended_price = extended_price / 2 where product_id = ${shop.products.MUG}`.execute(app.db);
    await sql`update accounts set drift_policy = 'ask' where account_id = ${app.accountId}`.execute(app.db);
  });

  describe('a step of checkout after its prices no longer hold, with shipping, tax and discounts moved', () => {
    const key = () => app.apiKey.client;
    const bill = async (id: string) => {
      await key().setBilling({ params: { id }, body: { sameAsShipping: true } });
      await key().setPayment({ params: { id }, body: { method: 'purchase_order', poNumber: 'PO-77' } });
    };
    const steps: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
      billing: bill,
      'the address again': (id) => key().setShipping({ params: { id }, body: { address: anAddress } }),
      'the method again': async (id) => key().setShippingMethod({ params: { id }, body: { rateId: await ground() } }),
      'a note': (id) => key().changeOrder({ params: { id }, body: { noteInternal: 'Called.' } }),
    };
    const ground = async () => (await key().listShippingZones({})).items[0]?.rates[0]?.id ?? '';
    const setGround = async (amount: number) => {
      const zone = (await key().listShippingZones({})).items[0];
      const rates = (zone?.rates ?? []).map((rate) => ({ ...rate, terms: { kind: 'flat', amount } as const }));
      await key().changeShippingZone({ params: { id: zone?.id ?? '' }, body: { rates } });
    };
    const setTax = async (ratePpm: number) => {
      const { id, version: _, ...terms } = (await key().listTaxRates({})).items.find(({ code }) => code === 'NY') ?? { id: '', version: 0 };
      await key().changeTaxRate({ params: { id }, body: { ...terms, ratePpm } as never });
    };

    test.each((['honour', 'ask', 'requote'] as const).flatMap((policy) => Object.keys(steps).map((step) => [policy, step] as const)))(
      '%s: %s',
      async (driftPolicy, step) => {
        await sql`update accounts set drift_policy = ${driftPolicy} where account_id = ${app.accountId}`.execute(app.db);
        const id = await draft([{ sku: 'MUG', quantity: 4 }], false);
        await client().setShipping({ params: { id }, body: { address: anAddress } });
        await client().setShippingMethod({ params: { id }, body: { rateId: await ground() } });
        if (step !== 'billing') await bill(id);
        expect((await answer(app, await inTheirHands(app, id), 'accept')).body.total).toEqual({ amount: 3160, currency: 'USD' });
        const now = app.clock.now().toISOString();
        app.clock.set('2027-01-23T05:00:00Z');
        await setGround(1500);
        await setTax(200_000);
        const { id: winter } = await key().createDiscount({ body: { name: 'Winter', value: { kind: 'percentage', ppm: 300_000 } } });
        const send = async (body: object) => {
          const response = await app.apiKey.request('POST', `/api/v1/orders/${id}/submit`, body);
          return [response.status, ((await response.json()) as { code?: string }).code];
        };

        await steps[step]?.(id);
        const isHeld = driftPolicy !== 'requote';
        if (isHeld) expect((await key().getOrder({ params: { id } })).totals).toMatchObject({ total: { amount: 3160 }, open: [] });
        if (driftPolicy === 'ask') expect(await send({})).toEqual([409, 'estimate.drifted']);
        expect((await send({ drift: 'honour' }))[0]).toBe(isHeld ? 200 : 409);
        if (isHeld) expect((await key().getOrder({ params: { id } })).totals.total.amount).toBe(3160);

        await key().deleteDiscount({ params: { id: winter } });
        await setTax(88_750);
        await setGround(1200);
        app.clock.set(now);
        await sql`update accounts set drift_policy = 'ask' where account_id = ${app.accountId}`.execute(app.db);
      },
    );
  });

  test('submitting without an answer closes the estimate and tells the customer', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const estimate = await inTheirHands(app, id);
    const { number } = estimate.page;
    expect((await submit(id)).status).toBe(200);
    const told = (await mails(id)).find(({ template }) => template === 'order_received');
    expect((await client().getMail({ params: { id: told?.id ?? '' } })).text).toContain(`Estimate ${number} is closed by this order`);
    expect((await answer(app, estimate, 'accept')).body.code).toBe('estimate.not_open');
  });
});

test('a revision or an acceptance that was changed behind our back is neither sent, drawn, accepted nor submitted', async () => {
  const id = await draft([{ sku: 'MUG', quantity: 4 }]);
  const estimate = await inTheirHands(app, id);
  const params = { id, revision: 1 };
  const name = (from: string, to: string) =>
    behindOurBack(app, 'estimate_revisions', () =>
      sql`update estimate_revisions set content = replace(content, ${from}, ${to}) where order_id = ${id}`.execute(app.db),
    );
  const post = async (path: string, body: object = {}) => (await app.owner.request('POST', `/api/v1/orders/${id}/${path}`, body)).status;
  const complaint = vi.spyOn(console, 'error').mockReturnValue();
  // No figure moves by it: only the hash tells.
  await name('Mug 11 oz', 'Mug 12 oz');
  expect((await answer(app, estimate, 'accept')).status).toBe(500);
  expect(await post('estimates/1/send', { email: 'dana@acme.example' })).toBe(500);
  expect(await post('estimates/1/preview')).toBe(500);
  expect(await post('estimates/1/document')).toBe(500);
  expect(await post('estimates/1/acceptance', { channel: 'phone', name: 'Dana Fox' })).toBe(500);
  await name('Mug 12 oz', 'Mug 11 oz');
  expect(await newest(id)).toMatchObject({ status: 'open', decisions: [] });
  expect((await answer(app, estimate, 'accept')).status).toBe(200);

  await name('Mug 11 oz', 'Mug 12 oz');
  expect(await submit(id)).toMatchObject({ status: 500 });
  await name('Mug 12 oz', 'Mug 11 oz');
  const decide = (from: string, to: string) =>
    behindOurBack(app, 'estimate_decisions', () =>
      sql`update estimate_decisions set content = replace(content, ${from}, ${to}) where order_id = ${id}`.execute(app.db),
    );
  await decide('Dana Fox', 'Dana Box');
  expect(await submit(id)).toMatchObject({ status: 500 });
  await decide('Dana Box', 'Dana Fox');
  expect(JSON.stringify(complaint.mock.calls)).toContain('does not match its hash');
  complaint.mockRestore();
  expect((await client().drawDocument({ params })).kind).toBe('pdf');
  expect(await submit(id)).toMatchObject({ status: 200 });
});

test('verifying reads every hash, and one changed byte in a revision or a decision shows', async () => {
  const id = await draft([{ sku: 'MUG', quantity: 4 }]);
  await answer(app, await inTheirHands(app, id), 'accept');
  const before = await verifyKept(app.db, app.services.files);
  expect(before.broken).toEqual([]);
  expect(before.decisions).toBeGreaterThan(5);
  // Not even by hand, unless somebody first takes the lock off.
  await expect(sql`update estimate_decisions set content = content where order_id = ${id}`.execute(app.db)).rejects.toThrow(/kept as it was made/);
  await expect(sql`delete from estimate_decisions where order_id = ${id}`.execute(app.db)).rejects.toThrow(/kept as it was made/);
  const renamed = (from: string, to: string) =>
    behindOurBack(app, 'estimate_decisions', () =>
      sql`update estimate_decisions set content = replace(content, ${from}, ${to}) where order_id = ${id}`.execute(app.db),
    );
  await renamed('Dana Fox', 'Dana Box');
  expect((await verifyKept(app.db, app.services.files)).broken).toMatchObject([{ orderId: id, revision: 1, what: 'decision', why: 'hash' }]);
  await renamed('Dana Box', 'Dana Fox');
  await behindOurBack(app, 'estimate_revisions', () =>
    sql`update estimate_revisions set content = replace(content, '"quantity":4', '"quantity":5') where order_id = ${id}`.execute(app.db),
  );
  expect((await verifyKept(app.db, app.services.files)).broken).toMatchObject([{ orderId: id, what: 'revision', why: 'hash' }]);
});

test('verifying tells what is not there: a decision that a revision was decided by, a revision between others, the newest one', async () => {
  const [declined, several] = [await draft([{ sku: 'MUG', quantity: 4 }]), await draft([{ sku: 'MUG', quantity: 4 }])];
  await answer(app, await inTheirHands(app, declined), 'decline', { reason: 'price', text: '' });
  await inTheirHands(app, several);
  for (const quantity of [5, 6]) {
    await setLine(several, 'MUG', { quantity });
    await inTheirHands(app, several, quantity - 3);
  }
  const missing = async () => (await verifyKept(app.db, app.services.files)).broken.filter(({ why }) => why === 'missing');
  expect(await missing()).toEqual([]);
  await behindOurBack(app, 'estimate_decisions', () => sql`delete from estimate_decisions where order_id = ${declined}`.execute(app.db));
  await sql`delete from estimate_facts where order_id = ${several} and revision > 1`.execute(app.db);
  await sql`delete from estimate_documents where order_id = ${several} and revision > 1`.execute(app.db);
  await behindOurBack(app, 'estimate_revisions', () => sql`delete from estimate_revisions where order_id = ${several} and revision > 1`.execute(app.db));
  expect(await missing()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ orderId: declined, revision: 1, what: 'decision' }),
      expect.objectContaining({ orderId: several, revision: 2, what: 'revision' }),
      expect.objectContaining({ orderId: several, revision: 3, what: 'revision' }),
    ]),
  );
});

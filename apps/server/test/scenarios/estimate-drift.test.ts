// What moved between an estimate and its order: prices, tax and shipping hold, stock and what is still sold are told to both sides. Policy by
// policy, at acceptance and at checkout. Decision record 0056.
import type { Order } from '@backdesk/contract/order/order.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { wordsOfPdf } from '../support/words-of-pdf.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
});
afterAll(() => app.close());
afterEach(async () => {
  await policyIs('ask');
  await sql`update variants set tracks_stock = false, allows_backorder = false, published = true`.execute(app.db);
  await sql`update accounts set site_sign_in = 'optional'`.execute(app.db);
});

type Policy = 'honour' | 'ask' | 'requote';
const client = () => app.owner.client;
const read = (id: string): Promise<Order> => client().getOrder({ params: { id } });
const policyIs = (policy: Policy) => sql`update accounts set drift_policy = ${policy} where account_id = ${app.accountId}`.execute(app.db);
const draft = async (lines: readonly object[]) => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
  await readyToSubmit(app, id);
  return id;
};
const page = (token: string) => app.anonymous.client.getEstimatePage({ params: { token } });
const history = async (id: string) => (await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence);
const mailOf = async (id: string, template: string) => {
  const { items } = await client().listMails({ query: { orderId: id } });
  return (await client().getMail({ params: { id: items.find((mail) => mail.template === template)?.id ?? '' } })).text;
};
const mugs = (left: number, backorder: boolean, incoming?: readonly [number, string]) =>
  sql`with v as (update variants set tracks_stock = true, allows_backorder = ${backorder} where id = ${shop.variants.MUG} returning account_id, id)
    insert into stock_levels (account_id, variant_id, on_hand, incoming_quantity, incoming_on)
    select account_id, id, ${left}, ${incoming?.[0] ?? null}::integer, ${incoming?.[1] ?? null}::date from v
    on conflict (account_id, variant_id) do update
      set on_hand = excluded.on_hand, reserved = 0, incoming_quantity = excluded.incoming_quantity, incoming_on = excluded.incoming_on`.execute(app.db);
const mugsCost = (factor: number) =>
  sql`update price_rows set extended_price = extended_price * ${factor}::numeric where product_id = ${shop.products.MUG}`.execute(app.db);
const unpublished = () => sql`update variants set published = false where id = ${shop.variants.MUG}`.execute(app.db);

describe('until when it holds', () => {
  test.each([
    ['honour', /^These prices hold until Dec 23, 2026( \(America\/New_York\))?. What you accept by then is what you are charged.$/],
    ['ask', /^These prices hold until Dec 23, 2026.*, and once you accept until Jan 22, 2027. .* may send it anew and ask you again.$/],
    ['requote', /^These prices hold until Dec 23, 2026.*, and once you accept until Jan 22, 2027. .* sends it anew and asks you again.$/],
  ] as const)('%s: frozen with the estimate, on the page and in the mail', async (policy, sentence) => {
    await policyIs(policy);
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    await client().issueEstimate({ params: { id }, body: { email: 'dana@acme.example' } });
    expect((await mailOf(id, 'estimate')).split('\n').filter((line) => sentence.test(line))).toHaveLength(1);
    const { url } = await client().copyEstimateLink({ params: { id, revision: 1 } });
    expect((await page(tokenOf(url))).prices).toEqual({ until: '2026-12-23', acceptedUntil: '2027-01-22', policy, stated: null, over: false });
  });

  test('what it said stays, unless the account has become kinder', async () => {
    await policyIs('ask');
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const { token } = await inTheirHands(app, id);
    await policyIs('requote');
    expect((await page(token)).prices).toMatchObject({ policy: 'ask', stated: null });
    await policyIs('honour');
    const kinder = { policy: 'honour', stated: { policy: 'ask', acceptedUntil: '2027-01-22' } };
    expect((await page(token)).prices).toMatchObject(kinder);

    // Paper says what was stated; page and mail say it too, and what is kinder since.
    const { url } = await client().drawDocument({ params: { id, revision: 1 } });
    const paper = await wordsOfPdf(await (await app.owner.request('GET', url)).arrayBuffer());
    expect(paper).toContain('may send it anew and ask you again.');
    expect(paper).not.toContain('is what you are charged');
    await client().sendEstimate({ params: { id, revision: 1 }, body: { email: 'dana@acme.example', message: '' } });
    expect(await mailOf(id, 'estimate')).toMatch(
      /may send it anew and ask you again\. \S.* has become kinder since this was issued: what you accept by then is what you are charged\./,
    );
    const answered = await answer(app, { id, token, page: await page(token) }, 'accept');
    expect([answered.status, (await page(token)).prices]).toMatchObject([200, kinder]);
    expect(await mailOf(id, 'estimate_accepted')).toContain('may send it anew and ask you again.');
    expect(await mailOf(id, 'estimate_accepted')).toContain('since this was issued: what you accepted is what you are charged.');
  });

  test('accepted it says for how long, over when it is over, and nothing once it is ordered', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const estimate = await inTheirHands(app, id);
    await answer(app, estimate, 'accept');
    expect((await page(estimate.token)).prices).toMatchObject({ acceptedUntil: '2027-01-22', over: false });
    const now = app.clock.now().toISOString();
    app.clock.set('2027-01-23T05:00:00Z');
    expect((await page(estimate.token)).prices).toMatchObject({ acceptedUntil: '2027-01-22', over: true });
    app.clock.set(now);
    await client().submitOrder({ params: { id }, body: {} });
    expect(await page(estimate.token)).toMatchObject({ prices: null, orderedAt: now, availability: [], status: 'accepted' });
  });
});

describe('at acceptance', () => {
  // Each: what is there of 50 mugs, whether it is sold on back-order, and what the customer and staff are told.
  test.each([
    ['honour', 38, true, 200, 'Only 38 in stock now; the rest follows'],
    ['ask', 38, true, 200, 'Only 38 in stock now; the rest follows'],
    ['requote', 38, true, 200, 'Only 38 in stock now; the rest follows'],
    ['honour', 0, true, 200, 'Not in stock now; it follows'],
    ['requote', 0, true, 200, 'Not in stock now; it follows'],
    ['requote', 38, false, 200, 'Only 38 in stock now'],
    ['honour', 0, false, 200, 'Not in stock now'],
    ['ask', 0, false, 200, 'Not in stock now'],
    ['requote', 0, false, 409, null],
  ] as const)('%s, %i of 50 there, back-order %s: %i, %s', async (policy, left, backorder, status, told) => {
    await policyIs(policy);
    const id = await draft([{ sku: 'MUG', quantity: 50 }]);
    await mugs(left, backorder);
    const estimate = await inTheirHands(app, id);
    expect(estimate.page.availability).toMatchObject([{ isSold: true, stock: { available: left, allowsBackorder: backorder } }]);
    const answered = await answer(app, estimate, 'accept');
    expect(answered.status).toBe(status);
    if (told === null) {
      const lineId = (await read(id)).lines[0]?.id;
      expect(answered.body).toMatchObject({ code: 'estimate.not_deliverable', refusals: [{ lineId, detail: { why: 'none' } }] });
      // Nothing is bound, and it can still be asked for changes.
      expect((await read(id)).estimate?.revisions[0]).toMatchObject({ status: 'open', decisions: [] });
      expect((await answer(app, estimate, 'request-changes', { comments: [{ lineId, text: 'What else?' }] })).status).toBe(200);
      return;
    }
    for (const template of ['estimate_accepted', 'estimate_decision']) expect(await mailOf(id, template)).toContain(`Mug 11 oz: ${told}`);
    expect((await mailOf(id, 'estimate_decision')).includes('cannot be ordered as it is')).toBe(!backorder);
    expect(await history(id)).toContainEqual(expect.stringMatching(new RegExp(`^Estimate r1 accepted by Dana Fox at .*; MUG: ${told}$`)));
  });

  test.each([
    ['honour', 200],
    ['ask', 200],
    ['requote', 409],
  ] as const)('%s, no longer sold: %i', async (policy, status) => {
    await policyIs(policy);
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const estimate = await inTheirHands(app, id);
    await unpublished();
    expect((await page(estimate.token)).availability).toMatchObject([{ isSold: false }]);
    expect((await answer(app, estimate, 'accept')).status).toBe(status);
    if (status === 200) expect(await mailOf(id, 'estimate_accepted')).toContain('Mug 11 oz: No longer sold');
  });

  test.each(['honour', 'ask', 'requote'] as const)(
    '%s, dearer by now, taxed and shipped otherwise: accepted as promised, and staff are told what today would be',
    async (policy) => {
      await policyIs(policy);
      const id = await draft([{ sku: 'MUG', quantity: 4 }]);
      const estimate = await inTheirHands(app, id);
      await mugsCost(2);
      // Promised: 18.00, shipping 12.00, tax 1.60. Today: 36.00, shipping 12.00, tax 3.20.
      const answered = await answer(app, estimate, 'accept');
      expect([answered.status, answered.body.total]).toEqual([200, { amount: 3160, currency: 'USD' }]);
      const staff = await mailOf(id, 'estimate_decision');
      expect(staff).toContain('At today’s prices it would be $51.20. What was accepted is $31.60');
      expect(staff).toContain(policy === 'honour' ? 'and is charged.' : 'and holds until Jan 22, 2027.');
      expect(await mailOf(id, 'estimate_accepted')).not.toContain('$51.20');
      expect(await history(id)).toContainEqual(expect.stringContaining('at $31.60; at today’s prices $51.20'));
      expect((await read(id)).estimate?.revisions[0]).toMatchObject({ today: { amount: 5120 }, decisions: [{ total: { amount: 3160 } }] });
      expect((await client().listOrders({ query: { queue: 'drifted' } })).items.map((row) => row.id)).toContain(id);
      expect((await client().submitOrder({ params: { id }, body: {} })).totals.total.amount).toBe(3160);
      await mugsCost(0.5);
    },
  );

  // Accepted at 31.60: 18.00, shipping 12.00, tax 1.60. Each: the rate of today, by what prices and tax are multiplied, and what it would come to.
  const flat = (amount: number, freeOverAmount: number | null = null) => [{ kind: 'flat', amount, freeOverAmount }];
  type Gone = { readonly told: string; readonly detail: object; readonly plus: string };
  const nothingElse: Gone = {
    told: 'Ground is no longer offered and nothing else is there: shipping is open',
    detail: { rateGone: 'Ground', nearestRate: null, nearestAmount: null },
    plus: ' plus shipping',
  };
  const express = (amount: number): Gone => ({
    told: `Ground is no longer offered; the nearest, Express, costs $${(amount / 100).toFixed(2)}`,
    detail: { rateGone: 'Ground', nearestRate: 'Express', nearestAmount: amount },
    plus: '',
  });
  test.each([
    ['the rate went up', flat(1300), [], 1, 1, 3260, null],
    ['the rate went down', flat(1100), [], 1, 1, 3060, null],
    ['the rate is gone and none is left: 18.00, tax 1.60', [], [], 1, 1, 1960, nothingElse],
    ['the rate is gone, the nearest is dearer, and mugs cost twice as much: 36.00, tax 3.20, shipping 15.00', [], flat(1500), 2, 1, 5420, express(1500)],
    ['mugs cost twice as much, and from 30.00 on nothing is charged to send them', flat(1200, 3000), [], 2, 1, 3920, null],
    ['tax is twice as high: 3.20 (17.75 % of 18.00, 3.195)', flat(1200), [], 1, 2, 3320, null],
  ] as const)('%s: one figure, with shipping, for mail, history, queue and checkout', async (_, terms, others, price, tax, today, gone) => {
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const estimate = await inTheirHands(app, id);
    const zone = (await client().listShippingZones({})).items[0];
    const rates = async (given: readonly object[]) => client().changeShippingZone({ params: { id: zone?.id ?? '' }, body: { rates: given as never } });
    const now = app.clock.now().toISOString();
    const far = others.length === 0 ? [] : [{ name: 'Overnight', terms: { kind: 'flat', amount: 9900 } }];
    await rates([
      ...terms.map((each) => ({ id: zone?.rates[0]?.id, name: 'Ground', terms: each })),
      ...far,
      ...others.map((each) => ({ name: 'Express', terms: each })),
    ]);
    await mugsCost(price);
    await sql`update tax_rates set rate_ppm = rate_ppm * ${tax}::integer`.execute(app.db);
    const figure = `$${(today / 100).toFixed(2)}${gone?.plus ?? ''}`;
    expect((await answer(app, estimate, 'accept')).body.total).toEqual({ amount: 3160, currency: 'USD' });
    expect(await mailOf(id, 'estimate_decision')).toContain(
      `At today’s prices it would be ${figure}. ${gone === null ? '' : `${gone.told}. `}What was accepted is $31.60`,
    );
    expect(await history(id)).toContainEqual(expect.stringContaining(`at $31.60; at today’s prices ${figure}, held until`));
    if (gone !== null) expect(await history(id)).toContainEqual(expect.stringContaining(`; ${gone.told}`));
    const revision = (await read(id)).estimate?.revisions[0];
    expect([revision?.today, revision?.ratesGone.map(({ name }) => name)]).toEqual([{ amount: today, currency: 'USD' }, gone === null ? [] : ['Ground']]);
    expect((await client().listOrders({ query: { queue: 'drifted' } })).items.map((row) => row.id)).toContain(id);
    app.clock.set('2027-01-23T05:00:00Z');
    const refused = await app.apiKey.request('POST', `/api/v1/orders/${id}/submit`, {});
    expect(((await refused.json()) as { refusals: readonly object[] }).refusals).toMatchObject([
      { code: 'estimate.drifted', detail: { acceptedAmount: 3160, totalAmount: today, ...gone?.detail } },
    ]);
    app.clock.set(now);
    await rates([{ name: 'Ground', terms: { kind: 'flat', amount: 1200 } }]);
    await mugsCost(1 / price);
    await sql`update tax_rates set rate_ppm = rate_ppm / ${tax}::integer`.execute(app.db);
  });

  test('free shipping that is gone, with nothing else there, is another total although the rest is the same', async () => {
    const zone = (await client().listShippingZones({})).items[0];
    const rates = async (given: readonly object[]) => client().changeShippingZone({ params: { id: zone?.id ?? '' }, body: { rates: given as never } });
    await rates([{ name: 'Ground', terms: { kind: 'flat', amount: 0 } }]);
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    const estimate = await inTheirHands(app, id);
    await rates([]);
    expect((await answer(app, estimate, 'accept')).body.total).toEqual({ amount: 1960, currency: 'USD' });
    expect(await mailOf(id, 'estimate_decision')).toContain(`it would be $19.60 plus shipping. ${nothingElse.told}.`);
    expect((await client().listOrders({ query: { queue: 'drifted' } })).items.map((row) => row.id)).toContain(id);
    expect((await client().submitOrder({ params: { id }, body: {} })).totals.total.amount).toBe(1960);
    await rates([{ name: 'Ground', terms: { kind: 'flat', amount: 1200 } }]);
  });

  test('only what is taken counts: the line that cannot be had is left out', async () => {
    await policyIs('requote');
    const id = await draft([
      { sku: 'MUG', quantity: 4 },
      { sku: 'TEE-S', quantity: 2 },
    ]);
    const mug = (await read(id)).lines.find(({ sku }) => sku === 'MUG')?.id ?? '';
    await client().changeLine({ params: { id, lineId: mug }, body: { optional: true, chosen: true } });
    await readyToSubmit(app, id);
    await mugs(0, false);
    const estimate = await inTheirHands(app, id);
    expect((await answer(app, estimate, 'accept')).body.code).toBe('estimate.not_deliverable');
    // Two shirts at 10.00, shipping 12.00, tax 1.78 (8.875 % of 20.00, 1.775).
    const choices = [{ lineId: mug, chosen: false }];
    expect((await answer(app, estimate, 'accept', { choices, total: { amount: 3378, currency: 'USD' } })).status).toBe(200);
  });

  test('staff who record a yes are refused for the same', async () => {
    await policyIs('requote');
    const id = await draft([{ sku: 'MUG', quantity: 4 }]);
    await mugs(0, false);
    await inTheirHands(app, id);
    const response = await app.owner.request('POST', `/api/v1/orders/${id}/estimates/1/acceptance`, { channel: 'phone', name: 'Dana Fox' });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([409, 'estimate.not_deliverable']);
  });

  test('no figure beyond what the estimate asks for, and none where the site shows nothing without a sign-in', async () => {
    const id = await draft([{ sku: 'MUG', quantity: 50 }]);
    await mugs(7000, false, [500, '2026-12-03']);
    const estimate = await inTheirHands(app, id);
    expect(estimate.page.availability[0]?.stock).toEqual({ available: 50, allowsBackorder: false, incoming: { quantity: 500, expectedOn: '2026-12-03' } });
    await mugs(38, false, [500, '2026-12-03']);
    await sql`update accounts set site_sign_in = 'all_pages'`.execute(app.db);
    expect((await page(estimate.token)).availability[0]?.stock).toEqual({ available: null, kept: 'some', allowsBackorder: false, incoming: null });
    await answer(app, estimate, 'accept');
    expect(await mailOf(id, 'estimate_accepted')).toContain('Mug 11 oz: Not all of it is in stock now');
    expect(await mailOf(id, 'estimate_decision')).toContain('Mug 11 oz: Only 38 in stock now, 500 more from Dec 3, 2026');
  });
});

test('issued anew after a yes: the mail and the page say what was accepted, that it is not ordered, and what changed', async () => {
  const id = await draft([{ sku: 'MUG', quantity: 4 }]);
  const estimate = await inTheirHands(app, id);
  await answer(app, estimate, 'accept');
  await mugsCost(2);
  const mug = (await read(id)).lines[0]?.id ?? '';
  await client().changeLine({ params: { id, lineId: mug }, body: { quantity: 8, override: { unitPrice: '5', reason: 'agreed' } } });
  await readyToSubmit(app, id);
  const body = { email: 'dana@acme.example', message: '' };
  const preview = await client().previewEstimate({ params: { id }, body });
  await client().issueEstimate({ params: { id }, body });
  // 8 × 5.00 = 40.00 for 18.00: 22.00 more.
  const told = ['You accepted r1 at $31.60. This takes its place and needs your answer: 1 change', 'Mug 11 oz: 8, was 4 (+$22.00)', 'Total: '];
  for (const text of [preview.text, await mailOf(id, 'estimate')]) for (const words of told) expect(text).toContain(words);
  expect(await page(estimate.token)).toMatchObject({ revision: 2, mayDecide: true, acceptedBefore: { revision: 1, total: { amount: 3160 } } });
  // What was accepted stays worth telling when r2 was never answered.
  await client().changeLine({ params: { id, lineId: mug }, body: { quantity: 9 } });
  const third = await client().previewEstimate({ params: { id }, body });
  expect(third.text).toContain('You accepted r1 at $31.60. This takes its place and needs your answer: 1 change since r2');
  await mugsCost(0.5);
});

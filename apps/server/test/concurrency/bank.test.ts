// The bank test: many clerks at once do whatever comes to their mind on the same few orders, some of it twice with one key.
// Afterwards everything that was said to be done is there, once, and every sum is the sum of its parts.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scopeTo } from '../../src/db/account-scope.ts';
import { findBrokenEvent } from '../../src/modules/order/queries/verify-history.ts';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
  await app.runJobs();
  await sql`update variants set tracks_stock = true where account_id = ${app.accountId}`.execute(app.db);
  await sql`insert into stock_levels (account_id, variant_id, on_hand) select account_id, id, 3000 from variants where account_id = ${app.accountId}`.execute(
    app.db,
  );
});
afterAll(() => app.close());

const clerks = 8;
const turns = 30;
const orders = 10;
const skus = ['TEE-S', 'TEE-M', 'TEE-L', 'MUG', 'PEN'];

/** The same chances in every run; which clerk is served first is not. */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Answer = { readonly status: number; readonly body: { readonly changedLines?: readonly { readonly id: string }[] } };

/** What the server said yes to, by order. */
type Ledger = { readonly added: Set<string>; readonly removed: Set<string> };

async function send(method: string, path: string, body: unknown, key: string): Promise<Answer> {
  const response = await app.owner.request(method, path, body, { 'idempotency-key': key });
  return { status: response.status, body: (await response.json().catch(() => ({}))) as Answer['body'] };
}

test('whatever eight clerks do to ten orders at once, no line is lost, nothing is done twice, and every sum holds', async () => {
  const ids: string[] = [];
  const zones = await app.owner.client.listShippingZones({});
  const rateId = zones.items[0]?.rates[0]?.id;
  for (let at = 0; at < orders; at += 1) {
    const { id } = await app.owner.client.createOrder({ body: { customerId: shop.customerId } });
    await readyToSubmit(app, id);
    ids.push(id);
  }
  const ledgers = new Map<string, Ledger>(ids.map((id) => [id, { added: new Set(), removed: new Set() }]));
  const answers = new Map<number, number>();
  const counted = ({ status, body }: Answer) => {
    answers.set(status, (answers.get(status) ?? 0) + 1);
    return { status, body };
  };
  const submitted = new Set<string>();

  const clerk = async (number: number): Promise<void> => {
    const chance = chances(number * 7_919 + 1);
    for (let turn = 0; turn < turns; turn += 1) {
      const id = ids[chance(orders)] ?? '';
      const ledger = ledgers.get(id) as Ledger;
      const key = `clerk-${number}-${turn}`;
      const lines = [...ledger.added].filter((line) => !ledger.removed.has(line));
      const line = lines[chance(Math.max(1, lines.length))];
      const kind = chance(20);
      if (kind < 9 || line === undefined) {
        const body = { sku: skus[chance(skus.length)], quantity: 100 * (1 + chance(3)), asNewLine: true };
        // A third of them twice at once, as a screen does that had no answer in time: one line all the same.
        const sent = await Promise.all(Array.from({ length: chance(3) === 0 ? 2 : 1 }, () => send('POST', `/api/v1/orders/${id}/lines`, body, key)));
        // The new line, and those whose price moved with it.
        for (const { status, body: told } of sent.map(counted)) if (status < 300) for (const { id: made } of told.changedLines ?? []) ledger.added.add(made);
      } else if (kind < 13) counted(await send('PATCH', `/api/v1/orders/${id}/lines/${line}`, { quantity: 100 * (1 + chance(4)) }, key));
      else if (kind < 15) {
        if (counted(await send('DELETE', `/api/v1/orders/${id}/lines/${line}`, undefined, key)).status < 300) ledger.removed.add(line);
      } else if (kind < 17)
        counted(await send('PUT', `/api/v1/orders/${id}/discounts`, { discounts: [{ value: { kind: 'percentage', ppm: 10_000 * (1 + chance(9)) } }] }, key));
      else if (kind < 18) counted(await send('PATCH', `/api/v1/orders/${id}`, { name: `By ${number}` }, key));
      else if (kind < 19) counted(await send('POST', `/api/v1/orders/${id}/estimates`, {}, key));
      else {
        // New lines ask for another look at the method; somebody may add one more between the two.
        counted(await send('PUT', `/api/v1/orders/${id}/shipping-method`, { rateId }, `${key}-rate`));
        if (counted(await send('POST', `/api/v1/orders/${id}/submit`, {}, key)).status < 300) submitted.add(id);
      }
    }
  };
  await Promise.all(Array.from({ length: clerks }, (_, number) => clerk(number)));

  // Refusals belong to it (a line already gone, an order already submitted, too little stock); a defect or a time-out does not.
  expect([...answers.keys()].filter((status) => status >= 500)).toEqual([]);
  expect(answers.get(200) ?? 0).toBeGreaterThan(80);
  expect(submitted.size).toBeGreaterThan(0);

  const scope = scopeTo(app.accountId);
  for (const id of ids) {
    const order = await app.owner.client.getOrder({ params: { id } });
    const { added, removed } = ledgers.get(id) as Ledger;
    expect(order.lines.map((line) => line.id).sort()).toEqual([...added].filter((line) => !removed.has(line)).sort());
    expect(order.stage === 'submitted').toBe(submitted.has(id));
    const { items, discount, shipping, tax, total } = order.totals;
    expect(items.amount).toBe(order.lines.reduce((sum, line) => sum + line.total.amount, 0));
    expect(total.amount).toBe(items.amount - discount.amount + (shipping?.amount ?? 0) + (tax?.amount ?? 0));
    expect(await findBrokenEvent(app.db, scope, id)).toBeNull();
  }
  const { rows: stock } = await sql<{ wrong: number; oversold: number }>`
    with ordered as (
      select l.variant_id, sum(l.quantity) quantity from order_lines l join orders o on o.account_id = l.account_id and o.id = l.order_id
      where o.account_id = ${app.accountId} and o.stage = 'submitted' group by l.variant_id)
    select count(*) filter (where s.reserved <> coalesce(o.quantity, 0))::integer wrong, count(*) filter (where s.reserved > s.on_hand)::integer oversold
    from stock_levels s left join ordered o on o.variant_id = s.variant_id where s.account_id = ${app.accountId}`.execute(app.db);
  expect(stock).toEqual([{ wrong: 0, oversold: 0 }]);
}, 90_000);

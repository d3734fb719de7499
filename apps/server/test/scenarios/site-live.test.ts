// A cart on the customer's screen moves with what the store does to it, and the reverse; nothing that is staff's reaches that wire.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { siteChange, sitePresence } from '@backdesk/contract/site/live.ts';
import { afterAll, afterEach, expect, test } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor, type Visitor } from '../support/a-visitor.ts';
import { createTestApp } from '../support/create-test-app.ts';
import { type EventReader, readEvents } from '../support/read-events.ts';

const app = await createTestApp();
afterAll(() => app.close());
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
const shop = await aShop(app);
const { client: desk } = app.owner;
const dana = await aSignedInCustomer(app, shop.customerId, 'dana@acme.example');
const tab = '0199aaaa-0000-7000-8000-000000000001';
const staffTab = '0199aaaa-0000-7000-8000-000000000002';

const eventsOf = (id: string) => `/api/site/v1/events?orders=${id}`;

async function follow(visitor: Visitor, id: string): Promise<EventReader> {
  const response = await visitor.request('GET', eventsOf(id));
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = readEvents(response);
  closers.push(reader.cancel);
  return reader;
}

/** The next event of this kind. */
async function nextOf(reader: EventReader, event: string) {
  for (;;) {
    const sent = await reader.next();
    if (sent.event === event) return sent.data;
  }
}

async function aSavedCart() {
  const lines = [
    { sku: 'MUG', quantity: 4 },
    { sku: 'TEE-M', quantity: 10 },
  ];
  const { id } = await desk.createOrder({ body: { customerId: shop.customerId, lines } });
  await desk.saveAsCart({ params: { id }, body: { name: 'Spring' } });
  const order = await desk.getOrder({ params: { id } });
  return { id, version: order.version, mug: order.lines[0]?.id ?? '' };
}

test('what staff change comes to the customer who looks at the cart, by the store’s name alone', async () => {
  const { id, mug, version } = await aSavedCart();
  const stream = await follow(dana, id);
  await desk.changeLine({ params: { id, lineId: mug }, body: { quantity: 6, noteInternal: 'margin is thin' } });
  const told = await nextOf(stream, 'change');
  expect(siteChange.parse(told)).toEqual({ orderId: id, version: version + 1, by: 'store', at: '2026-11-23T09:00:00.000Z' });
  await dana.client.changeSavedLine({ params: { id, lineId: mug }, body: { quantity: 7 } });
  expect(siteChange.parse(await nextOf(stream, 'change')).by).toBe('you');
});

test('somebody of the store who has it open is told of without a name; staff see the customer at checkout', async () => {
  const { id, mug } = await aSavedCart();
  await dana.client.activateSavedCart({ params: { id } });
  const stream = await follow(dana, id);
  await desk.showPresence({ params: { id }, body: { tabId: staffTab, lineId: mug } });
  const told = await nextOf(stream, 'presence');
  expect(sitePresence.parse(told).people).toEqual([{ tabId: staffTab, who: 'store', lineId: mug }]);
  expect(JSON.stringify(told)).not.toContain('Owner');
  const shown = await dana.client.showOwnPresence({ params: { id }, body: { tabId: tab, atCheckout: true } });
  expect(shown.people.map(({ who }) => who).toSorted()).toEqual(['store', 'you']);
  const { people } = await desk.showPresence({ params: { id }, body: { tabId: staffTab } });
  expect(people.map(({ name, atCheckout }) => [name, atCheckout])).toContainEqual(['Dana Fox', true]);
  await dana.client.endOwnPresence({ params: { id, tabId: tab } });
  const after = await desk.showPresence({ params: { id }, body: { tabId: staffTab } });
  expect(after.people).toHaveLength(1);
});

test('a cart that the store takes back is told of once more, and then no longer', async () => {
  const { id, mug } = await aSavedCart();
  const other = await aSavedCart();
  const stream = await follow(dana, `${id},${other.id}`);
  await desk.takeBack({ params: { id } });
  expect(siteChange.parse(await nextOf(stream, 'change')).orderId).toBe(id);
  await desk.changeLine({ params: { id, lineId: mug }, body: { quantity: 9 } });
  await desk.changeLine({ params: { id: other.id, lineId: other.mug }, body: { quantity: 9 } });
  expect(siteChange.parse(await nextOf(stream, 'change')).orderId).toBe(other.id);
});

test('a draft, another’s cart and a deleted one are not there to follow', async () => {
  const draft = await desk.createOrder({ body: { customerId: shop.customerId } });
  const gone = await aSavedCart();
  await dana.client.deleteSavedCart({ params: { id: gone.id } });
  const { id } = await aSavedCart();
  const guest = aVisitor(app);
  const statuses = [];
  for (const [visitor, order] of [
    [dana, draft.id],
    [dana, gone.id],
    [guest, id],
  ] as const) {
    const [followed, shown] = [
      await visitor.request('GET', eventsOf(order)),
      await visitor.request('PUT', `/api/site/v1/orders/${order}/presence`, { tabId: tab }),
    ];
    statuses.push(followed.status, shown.status);
  }
  expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
});

test('a guest follows their own cart', async () => {
  const guest = aVisitor(app);
  const { cart } = await guest.client.addCartLines({ body: { lines: [{ variantId: shop.variants.MUG ?? '', quantity: 2 }] } });
  const stream = await follow(guest, cart?.id ?? '');
  await desk.changeOrder({ params: { id: cart?.id ?? '' }, body: { noteInternal: 'a guest' } });
  expect(siteChange.parse(await nextOf(stream, 'change')).by).toBe('store');
});

test('a field that the store changed first is told with its value, by the store’s name', async () => {
  const { id, mug, version } = await aSavedCart();
  await desk.changeLine({ params: { id, lineId: mug }, body: { quantity: 44 } });
  const late = dana.client.changeSavedLine({ params: { id, lineId: mug }, body: { quantity: 99, basedOn: version } });
  const problem = await late.catch((error: unknown) => (error instanceof ApiProblem ? error.problem : null));
  expect(problem).toMatchObject({ code: 'order.conflict', conflicts: [{ value: 44 }] });
  const { account } = await dana.client.getSiteSession({});
  expect([(problem as ApiProblem['problem']).conflicts?.map(({ by }) => by)]).toEqual([[account.name]]);
});

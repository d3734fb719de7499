// Two people in one order: each is told what the other did, where they are, and loses nothing over a break.
import type { ChangeMessage, PresenceMessage } from '@backdesk/contract/live/schema.ts';
import { changeMessage, presenceMessage } from '@backdesk/contract/live/schema.ts';
import { afterEach, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { scopeTo } from '../../src/db/account-scope.ts';
import { openListener } from '../../src/db/live-channel.ts';
import { createHub, type Message } from '../../src/modules/live/hub.ts';
import { aShop } from '../support/a-shop.ts';
import { type Caller, createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readEvents } from '../support/read-events.ts';

type Told = { readonly id: string } & (
  | { readonly event: 'change'; readonly data: ChangeMessage }
  | { readonly event: 'presence'; readonly data: PresenceMessage }
);

let app: TestApp;
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  await app.close();
});

const tabs = ['0199aaaa-0000-7000-8000-000000000001', '0199aaaa-0000-7000-8000-000000000002'] as const;

/** Reads a stream of events, one at a time. */
async function follow(
  orders: string,
  { headers = {}, caller = app.owner, fetch = app.fetch }: { headers?: Record<string, string>; caller?: Caller; fetch?: TestApp['fetch'] } = {},
) {
  const response = await fetch(`/api/v1/events?orders=${orders}`, { headers: { ...caller.headers, ...headers } });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = readEvents(response);
  closers.push(reader.cancel);
  const next = async (): Promise<Told> => {
    const { id, event, data } = await reader.next();
    return event === 'change' ? { id, event, data: changeMessage.parse(data) } : { id, event: 'presence', data: presenceMessage.parse(data) };
  };
  const nextOf = async <Event extends Told['event']>(event: Event): Promise<Told & { readonly event: Event }> => {
    for (;;) {
      const told = await next();
      if (told.event === event) return told as Told & { readonly event: Event };
    }
  };
  return { change: () => nextOf('change'), presence: () => nextOf('presence') };
}

async function aDraft() {
  app = await createTestApp();
  const shop = await aShop(app);
  const { id } = await app.owner.client.createOrder({ body: { customerId: shop.customerId } });
  return { id, variantId: Object.values(shop.variants)[0] ?? '', customerId: shop.customerId };
}

test('who follows an order is told what somebody else did to it', async () => {
  const { id, variantId } = await aDraft();
  const stream = await follow(id);
  const { version } = await app.apiKey.client.addLines({ params: { id }, body: { variantId, quantity: 12 } });
  const { data, id: cursor } = await stream.change();
  expect(data).toMatchObject({ orderId: id, version, by: { name: 'Key of owner' }, at: '2026-11-23T09:00:00.000Z', types: ['line.added'] });
  expect(cursor).toBe(`${id}:${version}.0`);
});

test('who has a draft open hears of a customization that is renamed, goes away or comes back, and of another rule of the product', async () => {
  const { customerId } = await aDraft();
  const { client } = app.owner;
  const product = await client.createProduct({
    body: { code: 'BTL', name: 'Bottle', variants: [{ sku: 'BTL', prices: [{ quantity: 1, extendedPrice: '10' }] }] },
  });
  const lid = { kind: 'choice' as const, name: 'Lid', values: [{ name: 'Sports' }, { name: 'Cork' }] };
  const set = (options: readonly unknown[]) => client.setConfiguration({ params: { id: product.id }, body: { options: options as never } });
  const [option] = (await set([lid])).configurationOptions;
  const [sports] = option?.kind === 'choice' ? option.values : [];
  if (option?.kind !== 'choice' || sports === undefined) throw new Error('no lid');
  const { id } = await client.createOrder({ body: { customerId, lines: [{ sku: 'BTL', quantity: 12, configuration: { [option.id]: sports.id } }] } });
  const stream = await follow(id);
  const told = async (change: () => Promise<unknown>) => {
    await change();
    await app.runJobs();
    const { data } = await stream.change();
    const { lines, version } = await client.getOrder({ params: { id } });
    expect(data).toMatchObject({ version, by: { name: 'Backdesk' } });
    return [data.types, lines[0]?.answers.map(({ name, value, state }) => `${name} ${value} ${state}`)];
  };
  const renamed = [{ ...option, name: 'Cap', values: option.values.map((value) => (value === sports ? { ...value, name: 'Sport' } : value)) }];
  expect(await told(() => set(renamed))).toEqual([['line.answer_moved'], ['Cap Sport answered']]);
  expect(await told(() => set([]))).toEqual([['line.answer_moved'], ['Cap Sport gone']]);
  expect(await told(() => set(renamed))).toEqual([['line.answer_moved'], ['Cap Sport answered']]);
  const rule = { params: { id: product.variants[0]?.id ?? '' }, body: { maxQuantity: 100 } };
  expect(await told(() => client.changeVariant(rule))).toEqual([['order.brought_up_to_date'], ['Cap Sport answered']]);
});

test('what happened during a break is told afterwards, once each and in order', async () => {
  const { id, customerId } = await aDraft();
  const other = (await app.owner.client.createOrder({ body: { customerId } })).id;
  const before = await follow(`${id},${other}`);
  await app.apiKey.client.changeOrder({ params: { id }, body: { name: 'One' } });
  const { id: cursor } = await before.change();
  await app.apiKey.client.changeOrder({ params: { id }, body: { name: 'Two' } });
  await app.apiKey.client.changeOrder({ params: { id: other }, body: { name: 'Other' } });
  await app.apiKey.client.changeOrder({ params: { id }, body: { name: 'Three' } });
  const after = await follow(`${id},${other}`, { headers: { 'last-event-id': cursor } });
  const told = [await after.change(), await after.change(), await after.change()].map(
    ({ data }) => `${data.orderId === id ? 'this' : 'other'} ${data.version}`,
  );
  expect(told.toSorted()).toEqual(['other 2', 'this 3', 'this 4']);
  expect(told.indexOf('this 3')).toBeLessThan(told.indexOf('this 4'));
});

test('who comes while others are being told starts from their own place', async () => {
  const { id } = await aDraft();
  const rename = (name: string) => app.apiKey.client.changeOrder({ params: { id }, body: { name } });
  await rename('One');
  await rename('Two');
  // Answers of the database wait behind a gate.
  const gate = Promise.withResolvers<void>();
  let isHeld = false;
  const asked = Promise.withResolvers<void>();
  const db = app.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (isHeld) {
        asked.resolve();
        await gate.promise;
      }
      return result;
    },
  });
  let heard: (accountId: string, orderId: string) => void = () => undefined;
  const listen = (hear: typeof heard) => {
    heard = hear;
    return { close: async () => undefined };
  };
  const hub = createHub({ db, now: app.clock.now, listen, onError: console.error, sweepMs: 1_000_000 });
  closers.push(hub.close);
  const followFrom = (version: number) => {
    const told: number[] = [];
    const tell = (message: Message) => {
      if (message.event === 'change') told.push(message.data.version);
      return true;
    };
    hub.follow(scopeTo(app.accountId), [{ orderId: id, version, index: 0 }], { tell, end: () => undefined });
    return told;
  };
  const first = followFrom(3);
  await rename('Three');
  isHeld = true;
  heard(app.accountId, id);
  await asked.promise;
  const late = followFrom(1);
  isHeld = false;
  gate.resolve();
  await expect.poll(() => late).toEqual([2, 3, 4]);
  expect(first).toEqual([4]);
});

test('another process is told too, and by looking again when nothing was announced', async () => {
  const { id } = await aDraft();
  const processes = [
    // One hears of it, the other is deaf and looks again.
    createHub({ db: app.db, now: app.clock.now, listen: (heard) => openListener(app.databaseUrl, heard), onError: console.error, sweepMs: 1_000_000 }),
    createHub({ db: app.db, now: app.clock.now, listen: () => ({ close: async () => undefined }), onError: console.error, sweepMs: 30 }),
  ];
  for (const hub of processes) {
    closers.push(hub.close);
    const second = createApp({ services: app.services, hub, isReady: async () => true, serveFace: () => undefined });
    const stream = await follow(id, { fetch: async (path, init) => second.request(new URL(path, app.url).href, init) });
    // Somebody is there as soon as the connection listens.
    await app.apiKey.client.changeOrder({ params: { id }, body: { name: `For ${processes.indexOf(hub)}` } });
    const announcing = setInterval(() => app.services.announce(app.accountId, id), 50);
    const { data } = await stream.change().finally(() => clearInterval(announcing));
    expect(data.types).toEqual(['order.renamed']);
  }
});

test('all see who has the order open, in which line, and that they have left', async () => {
  const { id, variantId } = await aDraft();
  const { changedLines } = await app.owner.client.addLines({ params: { id }, body: { variantId, quantity: 12 } });
  const lineId = changedLines[0]?.id ?? '';
  const colleague = await app.person('dana@shop.example', ['sales']);
  const stream = await follow(id);
  const mine = await app.owner.client.showPresence({ params: { id }, body: { tabId: tabs[0] } });
  expect(mine.people.map(({ name, lineId: line }) => [name, line])).toEqual([['Owner of main', null]]);
  await stream.presence();
  await colleague.client.showPresence({ params: { id }, body: { tabId: tabs[1], lineId } });
  expect((await stream.presence()).data.people).toEqual([
    { tabId: tabs[0], person: expect.stringMatching(/^staff:/), name: 'Owner of main', lineId: null, atCheckout: false },
    { tabId: tabs[1], person: `staff:${colleague.staffId}`, name: 'dana', lineId, atCheckout: false },
  ]);
  // Nobody can send another's tab away.
  await app.owner.client.endPresence({ params: { id, tabId: tabs[1] } });
  await colleague.client.endPresence({ params: { id, tabId: tabs[1] } });
  expect((await stream.presence()).data.people.map(({ name }) => name)).toEqual(['Owner of main']);
  app.clock.advance({ seconds: 15 });
  app.services.announce(app.accountId, id);
  expect((await stream.presence()).data.people).toEqual([]);
});

test('who opens the stream is there by that; one that is resumed says nothing of it', async () => {
  const { id } = await aDraft();
  const colleague = await app.person('dana@shop.example', ['sales']);
  const watching = await follow(id);
  const here = `${id}&here=${id}:${tabs[1]},0199aaaa-0000-7000-8000-00000000dead:${tabs[1]}`;
  await follow(here, { caller: colleague });
  expect((await watching.presence()).data.people.map(({ tabId, name, lineId }) => [tabId, name, lineId])).toEqual([[tabs[1], 'dana', null]]);
  await colleague.client.endPresence({ params: { id, tabId: tabs[1] } });
  expect((await watching.presence()).data.people).toEqual([]);
  await follow(here, { caller: colleague, headers: { 'last-event-id': `${id}:1.0` } });
  const { people } = await app.owner.client.showPresence({ params: { id }, body: { tabId: tabs[0] } });
  expect(people.map(({ tabId }) => tabId)).toEqual([tabs[0]]);
});

test("nobody is in another account's order by opening a stream", async () => {
  const { id } = await aDraft();
  const stream = await follow(id);
  expect((await app.stranger.request('GET', `/api/v1/events?orders=${id}&here=${id}:${tabs[1]}`)).status).toBe(404);
  await app.owner.client.showPresence({ params: { id }, body: { tabId: tabs[0] } });
  expect((await stream.presence()).data.people.map(({ tabId }) => tabId)).toEqual([tabs[0]]);
});

test("another account's order is not there, and is told to nobody else", async () => {
  const { id } = await aDraft();
  const response = await app.stranger.request('GET', `/api/v1/events?orders=${id}`);
  expect(response.status).toBe(404);
  expect((await app.owner.request('GET', '/api/v1/events?orders=no-id')).status).toBe(422);
  expect((await app.owner.request('GET', `/api/v1/events?orders=${id}&cursor=nonsense`)).status).toBe(422);
});

test('one person cannot hold the server with streams', async () => {
  const { id } = await aDraft();
  const open: Response[] = [];
  closers.push(() => Promise.all(open.map((response) => response.body?.cancel())));
  for (let count = 0; count < 50; count += 1) open.push(await app.owner.request('GET', `/api/v1/events?orders=${id}`));
  expect(open.map(({ status }) => status)).toEqual(new Array(50).fill(200));
  expect((await app.owner.request('GET', `/api/v1/events?orders=${id}`)).status).toBe(429);
  await open.pop()?.body?.cancel();
  const again = await app.owner.request('GET', `/api/v1/events?orders=${id}`);
  open.push(again);
  expect(again.status).toBe(200);
});

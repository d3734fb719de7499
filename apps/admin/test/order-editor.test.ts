import { createClient } from '@backdesk/contract/client.ts';
import type { ShippingRateOffer } from '@backdesk/contract/order/checkout.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { createTogether } from '@backdesk/contract/together.ts';
import { memoryStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import type { OrderOp } from '@backdesk/ordering/editing/order-op.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { deskServer } from '@backdesk/ordering/editing/send-op.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aHit, anOrder, aShippedOrder, fakeDesk, orderId } from './fake-desk.ts';

const tee = aHit('TEE', 'Heavy tee', [
  [1, '10.00'],
  [24, '180.00'],
]);
const mug = aHit('MUG', 'Mug 11 oz', [[1, '4.10']]);
const teeLine = '01900000-0000-7000-8000-0000000000d1';
const mugLine = '01900000-0000-7000-8000-0000000000d2';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** One op a request, as the site sends; or what is ready together, as the desk does. */
const ways = ['one by one', 'together'] as const;
type Way = (typeof ways)[number];

function serverOf(desk: ReturnType<typeof fakeDesk>, way: Way) {
  const api = createClient(routes, { fetch: desk.fetch });
  return deskServer(api, orderId, way === 'together' ? { together: createTogether(routes, { fetch: desk.fetch }) } : undefined);
}

function aDeskOf(way: Way) {
  const desk = fakeDesk(anOrder([previewLine(tee, 20, teeLine), previewLine(mug, 12, mugLine)]), [tee, mug]);
  const browser: Parameters<typeof memoryStorage>[0] = new Map();
  // Each is a tab of one browser.
  const open = () => createOrderEditor({ server: serverOf(desk, way), storage: memoryStorage(browser), order: desk.order() });
  return { desk, open };
}

function quantityOf(lineId: string, quantity: number): OrderOp {
  return { kind: 'change_line', lineId, patch: { quantity }, by: 'Jonas Berg' };
}

const writes = (desk: ReturnType<typeof fakeDesk>) => desk.calls.filter((call) => call.method !== 'GET');

describe.each(ways)('editing an order, sent %s', (way) => {
  const aDesk = () => aDeskOf(way);

  test('shows an edit and its totals at once, and ends with what the server says', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    editor.dispatch(quantityOf(teeLine, 24));
    // 24 × 7.50 = 180.00 and 12 × 4.10 = 49.20
    expect(editor.getState().shown.totals.items.amount).toBe(22_920);
    expect(editor.getState().saving).toBe('saving');
    await editor.settled();
    expect(editor.getState().confirmed).toEqual(desk.order());
    expect(editor.getState().shown.totals.items.amount).toBe(22_920);
    expect(editor.getState().saving).toBe('saved');
  });

  test('what the server confirms as it was shown is not drawn again', async () => {
    const { open } = aDesk();
    const editor = open();
    editor.dispatch(quantityOf(teeLine, 24));
    const typed = editor.getState().shown.lines;
    await editor.settled();
    for (const [at, line] of editor.getState().shown.lines.entries()) expect(line).toBe(typed[at]);
    editor.dispatch(quantityOf(mugLine, 13));
    expect(editor.getState().shown.lines[0]).toBe(typed[0]);
    expect(editor.getState().shown.lines[1]).not.toBe(typed[1]);
    await editor.settled();
  });

  test('typing on in a field is one write, after a rest or when the field is left', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    for (const quantity of [1, 12, 120]) editor.dispatch(quantityOf(teeLine, quantity), { isTyping: true });
    await vi.advanceTimersByTimeAsync(500);
    expect(writes(desk)).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(writes(desk).map((call) => call.body)).toEqual([{ basedOn: 5, quantity: 120 }]);
    editor.dispatch(quantityOf(mugLine, 5), { isTyping: true });
    editor.flush();
    await editor.settled();
    expect(writes(desk)).toHaveLength(2);
  });

  test('a value typed back to what stands there writes nothing', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    editor.dispatch(quantityOf(teeLine, 24), { isTyping: true });
    editor.dispatch(quantityOf(teeLine, 20), { isTyping: true });
    await editor.settled();
    expect(writes(desk)).toHaveLength(0);
    expect(editor.getState().pending).toEqual([]);
  });

  test('a server that cannot take it now is not called offline; the change is kept and sent when it can', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    desk.world.isDown = true;
    editor.dispatch(quantityOf(teeLine, 24));
    await vi.advanceTimersByTimeAsync(1500);
    expect(editor.getState()).toMatchObject({ saving: 'unavailable', pending: [{ op: quantityOf(teeLine, 24) }] });
    desk.world.isDown = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(editor.getState().saving).toBe('saved');
    expect(desk.order().lines[0]?.quantity).toBe(24);
  });

  test('after an outage of two minutes it is saved within five seconds', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    desk.world.isDown = true;
    editor.dispatch(quantityOf(teeLine, 24));
    await vi.advanceTimersByTimeAsync(120_000);
    desk.world.isDown = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(editor.getState().saving).toBe('saved');
    expect(desk.order().lines[0]?.quantity).toBe(24);
  });

  test('offline, everything typed is kept over a reload and sent in the order it was made', async () => {
    const { desk, open } = aDesk();
    const before = open();
    desk.world.isOffline = true;
    before.dispatch(quantityOf(teeLine, 24));
    before.dispatch({ kind: 'change_order', patch: { noteCustomer: 'Reds of one dye lot' } });
    before.dispatch(quantityOf(mugLine, 7));
    await vi.advanceTimersByTimeAsync(5000);
    expect(before.getState().saving).toBe('offline');
    expect(before.getState().pending).toHaveLength(3);
    // The tab is closed; another one opens while the server is back.
    desk.world.isOffline = false;
    const after = open();
    await after.resume();
    expect(after.getState().shown.lines.map((line) => line.quantity)).toEqual([24, 7]);
    await after.settled();
    expect(writes(desk).map(({ body: { basedOn: _, ...rest } }) => rest)).toEqual([{ quantity: 24 }, { noteCustomer: 'Reds of one dye lot' }, { quantity: 7 }]);
    expect(after.getState().confirmed).toEqual(desk.order());
  });

  test('what is typed while somebody else’s change is read stays, and is sent', async () => {
    const { desk } = aDesk();
    const server = deskServer(createClient(routes, { fetch: desk.fetch }), orderId);
    const note: OrderOp = { kind: 'change_order', patch: { noteCustomer: 'Reds of one dye lot' } };
    const editor = createOrderEditor({
      server: {
        ...server,
        read: () => {
          editor.dispatch(note);
          return server.read();
        },
      },
      storage: memoryStorage(),
      order: desk.order(),
    });
    // Somebody wrote in between, so the answer is not enough: the whole order is read.
    desk.byAna(mugLine, { quantity: 99 });
    editor.dispatch(quantityOf(teeLine, 30));
    await editor.settled();
    expect(desk.order()).toMatchObject({ noteCustomer: 'Reds of one dye lot', lines: [{ quantity: 30 }, { quantity: 99 }] });
  });

  test('what a closed tab left is taken up by the one that is open when the network is back, behind what is on its way', async () => {
    const { desk, open } = aDesk();
    const [stays, goes] = [open(), open()];
    desk.world.isOffline = true;
    stays.dispatch(quantityOf(teeLine, 24));
    goes.dispatch(quantityOf(mugLine, 7));
    await vi.advanceTimersByTimeAsync(100);
    desk.world.isOffline = false;
    stays.retryNow();
    await stays.settled();
    await vi.advanceTimersByTimeAsync(100);
    expect(desk.order().lines.map((line) => line.quantity)).toEqual([24, 7]);
    expect(stays.getState().pending).toEqual([]);
    // Nothing is left to be taken a second time.
    const next = open();
    await next.resume();
    expect(next.getState().pending).toEqual([]);
  });

  test('what is entrusted waits for no server that cannot be reached, and is told of with all that is unsent when it is refused later', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    expect(await editor.entrust(quantityOf(teeLine, 24))).toMatchObject({ ok: true });
    desk.world.isOffline = true;
    const told = editor.entrust(quantityOf(mugLine, 5_000_000));
    await vi.advanceTimersByTimeAsync(100);
    expect(await told).toBe('kept');
    desk.world.isOffline = false;
    desk.world.refuse = () => ({ status: 422, body: { type: '', title: 'Too many', status: 422, code: 'line.over_maximum', requestId: 'r' } });
    editor.retryNow();
    await editor.settled();
    expect(editor.getState().rejections.map(({ problem }) => problem.code)).toEqual(['line.over_maximum']);
  });

  test('a write whose answer was lost is asked again with its key and done once', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    desk.world.losesAnswers = 2;
    const id = '01900000-0000-7000-8000-0000000000d3';
    editor.dispatch({ kind: 'add_line', request: { variantId: mug.id, quantity: 3, lineId: id }, preview: previewLine(mug, 3, id), asNewLine: false });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(new Set(writes(desk).map((call) => call.key)).size).toBe(1);
    expect(desk.order().lines.map((line) => line.quantity)).toEqual([20, 15]);
    expect(editor.getState().shown.lines.map((line) => line.quantity)).toEqual([20, 15]);
    expect(editor.getState().saving).toBe('saved');
  });

  test('two people at one field: theirs shows, ours is kept beside it, and keeping ours wins knowingly', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    desk.byAna(teeLine, { quantity: 36 });
    editor.dispatch(quantityOf(teeLine, 30));
    await editor.settled();
    const [conflict] = editor.getState().conflicts;
    expect(conflict?.fields).toEqual([{ field: 'quantity', value: 36, by: 'Ana Reyes', at: '2026-11-23T10:12:00Z', version: 6 }]);
    expect(editor.getState().shown.lines[0]?.quantity).toBe(36);
    if (conflict === undefined) throw new Error('no conflict');
    editor.keepMine(conflict);
    await editor.settled();
    expect(desk.order().lines[0]?.quantity).toBe(30);
    expect(editor.getState().conflicts).toEqual([]);
  });

  test('two people at different fields: both stay', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    desk.byAna(mugLine, { quantity: 99 });
    editor.dispatch(quantityOf(teeLine, 30));
    await editor.settled();
    expect(editor.getState().shown.lines.map((line) => line.quantity)).toEqual([30, 99]);
    expect(editor.getState().conflicts).toEqual([]);
  });

  test('a second edit made before the first was answered is no conflict with oneself', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    editor.dispatch(quantityOf(teeLine, 30));
    while (writes(desk).length === 0) await Promise.resolve();
    editor.dispatch(quantityOf(teeLine, 31));
    await editor.settled();
    expect(writes(desk).map((call) => call.body)).toEqual([
      { basedOn: 5, quantity: 30 },
      { basedOn: 6, quantity: 31 },
    ]);
    expect(desk.order().lines[0]?.quantity).toBe(31);
  });

  test('what the server refuses is taken back, said, and kept; what follows goes on', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    desk.world.refuse = (call) =>
      call.body.quantity === 5_000_000
        ? {
            status: 422,
            body: {
              type: '',
              title: 'Too many',
              status: 422,
              code: 'line.over_maximum',
              requestId: 'r',
              refusals: [{ code: 'line.over_maximum', detail: { maximum: 1200 } }],
            },
          }
        : null;
    editor.dispatch(quantityOf(teeLine, 5_000_000));
    editor.dispatch(quantityOf(mugLine, 7));
    await editor.settled();
    expect(editor.getState().shown.lines.map((line) => line.quantity)).toEqual([20, 7]);
    expect(editor.getState().rejections.map(({ queued, problem }) => [queued.op, problem.code])).toEqual([
      [quantityOf(teeLine, 5_000_000), 'line.over_maximum'],
    ]);
  });

  test('a chosen shipping method is not counted while what ships differs, and counts again when it is changed back', async () => {
    const desk = fakeDesk(aShippedOrder([previewLine(tee, 10, teeLine)]), [tee]);
    const editor = createOrderEditor({
      server: serverOf(desk, way),
      storage: memoryStorage(),
      order: desk.order(),
    });
    const steps = () => editor.getState().shown.checkout.steps.map((step) => step.state);
    expect([steps(), editor.getState().shown.totals.shipping]).toEqual([['done', 'done', 'done', 'done'], { amount: 980, currency: 'USD' }]);
    editor.dispatch(quantityOf(teeLine, 20), { isTyping: true });
    // The desk has not been asked yet: 20 × 200 g are over 2.5 kg, which is 12.40 by the same rate.
    expect(editor.getState().shown.totals).toMatchObject({ shipping: null, open: ['shipping'] });
    expect(editor.getState().shown.checkout.steps[1]).toMatchObject({ state: 'stale', offer: { was: { amount: 980 }, now: { amount: 1240 } } });
    expect(editor.getState().shown.blockers.map(({ code }) => code)).toContain('shipping.method_stale');
    editor.dispatch(quantityOf(teeLine, 10), { isTyping: true });
    expect([steps(), editor.getState().shown.totals.shipping]).toEqual([['done', 'done', 'done', 'done'], { amount: 980, currency: 'USD' }]);
    expect(editor.getState().shown.id).toBe(orderId);
  });

  test('the last change is taken back: unsent without a word to the server, else by its version, a list of lines as one', async () => {
    const { desk, open } = aDesk();
    const editor = open();
    const before = desk.order().lines;
    editor.dispatch(quantityOf(mugLine, 7), { isTyping: true });
    expect(await editor.undoLast()).toBe(true);
    expect([editor.getState().shown.lines[1]?.quantity, writes(desk).length]).toEqual([12, 0]);
    const added = [tee, mug].map((hit, at) => {
      const lineId = `01900000-0000-7000-8000-0000000000e${at}`;
      return { request: { variantId: hit.id, quantity: 3, lineId }, preview: { ...previewLine(hit, 3, lineId), noteInternal: 'apart' } };
    });
    await editor.perform({ kind: 'add_lines', added });
    expect(editor.getState().shown.lines).toHaveLength(4);
    expect(await editor.undoLast()).toBe(true);
    await editor.settled();
    expect(writes(desk).at(-1)).toMatchObject({ path: `/api/v1/orders/${orderId}/undo`, body: { version: 6 } });
    expect(editor.getState().shown.lines.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    // What was undone is not undone again.
    expect(await editor.undoLast()).toBe(false);
  });

  test('a price by hand moves a rate by items total at once; the new price taken in the same breath holds on the new sum', async () => {
    const terms: ShippingRateOffer['terms'] = {
      kind: 'by_items',
      tiers: [
        { upToAmount: 10_000, amount: 980 },
        { upToAmount: null, amount: 1500 },
      ],
      freeOverAmount: null,
    };
    const desk = fakeDesk(aShippedOrder([previewLine(tee, 10, teeLine)], terms), [tee]);
    const [shipment] = desk.order().shipping.shipments;
    const shipmentId = shipment?.id ?? '';
    desk.world.rates = [
      {
        shipmentId,
        rateId: 'ground',
        name: 'Ground',
        transit: '',
        amount: { amount: 1500, currency: 'USD' },
        terms,
        chosen: true,
        was: { amount: 980, currency: 'USD' },
      },
    ];
    const editor = createOrderEditor({
      server: serverOf(desk, way),
      storage: memoryStorage(),
      order: desk.order(),
    });
    editor.dispatch({ kind: 'change_line', lineId: teeLine, patch: { override: { unitPrice: '12.00', reason: 'Rush' } }, by: 'Jonas Berg' });
    // Nobody was asked yet: 10 × 12.00 = 120.00 are over the 100.00 up to which it was 9.80. 8.875 % of 120.00 is 10.65.
    expect(editor.getState().shown.checkout.steps[1]).toMatchObject({ state: 'stale', offer: { was: { amount: 980 }, now: { amount: 1500 } } });
    expect(editor.getState().shown.totals).toMatchObject({ items: { amount: 12_000 }, shipping: null, total: { amount: 13_065 }, open: ['shipping'] });
    editor.dispatch({ kind: 'set_shipping_method', shipmentId, rateId: 'ground', name: 'Ground', amount: 1500, terms });
    const taken = { shipping: { amount: 1500 }, total: { amount: 14_565 }, open: [] };
    expect(editor.getState().shown.checkout.steps[1]).toMatchObject({ state: 'done' });
    expect(editor.getState().shown.totals).toMatchObject(taken);
    await editor.settled();
    expect(editor.getState().confirmed.totals).toMatchObject(taken);
  });
});

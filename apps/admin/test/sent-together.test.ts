// What is ready at once leaves in one request, and each change stays what it would have been alone: its own key, version and undo.
import { type Client, createClient } from '@backdesk/contract/client.ts';
import { type Routes, routes } from '@backdesk/contract/routes.ts';
import { createTogether } from '@backdesk/contract/together.ts';
import { memoryStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import type { OrderOp } from '@backdesk/ordering/editing/order-op.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { deskServer } from '@backdesk/ordering/editing/send-op.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aHit, anOrder, fakeDesk, orderId } from './fake-desk.ts';

const tee = aHit('TEE', 'Heavy tee', [[1, '10.00']]);
const mug = aHit('MUG', 'Mug 11 oz', [[1, '4.10']]);
const [teeLine, mugLine, newLine] = ['d1', 'd2', 'd3'].map((end) => `01900000-0000-7000-8000-0000000000${end}`) as [string, string, string];
const tooMany = { status: 422, body: { type: '', title: 'Too many', status: 422, code: 'line.over_maximum', requestId: 'r' } };

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

function aDesk() {
  const desk = fakeDesk(anOrder([previewLine(tee, 20, teeLine), previewLine(mug, 12, mugLine)]), [tee, mug]);
  const read: unknown[] = [];
  const server = deskServer<Client<Routes>>(createClient(routes, { fetch: desk.fetch }), orderId, {
    together: createTogether(routes, { fetch: desk.fetch }),
    along: (api, run) =>
      run.some(({ op }) => op.kind === 'add_line') ? [api.listShippingRates({ params: { id: orderId } }).then((rates) => read.push(rates))] : [],
  });
  const editor = createOrderEditor({ server, storage: memoryStorage(), order: desk.order() });
  return { desk, editor, read };
}

const quantityOf = (lineId: string, quantity: number): OrderOp => ({ kind: 'change_line', lineId, patch: { quantity }, by: 'Jonas Berg' });
const addTee: OrderOp = {
  kind: 'add_line',
  request: { variantId: tee.id, quantity: 3, lineId: newLine, asNewLine: true },
  preview: previewLine(tee, 3, newLine),
  asNewLine: true,
};
const writes = (desk: ReturnType<typeof fakeDesk>) => desk.calls.filter(({ method }) => method !== 'GET');

test('changes of one moment are one request, each a version of its own, and undone one by one', async () => {
  const { desk, editor } = aDesk();
  editor.dispatch(quantityOf(teeLine, 24));
  editor.dispatch(quantityOf(mugLine, 7));
  editor.dispatch({ kind: 'change_order', patch: { name: 'Autumn' } });
  await editor.settled();
  expect([desk.requests(), desk.order().version]).toEqual([1, 8]);
  expect(new Set(writes(desk).map(({ key }) => key)).size).toBe(3);
  expect(editor.getState().confirmed).toEqual(desk.order());
  await editor.undoLast();
  await editor.settled();
  expect(writes(desk).at(-1)?.body).toEqual({ version: 8 });
});

test('what is done while a request is on its way goes with the next, in one', async () => {
  const { desk, editor } = aDesk();
  editor.dispatch(quantityOf(teeLine, 24));
  while (writes(desk).length === 0) await Promise.resolve();
  editor.dispatch(quantityOf(mugLine, 7));
  editor.dispatch(addTee);
  await editor.settled();
  expect([desk.requests(), writes(desk).length]).toEqual([2, 3]);
  expect(desk.order().lines.map(({ quantity }) => quantity)).toEqual([24, 7, 3]);
});

test('a field that is set again waits for the version of the first; a word that is still typed for its rest', async () => {
  const { desk, editor } = aDesk();
  editor.dispatch({ kind: 'set_codes', codes: ['A'] });
  editor.dispatch({ kind: 'set_codes', codes: ['A', 'B'] });
  editor.dispatch(quantityOf(mugLine, 7), { isTyping: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(writes(desk).map(({ body }) => body.codes)).toEqual([['A']]);
  await vi.advanceTimersByTimeAsync(600);
  await editor.settled();
  expect(writes(desk).map(({ body }) => body.codes ?? body.quantity)).toEqual([['A'], ['A', 'B'], 7]);
});

test('one that is refused is told of; those behind it were not made, and are sent then', async () => {
  const { desk, editor } = aDesk();
  desk.world.refuse = ({ body }) => (body.quantity === 5_000_000 ? tooMany : null);
  editor.dispatch(quantityOf(teeLine, 5_000_000));
  editor.dispatch(quantityOf(mugLine, 7));
  await editor.settled();
  expect(editor.getState().rejections.map(({ problem }) => problem.code)).toEqual(['line.over_maximum']);
  expect(writes(desk).map(({ body }) => body.quantity)).toEqual([5_000_000, 7]);
  expect(desk.order().lines.map(({ quantity }) => quantity)).toEqual([20, 7]);
});

test('two people at one field of several: theirs shows, ours stands beside it, the others are saved', async () => {
  const { desk, editor } = aDesk();
  desk.byAna(teeLine, { quantity: 40 });
  editor.dispatch({ kind: 'change_order', patch: { name: 'Autumn' } });
  editor.dispatch(quantityOf(teeLine, 24));
  editor.dispatch(quantityOf(mugLine, 7));
  await editor.settled();
  const { shown, conflicts } = editor.getState();
  expect([shown.name, ...shown.lines.map(({ quantity }) => quantity)]).toEqual(['Autumn', 40, 7]);
  expect(conflicts.map(({ queued }) => queued.op)).toEqual([quantityOf(teeLine, 24)]);
});

test('a lost answer is asked for again, each under its key: nothing is done twice', async () => {
  const { desk, editor } = aDesk();
  desk.world.losesAnswers = 1;
  editor.dispatch(addTee);
  editor.dispatch(quantityOf(mugLine, 7));
  await vi.advanceTimersByTimeAsync(0);
  expect(editor.getState()).toMatchObject({ saving: 'offline', pending: [{ tries: 1 }, { tries: 1 }] });
  await vi.advanceTimersByTimeAsync(1_000);
  await editor.settled();
  expect([desk.requests(), desk.order().version]).toEqual([2, 7]);
  expect(editor.getState().confirmed).toEqual(desk.order());
});

test('a request that is refused whole is made one by one: what is wrong is told of where it is', async () => {
  const { desk, editor } = aDesk();
  const whole = desk.fetch;
  const server = deskServer(createClient(routes, { fetch: whole }), orderId, {
    together: createTogether(routes, {
      // As the door answers a body with half a character in it, or one that is too large.
      fetch: async (input, init) =>
        String(input).endsWith('/calls') ? new Response(JSON.stringify({ ...tooMany.body, code: 'request.invalid' }), { status: 422 }) : whole(input, init),
    }),
  });
  const other = createOrderEditor({ server, storage: memoryStorage(), order: desk.order() });
  desk.world.refuse = ({ body }) => (body.name === 'half' ? tooMany : null);
  other.dispatch(quantityOf(mugLine, 7));
  other.dispatch({ kind: 'change_order', patch: { name: 'half' } });
  other.dispatch(quantityOf(teeLine, 24));
  await other.settled();
  expect(other.getState().rejections.map(({ queued }) => queued.op.kind)).toEqual(['change_order']);
  expect(desk.order().lines.map(({ quantity }) => quantity)).toEqual([24, 7]);
  expect(editor.getState().pending).toEqual([]);
});

test('what is read along is there when the change is saved, and its refusal holds nothing back', async () => {
  const { desk, editor, read } = aDesk();
  const seen: number[] = [];
  editor.subscribe(() => void (editor.getState().confirmed.version > 5 && seen.push(read.length)));
  editor.dispatch(addTee);
  await editor.settled();
  expect([desk.requests(), desk.calls.map(({ method }) => method)]).toEqual([1, ['POST', 'GET']]);
  expect(seen[0]).toBe(1);
  desk.world.refuse = ({ method }) => (method === 'GET' ? tooMany : null);
  editor.dispatch({ ...addTee, request: { variantId: mug.id, quantity: 1 }, preview: previewLine(mug, 1, '01900000-0000-7000-8000-0000000000d4') });
  await editor.settled();
  expect([editor.getState().saving, editor.getState().rejections]).toEqual(['saved', []]);
});

import type { ChangeMessage } from '@backdesk/contract/live/schema.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OrderEditor } from '../editing/order-editor.ts';
import { followOrder } from './follow-order.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An editor of version 5 that waits for an answer, and a stream that tells of what happens. */
function open(isAwaiting: boolean) {
  let version = 5;
  let awaiting = isAwaiting;
  const listeners = new Set<() => void>();
  let tell: (message: { event: 'change'; data: ChangeMessage }) => void = () => undefined;
  const reads: number[] = [];
  const order = () => ({ id: 'order', version, lines: [] }) as unknown as Order;
  const editor = {
    getState: () => ({ confirmed: order() }),
    isAwaiting: () => awaiting,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive: (read: Order) => {
      version = read.version;
    },
  } as unknown as OrderEditor;
  followOrder({
    stream: {
      follow: (_id, _version, listener) => {
        tell = listener;
        return () => undefined;
      },
    },
    api: {
      getOrder: async () => {
        reads.push(version);
        return { ...order(), version: version + 1 };
      },
    },
    editor,
    ...{ tabId: 'tab', person: 'staff:me', onPeople: () => undefined, onOthers: () => undefined, onLost: () => undefined },
  });
  const answer = (now: number) => {
    version = now;
    awaiting = false;
    for (const listener of [...listeners]) listener();
  };
  const change = (now: number) =>
    tell({ event: 'change', data: { orderId: 'order', version: now, by: { person: 'staff:me', name: 'Me' }, at: '', types: [] } });
  return { reads, answer, change };
}

test('what is told of our own change is not read: its answer says it', async () => {
  const { reads, answer, change } = open(true);
  change(6);
  await vi.advanceTimersByTimeAsync(500);
  answer(6);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reads).toEqual([]);
});

test('what the answer does not hold is read after it', async () => {
  const { reads, answer, change } = open(true);
  change(6);
  answer(5);
  await vi.advanceTimersByTimeAsync(0);
  expect(reads).toEqual([5]);
});

test('an answer that does not come is not waited for', async () => {
  const { reads, change } = open(true);
  change(6);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(reads).toEqual([5]);
});

test('with nothing on its way it is read at once', async () => {
  const { reads, change } = open(false);
  change(6);
  await vi.advanceTimersByTimeAsync(0);
  expect(reads).toEqual([5]);
});

// What is on its way into the cart is whose it is: it waits for them, and never goes to who signs in next.
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { addingOp, openAdding } from '../src/site/lib/adding.ts';
import { openCarts } from '../src/site/lib/open-carts.ts';
import { sessionQuery } from '../src/site/lib/session.tsx';
import { guest } from './fake-store.tsx';

afterEach(async () => {
  await openCarts.forget();
  vi.unstubAllGlobals();
});

const ann = { name: 'Ann', email: 'ann@customer.example', phone: '', company: '' };
const ben = { ...ann, name: 'Ben', email: 'ben@customer.example' };

function aStore(): { readonly queries: QueryClient; readonly sent: string[]; readonly signIn: (customer: typeof ann | null) => void } {
  const sent: string[] = [];
  const queries = new QueryClient();
  vi.stubGlobal('fetch', async (input: string) => {
    sent.push(new URL(String(input), 'http://site').pathname);
    throw new TypeError('Failed to fetch');
  });
  return { queries, sent, signIn: (customer) => queries.setQueryData(sessionQuery().queryKey, { ...guest, customer }) };
}

const nothing = addingOp({ id: 'p', name: 'Mug', code: 'MUG', currency: 'USD', configurationOptions: [] } as never, []);
const online = () => window.dispatchEvent(new Event('online'));

test('what a customer could not send waits for them while somebody else is here', async () => {
  const { queries, sent, signIn } = aStore();
  signIn(ann);
  const anns = openAdding(queries, guest.account, ann);
  anns.dispatch(nothing);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  await vi.waitFor(() => expect(anns.getState().saving).toBe('offline'));

  signIn(ben);
  expect(openAdding(queries, guest.account, ben)).not.toBe(anns);
  expect(openAdding(queries, guest.account, ben).getState().pending).toEqual([]);
  online();
  await vi.waitFor(() => expect(anns.getState().saving).toBe('offline'));
  expect(sent).toHaveLength(1);

  signIn(ann);
  expect(openAdding(queries, guest.account, ann)).toBe(anns);
  online();
  await vi.waitFor(() => expect(sent).toHaveLength(2));
});

test('what a guest put aside goes into the cart of who signs in', async () => {
  const { queries, sent, signIn } = aStore();
  signIn(null);
  const guests = openAdding(queries, guest.account, null);
  guests.dispatch(nothing);
  await vi.waitFor(() => expect(guests.getState().saving).toBe('offline'));
  const before = sent.length;
  signIn(ann);
  online();
  await vi.waitFor(() => expect(sent.length).toBeGreaterThan(before));
});

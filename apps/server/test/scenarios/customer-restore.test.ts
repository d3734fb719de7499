import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const make = (name: string, more: object = {}) => app.owner.client.createCustomer({ body: { name, ...more } });
const holderOf = async (email: string) => (await app.owner.client.findCustomerByEmail({ query: { email } })).holder;
const restore = (id: string, by = app.owner) => by.request('POST', `/api/v1/customers/${id}/restore`);
const listed = async (query: { q: string; deleted?: 'true' }) => (await app.apiKey.client.listCustomers({ query })).items.map(({ name }) => name);

test('who has an e-mail address, and who had it until they were deleted', async () => {
  const first = await make('First', { email: 'One@mail.example' });
  expect(await holderOf('one@MAIL.example')).toEqual({ id: first.id, name: 'First', deletedAt: null });
  await app.owner.client.deleteCustomer({ params: { id: first.id } });
  expect(await holderOf('one@mail.example')).toEqual({ id: first.id, name: 'First', deletedAt: app.clock.now().toISOString() });
  const second = await make('Second', { email: 'one@mail.example' });
  expect(await holderOf('one@mail.example')).toMatchObject({ id: second.id, deletedAt: null });
  const refused = await restore(first.id);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: 'customer.email_taken', detail: { customerId: second.id, name: 'Second' } });
  expect((await app.stranger.client.findCustomerByEmail({ query: { email: 'one@mail.example' } })).holder).toBeNull();
});

test('each of nine who lose the race for an e-mail address is told who won it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => app.owner.request('POST', '/api/v1/customers', { name: `Runner ${n}`, email: 'race@mail.example' })),
  );
  const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as readonly (ProblemBody & { readonly id?: string })[];
  const winner = bodies.find(({ id }) => id !== undefined)?.id;
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  expect(bodies.flatMap(({ id, detail }) => (id === undefined ? [detail?.customerId] : []))).toEqual(Array.from({ length: 9 }, () => winner));
});

test('two who restore and make one address at once: one has it, the other is told', async () => {
  const gone = await make('Gone', { email: 'both@mail.example' });
  await app.owner.client.deleteCustomer({ params: { id: gone.id } });
  const answers = await Promise.all([restore(gone.id), app.owner.request('POST', '/api/v1/customers', { name: 'New', email: 'both@mail.example' })]);
  const failed = answers.filter(({ status }) => status === 409);
  expect(failed).toHaveLength(1);
  const holder = await holderOf('both@mail.example');
  expect(await failed[0]?.json()).toMatchObject({ code: 'customer.email_taken', detail: { customerId: holder?.id } });
});

test('two people fill in different custom fields of one customer and both keep theirs; the same one is a conflict', async () => {
  await app.owner.client.createCustomerField({ body: { code: 'segment', label: 'Segment', type: 'select', options: ['Retail', 'School'] } });
  await app.owner.client.createCustomerField({ body: { code: 'vip', label: 'VIP', type: 'checkbox' } });
  const { id } = await make('Shared', { fields: { segment: 'Retail' } });
  await app.owner.client.changeCustomer({ params: { id }, body: { basedOn: 1, fields: { vip: true } } });
  const merged = await app.apiKey.client.changeCustomer({ params: { id }, body: { basedOn: 1, fields: { segment: 'School' } } });
  expect(merged.fields).toEqual({ segment: 'School', vip: true });
  const refused = await app.apiKey.request('PATCH', `/api/v1/customers/${id}`, { basedOn: 1, fields: { vip: false } });
  expect(await refused.json()).toMatchObject({ code: 'conflict', conflicts: [{ pointer: '/fields/vip', value: true, version: 2, by: 'Owner of main' }] });
});

test('the history says who changed what, newest first, in pages, and belongs to its account', async () => {
  const { id } = await make('Told', { phone: '1' });
  await app.owner.client.changeCustomer({ params: { id }, body: { phone: '2', active: false } });
  await app.owner.client.deleteCustomer({ params: { id } });
  expect((await app.owner.request('GET', `/api/v1/customers/${id}/history`)).status).toBe(404);
  await restore(id);
  const first = await app.owner.client.getCustomerHistory({ params: { id }, query: { limit: 3 } });
  const rest = await app.owner.client.getCustomerHistory({ params: { id }, query: { cursor: first.nextCursor ?? '' } });
  expect([...first.items, ...rest.items].map(({ by, sentence }) => `${by}: ${sentence}`)).toEqual([
    'Owner of main: Restored',
    'Owner of main: Deleted',
    'Owner of main: Phone from 1 to 2; May order from yes to no',
    'Owner of main: Made',
  ]);
  expect((await app.stranger.request('GET', `/api/v1/customers/${id}/history`)).status).toBe(404);
});

// Last, and by key: it moves the clock beyond every session.
test('a deleted customer is found among the deleted, comes back as they were, and no later than 30 days', async () => {
  const { id } = await make('Comeback Kid', { email: 'kid@back.example', number: 'K-1', company: 'Back Ltd' });
  await app.apiKey.client.deleteCustomer({ params: { id } });
  expect([await listed({ q: 'comeback' }), await listed({ q: 'comeback', deleted: 'true' })]).toEqual([[], ['Comeback Kid']]);
  expect((await restore(id, app.stranger)).status).toBe(404);
  app.clock.advance({ days: 29 });
  const back = (await (await restore(id, app.apiKey)).json()) as { readonly name: string; readonly version: number };
  expect(back).toMatchObject({ name: 'Comeback Kid', email: 'kid@back.example', number: 'K-1', company: { name: 'Back Ltd' }, version: 3 });
  expect([await listed({ q: 'comeback' }), await listed({ q: 'comeback', deleted: 'true' })]).toEqual([['Comeback Kid'], []]);
  expect((await restore(id, app.apiKey)).status).toBe(404);
  await app.apiKey.client.deleteCustomer({ params: { id } });
  app.clock.advance({ days: 31 });
  expect((await restore(id, app.apiKey)).status).toBe(404);
  expect(await listed({ q: 'comeback', deleted: 'true' })).toEqual([]);
});

// Customer and staff write each other about an estimate: one thread, told by mail both ways, in the history; and script in a text is text.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tokenOf } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, ownerEmail, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let id: string;
beforeEach(async () => {
  app = await createTestApp();
  const { customerId } = await aShop(app);
  id = (await client().createOrder({ body: { customerId, lines: [{ sku: 'MUG', quantity: 4 }] } })).id;
});
afterEach(() => app.close());

const client = () => app.owner.client;
const thread = async () => (await client().listMessages({ params: { id } })).items.map(({ author, name, line, text }) => [author, name, line, text]);
const write = (token: string, text: string) => app.anonymous.client.writeEstimateMessage({ params: { token }, body: { text } });
const told = async () => {
  const { items } = await client().listOrderMails({ params: { id } });
  const rows = items.filter(({ template }) => template === 'order_message');
  return Promise.all(rows.map(async (row) => ({ ...(await client().getMail({ params: { id: row.id } })), to: row.recipients })));
};

test('the customer asks on the page, the owner is told by mail; staff answer, everybody who was sent it is told with a link of their own', async () => {
  await client().issueEstimate({ params: { id }, body: { email: 'dana@acme.example', alsoTo: ['lee@acme.example'], cc: ['boss@acme.example'] } });
  const sent = (await client().listOrderMails({ params: { id } })).items;
  const mailTo = async (who: string) => client().getMail({ params: { id: sent.find(({ recipients }) => recipients[0] === who)?.id ?? '' } });
  const [dana, lee] = [tokenOf((await mailTo('dana@acme.example')).text), tokenOf((await mailTo('lee@acme.example')).text)];

  await write(dana, 'Can it be blue?\nBy Friday, please.');
  app.clock.advance({ minutes: 1 });
  await write(lee, 'And red');
  expect(await thread()).toEqual([
    ['customer', 'lee@acme.example', '', 'And red'],
    ['customer', 'Dana Fox', '', 'Can it be blue?\nBy Friday, please.'],
  ]);
  const toStaff = await told();
  expect(toStaff.map(({ to, subject }) => [to[0], subject.replace(/\d+/, 'n')])).toEqual([
    [ownerEmail, 'lee@acme.example wrote about Estimate n'],
    [ownerEmail, 'Dana Fox wrote about Estimate n'],
  ]);
  expect(toStaff[1]?.text).toContain('By Friday, please.');
  expect(toStaff[1]?.text).toContain(`/admin/orders/${id}`);

  app.clock.advance({ minutes: 1 });
  const answered = await client().writeMessage({ params: { id }, body: { text: 'Both, on Thursday' } });
  expect(answered).toMatchObject({ author: 'staff', name: 'Owner of main', text: 'Both, on Thursday' });
  const toCustomer = (await told()).filter(({ to }) => to[0] !== ownerEmail);
  expect(toCustomer.map(({ to }) => to[0]).sort()).toEqual(['dana@acme.example', 'lee@acme.example']);
  const toLee = toCustomer.find(({ to }) => to[0] === 'lee@acme.example');
  expect([toLee?.replyTo, tokenOf(toLee?.text ?? '')]).toEqual([ownerEmail, lee]);
  expect((await app.anonymous.client.listEstimateMessages({ params: { token: dana } })).items.map(({ text }) => text)).toEqual([
    'Both, on Thursday',
    'And red',
    'Can it be blue?\nBy Friday, please.',
  ]);
  expect((await client().getHistory({ params: { id } })).items.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
    'Wrote to the customer: “Both, on Thursday”',
    'lee@acme.example wrote: “And red”',
  ]);
});

test('what is asked for with "request changes" stands in the thread, with its line', async () => {
  const estimate = await inTheirHands(app, id);
  const lineId = estimate.page.lines[0]?.id;
  const comments = [
    { lineId, text: 'In blue' },
    { lineId: null, text: 'And sooner' },
  ];
  expect((await answer(app, estimate, 'request-changes', { name: 'Dana F.', comments })).status).toBe(200);
  expect((await thread()).toSorted()).toEqual([
    ['customer', 'Dana F.', '', 'And sooner'],
    ['customer', 'Dana F.', 'Mug 11 oz', 'In blue'],
  ]);
});

test('script in a text is text: as it was written in the API, escaped in the mail', async () => {
  const estimate = await inTheirHands(app, id);
  const script = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  await write(estimate.token, script);
  expect(await thread()).toEqual([['customer', 'Dana Fox', '', script]]);
  const [mail] = await told();
  expect(mail?.html).not.toContain('<script>alert');
  expect(mail?.html).not.toContain('<img src=x');
  expect(mail?.html).toContain('&lt;script&gt;');
});

test('there is nothing to write to before an estimate is out, nor empty words, nor another account’s order', async () => {
  const refused = await app.owner.request('POST', `/api/v1/orders/${id}/messages`, { text: 'Hello' });
  expect(refused.status).toBe(404);
  await inTheirHands(app, id);
  expect((await app.owner.request('POST', `/api/v1/orders/${id}/messages`, { text: ' \n ' })).status).toBe(422);
  expect((await app.stranger.request('POST', `/api/v1/orders/${id}/messages`, { text: 'Hello' })).status).toBe(404);
  expect((await app.stranger.request('GET', `/api/v1/orders/${id}/messages`)).status).toBe(404);
  await client().writeMessage({ params: { id }, body: { text: 'Hello' } });
  expect((await told()).map(({ to }) => to)).toEqual([['dana@acme.example']]);
});

import { ApiProblem } from '@backdesk/contract/client.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
const client = () => app.owner.client;

/** Status, code and pointers of what was refused. */
async function refused(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw new Error('It was not refused.', { cause: error });
  return [error.problem.status, error.problem.code, ...(error.problem.errors ?? []).map(({ pointer }) => pointer)];
}

test('fields of every type are defined, filled in on a new customer, and each bad value is refused by its pointer', async () => {
  const types = ['text', 'number', 'checkbox', 'datetime', 'link'] as const;
  for (const type of types) await client().createCustomerField({ body: { code: `a_${type}`, label: type, type } });
  await client().createCustomerField({ body: { code: 'industry', label: 'Industry', type: 'select', options: ['Print', 'Retail'] } });
  const good = {
    a_text: ' Ask for Dana ',
    a_number: 12.5,
    a_checkbox: true,
    a_datetime: '2027-01-15T09:00:00Z',
    a_link: 'https://tax.example/c',
    industry: 'Retail',
  };
  const made = await client().createCustomer({ body: { name: 'All of it', fields: good } });
  expect(made.fields).toEqual({ ...good, a_text: 'Ask for Dana' });
  const bad = { a_text: 7, a_number: 'x', a_checkbox: 'yes', a_datetime: '15 Jan', a_link: 'javascript:alert(1)', industry: 'Other', nothing: 'x' };
  expect((await refused(client().createCustomer({ body: { name: 'None of it', fields: bad } }))).slice(2).toSorted()).toEqual(
    Object.keys(bad)
      .map((code) => `/fields/${code}`)
      .toSorted(),
  );
  const emptied = await client().changeCustomer({ params: { id: made.id }, body: { fields: { a_text: '', a_number: null } } });
  expect(emptied.fields).toEqual({ a_checkbox: true, a_datetime: good.a_datetime, a_link: good.a_link, industry: 'Retail' });
});

test('a field that became required is asked for when fields change, not for another telephone number', async () => {
  const { id } = await client().createCustomer({ body: { name: 'From before' } });
  const { id: fieldId, version } = await client().createCustomerField({ body: { code: 'tax_id', label: 'Tax ID', type: 'text', required: true } });
  expect(await refused(client().createCustomer({ body: { name: 'New' } }))).toEqual([422, 'request.invalid', '/fields/tax_id']);
  expect(await client().changeCustomer({ params: { id }, body: { phone: '555', fields: {} } })).toMatchObject({ phone: '555' });
  expect(await refused(client().changeCustomer({ params: { id }, body: { fields: { a_text: 'x' } } }))).toEqual([422, 'request.invalid', '/fields/tax_id']);
  expect((await client().changeCustomer({ params: { id }, body: { fields: { tax_id: 'DE1' } } })).fields).toEqual({ tax_id: 'DE1' });

  await client().changeCustomerField({ params: { id: fieldId }, body: { basedOn: version, active: false } });
  expect((await client().createCustomer({ body: { name: 'Not asked' } })).fields).toEqual({});
  expect((await client().changeCustomer({ params: { id }, body: { fields: { a_text: 'kept beside it' } } })).fields).toMatchObject({ tax_id: 'DE1' });
});

test('an option is taken out while a customer has it: the customer keeps it, nobody else gets it', async () => {
  const { id } = await client().createCustomer({ body: { name: 'Retailer', fields: { industry: 'Retail' } } });
  const field = (await client().listCustomerFields({})).items.find(({ code }) => code === 'industry');
  await client().changeCustomerField({ params: { id: field?.id ?? '' }, body: { options: ['Print'] } });
  expect((await client().changeCustomer({ params: { id }, body: { fields: { industry: 'Retail', a_number: 1 } } })).fields).toEqual({
    industry: 'Retail',
    a_number: 1,
  });
  expect(await refused(client().createCustomer({ body: { name: 'Late', fields: { industry: 'Retail' } } }))).toEqual([
    422,
    'request.invalid',
    '/fields/industry',
  ]);
});

test('a deleted field leaves its values, and the same code brings them back', async () => {
  const field = await client().createCustomerField({ body: { code: 'size', label: 'Size', type: 'number' } });
  const { id } = await client().createCustomer({ body: { name: 'Sized', fields: { size: 3 } } });
  await client().deleteCustomerField({ params: { id: field.id } });
  expect((await client().changeCustomer({ params: { id }, body: { name: 'Still sized' } })).fields).toEqual({ size: 3 });
  expect(await refused(client().changeCustomer({ params: { id }, body: { fields: { size: 4 } } }))).toEqual([422, 'request.invalid', '/fields/size']);
  await client().createCustomerField({ body: { code: 'size', label: 'Size', type: 'number' } });
  expect((await client().changeCustomer({ params: { id }, body: { fields: { size: 4 } } })).fields).toEqual({ size: 4 });
});

test('definitions: a code stands once and stays, options belong to selects, two who change one do not overwrite each other', async () => {
  const field = await client().createCustomerField({ body: { code: 'floor', label: 'Floor', type: 'text' } });
  const of = (body: object) => app.owner.request('POST', '/api/v1/customer-fields', { label: 'X', type: 'text', ...body }).then((answer) => answer.status);
  expect(await of({ code: 'floor' })).toBe(422);
  for (const code of ['Floor', '2nd', 'a-b', '', '__proto__', 'x'.repeat(61)]) expect(await of({ code }), code).toBe(422);
  expect(await of({ code: 'no_options', type: 'select' })).toBe(422);
  expect(await of({ code: 'odd_options', options: ['a'] })).toBe(422);
  expect(await of({ code: 'twice', type: 'select', options: ['a', 'a'] })).toBe(422);
  expect((await app.owner.request('PATCH', `/api/v1/customer-fields/${field.id}`, { code: 'other' })).status).toBe(422);
  expect((await app.owner.request('POST', '/api/v1/order-fields', { code: 'x', label: 'X', type: 'link' })).status).toBe(422);

  await client().changeCustomerField({ params: { id: field.id }, body: { basedOn: 1, label: 'Storey' } });
  expect(await client().changeCustomerField({ params: { id: field.id }, body: { basedOn: 1, help: 'From 0' } })).toMatchObject({
    label: 'Storey',
    help: 'From 0',
  });
  expect(await refused(client().changeCustomerField({ params: { id: field.id }, body: { basedOn: 1, label: 'Level' } }))).toEqual([409, 'conflict']);
});

test('fields are put into another order, all of them or none', async () => {
  const ids = (await client().listCustomerFields({})).items.map(({ id }) => id);
  const turned = ids.toReversed();
  expect((await client().reorderCustomerFields({ body: { ids: turned } })).items.map(({ id }) => id)).toEqual(turned);
  for (const wrong of [ids.slice(1), [...ids, ids[0] ?? ''], []])
    expect(await refused(client().reorderCustomerFields({ body: { ids: wrong } }))).toEqual([422, 'request.invalid', '/ids']);
  expect((await client().listCustomerFields({})).items.map(({ id }) => id)).toEqual(turned);
});

test('another account has fields of its own, and its built-in PO Number', async () => {
  const theirs = app.stranger.client;
  expect((await theirs.listCustomerFields({})).items).toEqual([]);
  expect((await theirs.listOrderFields({})).items).toMatchObject([{ code: 'po_number', builtIn: true, active: false }]);
  expect(await refused(theirs.createCustomer({ body: { name: 'Theirs', fields: { industry: 'Print' } } }))).toEqual([
    422,
    'request.invalid',
    '/fields/industry',
  ]);
});

test('PO Number is always there: renamed, helped, required and switched on, never deleted', async () => {
  const po = (await client().listOrderFields({})).items[0];
  const params = { id: po?.id ?? '' };
  expect(await client().changeOrderField({ params, body: { label: 'Order no.', help: 'Yours', required: true, active: true } })).toMatchObject({
    label: 'Order no.',
    required: true,
    active: true,
    builtIn: true,
  });
  expect(await refused(client().deleteOrderField({ params }))).toEqual([409, 'field.built_in']);
  expect(await refused(client().createOrderField({ body: { code: 'po_number', label: 'Again', type: 'text' } }))).toEqual([422, 'request.invalid', '/code']);
});

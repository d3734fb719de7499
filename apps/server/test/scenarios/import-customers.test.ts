import type { ImportNotice, ImportRun } from '@backdesk/contract/import/schema.ts';
import { csvRow } from '@backdesk/domain/csv/csv-row.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});
afterEach(() => app.close());

const heading = ['Customer No', 'First name', 'Last name', 'E-Mail', 'Company', 'Phone', 'Street', 'City', 'State', 'Zip', 'Country', 'Open account'];
const ana = ['C-1', 'Ana', 'Müller', 'ana@acme.example', 'Acme', '+1 212 555 0100', '1 Main St', 'New York', 'NY', '10001', 'United States', 'no'];
const bo = ['', 'Bo', 'Li', 'bo@beta.example', 'Beta', '', '', '', '', '', '', ''];
const file = (...rows: readonly (readonly string[])[]) => [heading, ...rows].map((row) => csvRow(row)).join('');

async function start(text: string, query: Readonly<Record<string, string>> = {}): Promise<Response> {
  return app.owner.request('POST', `/api/v1/imports/customers?${new URLSearchParams(query)}`, text, { 'content-type': 'text/csv' });
}

async function take(text: string, query?: Readonly<Record<string, string>>): Promise<{ readonly run: ImportRun; readonly notices: readonly ImportNotice[] }> {
  const response = await start(text, query);
  expect(response.status).toBe(202);
  const { id } = (await response.json()) as ImportRun;
  await app.runJobs();
  const run = await app.owner.client.getImport({ params: { id } });
  return { run, notices: (await app.owner.client.listImportNotices({ params: { id }, query: { limit: 200 } })).items };
}

const customers = async () => (await app.owner.client.listCustomers({ query: { limit: 200 } })).items;
async function customerOf(q: string) {
  const [row] = (await app.owner.client.listCustomers({ query: { q } })).items;
  return app.owner.client.getCustomer({ params: { id: row?.id ?? '' } });
}

test('customers come in with company and address; a second run changes nothing', async () => {
  const { run } = await take(file(ana, bo));
  expect(run).toMatchObject({
    kind: 'customers',
    state: 'done',
    rowsRead: 2,
    rowsTotal: 2,
    rowsRefused: 0,
    customers: { created: 2, updated: 0, unchanged: 0 },
  });
  const before = await customerOf('ana@acme.example');
  expect(before).toMatchObject({ number: 'C-1', name: 'Ana Müller', company: { name: 'Acme' }, phone: '+1 212 555 0100', openAccount: false });
  expect(before.addresses).toMatchObject([{ address: { line1: '1 Main St', region: 'NY', country: 'US' }, defaultShipping: true, defaultBilling: false }]);
  expect((await customerOf('555 0100')).id).toBe(before.id);
  const again = await take(file(ana, bo));
  expect(again.run).toMatchObject({ customers: { created: 0, updated: 0, unchanged: 2 } });
  expect(await customerOf('ana@acme.example')).toEqual(before);
});

test('a row is known again by its number, else by its email; an empty cell leaves what is here', async () => {
  await take(file(ana, bo));
  const { run } = await take(
    file(['c-1', 'Ana', 'Smith', 'ana.smith@acme.example', '', '', '2 Side St', 'Boston', 'MA', '02101', 'us', ''], ['C-2', '', '', 'BO@beta.example']),
  );
  expect(run).toMatchObject({ rowsRefused: 0, customers: { created: 0, updated: 2, unchanged: 0 } });
  const moved = await customerOf('ana.smith@acme.example');
  expect(moved).toMatchObject({ number: 'C-1', name: 'Ana Smith', company: { name: 'Acme' }, phone: '+1 212 555 0100', openAccount: false });
  expect(moved.addresses.map(({ address, defaultShipping }) => [address.city, defaultShipping])).toEqual([
    ['New York', false],
    ['Boston', true],
  ]);
  expect(await customerOf('bo@beta.example')).toMatchObject({ number: 'C-2', name: 'Bo Li' });
});

test('a dry run says of each row what it would do, and changes nothing', async () => {
  await take(file(ana));
  const before = await customers();
  const { run, notices } = await take(file([...ana.slice(0, 2), 'Smith', ...ana.slice(3)], ana, bo, ['C-9', 'No', 'Mail', 'not a mail']), { dryRun: 'true' });
  expect(run).toMatchObject({ dryRun: true, state: 'done', rowsRefused: 2, customers: { created: 1, updated: 1, unchanged: 0 } });
  expect(notices).toMatchObject([
    { kind: 'updated', row: 2, value: 'Ana Smith', reason: 'name becomes Ana Smith' },
    { kind: 'refused', row: 3, value: 'C-1', reason: 'the number stands in row 2 of this file already' },
    { kind: 'created', row: 4, value: 'Bo Li' },
    { kind: 'refused', row: 5, column: 'E-Mail', value: 'not a mail' },
  ]);
  expect(await customers()).toEqual(before);
  const done = await take(file([...ana.slice(0, 2), 'Smith', ...ana.slice(3)], ana, bo, ['C-9', 'No', 'Mail', 'not a mail']));
  expect(done.run).toMatchObject({ dryRun: false, rowsRefused: 2, customers: { created: 1, updated: 1, unchanged: 0 } });
});

test('a person maps the columns, and leaves one out', async () => {
  const text = 'Wer,Wohin,Phone\nAna,ana@acme.example,123\n';
  const refused = await start(text);
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { code: 'import.unreadable', detail: { row: 1, reason: expect.stringContaining('known again') } },
  ]);
  const { run } = await take(text, { mapping: JSON.stringify({ Wer: 'name', Wohin: 'email', Phone: '' }) });
  expect(run).toMatchObject({ customers: { created: 1 }, mapping: { Wer: 'name', Wohin: 'email', Phone: '' } });
  expect(await customerOf('ana@acme.example')).toMatchObject({ name: 'Ana', phone: '' });
  for (const mapping of ['{"Wer":"password"}', '[1]', '{', '"x"']) expect((await start(text, { mapping })).status).toBe(422);
});

test('an email address of another customer, a repeated one, nobody to know again and a foreign field refuse their rows only', async () => {
  await take(file(ana, bo));
  const { run, notices } = await take(
    `${csvRow(['No', 'Name', 'Email', 'field:rep', 'City'])}${csvRow(['C-1', 'Ana', 'bo@beta.example', '', ''])}${csvRow(['', 'Cy', 'cy@x.example', '', ''])}${csvRow(['', 'Cyd', 'CY@x.example', '', ''])}${csvRow(['', 'Phone only', '', '', ''])}${csvRow(['C-4', 'Di', '', 'x', ''])}${csvRow(['C-5', 'Ed', '', '', 'Paris'])}`,
    { mapping: JSON.stringify({ No: 'number' }) },
  );
  expect(run).toMatchObject({ rowsRead: 6, rowsRefused: 5, customers: { created: 1 } });
  expect(notices.map(({ row, reason }) => [row, reason])).toEqual([
    [2, 'the email address is that of Bo Li already'],
    [4, 'the email address stands in row 3 of this file already'],
    [5, 'is empty: a customer is known again by the number or the email address'],
    [6, 'there is no customer field rep'],
    [7, expect.stringContaining('empty')],
  ]);
});

test('custom fields come in as values of their type, judged as the form judges them; what is none refuses its row', async () => {
  const { client } = app.owner;
  for (const [code, type] of [
    ['staff', 'number'],
    ['vip', 'checkbox'],
    ['shop', 'link'],
    ['seen', 'datetime'],
  ] as const) {
    await client.createCustomerField({ body: { code, label: code, type } });
  }
  await client.createCustomerField({ body: { code: 'trade', label: 'Trade', type: 'select', options: ['Print', 'Retail'] } });
  const columns = ['Email', 'Name', ...['staff', 'vip', 'shop', 'seen', 'trade'].map((code) => `field:${code}`)];
  const good = ['ana@x.example', 'Ana', '12,5', 'yes', 'https://x.example/', '2026-12-24T09:30:00Z', 'retail'];
  const rowWith = (at: number, cell: string) => csvRow([`r${at}${cell.length}@x.example`, ...good.slice(1)].map((text, index) => (index === at ? cell : text)));
  const bad = [rowWith(2, 'lots'), rowWith(2, '1,234'), rowWith(3, 'perhaps'), rowWith(4, 'javascript:alert(1)'), rowWith(5, 'soon'), rowWith(6, 'Farming')];
  const text = `${csvRow(columns)}${csvRow(good)}${bad.join('')}`;
  const { run, notices } = await take(text);
  expect(run).toMatchObject({ rowsRefused: 6, customers: { created: 1 } });
  expect(notices.map(({ column, reason }) => `${column} ${reason}`)).toEqual([
    'field:staff must be a number such as 12.5',
    'field:staff must be a number such as 12.5',
    'field:vip must be true or false',
    'field:shop must be a web address that starts with https:// or http://',
    expect.stringContaining('field:seen must be a time'),
    'field:trade is not, or no longer, one of the options: Print, Retail',
  ]);
  const fields = { staff: 12.5, vip: true, shop: 'https://x.example/', seen: '2026-12-24T09:30:00Z', trade: 'Retail' };
  expect((await customerOf('ana@x.example')).fields).toEqual(fields);
  expect((await take(text)).run).toMatchObject({ customers: { updated: 0, unchanged: 1 } });
});

test('required fields that no column fills are named at once; somebody new is refused for them, somebody known is not asked', async () => {
  const { client } = app.owner;
  await take(file(ana));
  for (const label of ['Trade', 'Rep']) await client.createCustomerField({ body: { code: label.toLowerCase(), label, type: 'text', required: true } });
  await client.createCustomerField({ body: { code: 'terms', label: 'Terms read', type: 'checkbox', required: true } });
  const text = csvRow(['Email', 'Name', 'field:rep', 'field:terms']) + csvRow(['ana@acme.example', 'Ana M', '', '']) + csvRow(['bo@x.example', 'Bo', '', 'no']);
  const started = (await (await start(text, { dryRun: 'true' })).json()) as ImportRun;
  expect(started.unfilledFields).toEqual([{ code: 'trade', label: 'Trade' }]);
  for (const query of [{ dryRun: 'true' }, {}] as const) {
    const { run, notices } = await take(text, query);
    expect(run).toMatchObject({ rowsRefused: 1, customers: { created: 0, updated: 1 }, unfilledFields: started.unfilledFields });
    expect(notices.find(({ kind }) => kind === 'refused')).toEqual({
      kind: 'refused',
      row: 3,
      column: '',
      value: 'bo@x.example',
      reason: 'has no Trade, Rep, Terms read: required of a new customer',
    });
  }
  expect(await customerOf('ana@acme.example')).toMatchObject({ name: 'Ana M', fields: {} });
  const whole = csvRow(['Email', 'Name', 'field:trade', 'field:rep', 'field:terms']);
  const filled = await take(whole + csvRow(['bo@x.example', 'Bo', 'Print', 'Kim', 'yes']) + csvRow(['ana@acme.example', 'Ana', 'Print', '', 'no']));
  expect(filled.run).toMatchObject({ rowsRefused: 1, customers: { created: 1, updated: 0 }, unfilledFields: [] });
  expect(filled.notices).toMatchObject([{ row: 3, reason: 'has no Terms read: required' }]);
});

test('a value that its field no longer offers is refused for whoever is new to it, and left alone with whoever has it', async () => {
  const { client } = app.owner;
  const field = (code: string, body: Partial<Parameters<typeof client.createCustomerField>[0]['body']>) =>
    client.createCustomerField({ body: { code, label: code, type: 'text', ...body } });
  const trade = await field('trade', { type: 'select', options: ['Print', 'Farming'] });
  const [fax, size, gone] = [await field('fax', {}), await field('size', { type: 'number' }), await field('gone', {})];
  const row = (...cells: readonly string[]) => csvRow(cells);
  const heading = row('Email', 'Name', 'field:trade', 'field:fax', 'field:size', 'field:gone');
  await take(heading + row('ana@x.example', 'Ana', 'Farming', '555', '12.5', 'old') + row('bo@x.example', 'Bo', 'Print', '', '', ''));
  const before = await customerOf('ana@x.example');
  await client.changeCustomerField({ params: { id: trade.id }, body: { basedOn: trade.version, options: ['Print', 'Retail'] } });
  for (const { id, version } of [fax, size]) await client.changeCustomerField({ params: { id }, body: { basedOn: version, active: false } });
  await client.deleteCustomerField({ params: { id: gone.id } });
  const { run, notices } = await take(
    heading +
      row('ana@x.example', 'Ana', 'FARMING', '555', '12,5', 'Old') +
      row('bo@x.example', 'Bo', 'farming', '', '', '') +
      row('cy@x.example', 'Cy', 'RETAIL', '1', '2', 'new'),
  );
  expect(run).toMatchObject({ rowsRefused: 2, customers: { created: 0, updated: 0, unchanged: 1 } });
  expect(notices.map(({ row: at, column, reason }) => [at, column, reason])).toEqual([
    [3, 'field:trade', 'is not, or no longer, one of the options: Print, Retail'],
    [4, 'field:fax', 'is of a field that is switched off: it takes no new values'],
    [4, 'field:size', 'is of a field that is switched off: it takes no new values'],
    [4, 'field:gone', 'there is no customer field gone'],
  ]);
  expect(await customerOf('ana@x.example')).toEqual(before);
  expect((await take(row('Email', 'Name', 'field:trade') + row('bo@x.example', '', 'RETAIL'))).run).toMatchObject({ customers: { updated: 1 } });
  expect((await customerOf('bo@x.example')).fields).toEqual({ trade: 'Retail' });
});

test('the refused rows are what was refused, as it stood there; mended they come in', async () => {
  const { run } = await take(file(ana, ['C-2', '=HYPERLINK("x")', '', 'bad', '-1+1']));
  expect(run.rowsRefused).toBe(1);
  const refused = await app.owner.client.listRefusedRows({ params: { id: run.id } });
  expect(refused.heading).toEqual(heading);
  expect(refused.items).toEqual([
    { row: 3, cells: ['C-2', `'=HYPERLINK("x")`, '', 'bad', `'-1+1`], reason: expect.stringContaining('E-Mail must be an email address') },
  ]);
  const mended = [
    ['Refused because', ...refused.heading],
    ...refused.items.map(({ cells, reason }) => [reason, ...cells.map((cell) => (cell === 'bad' ? 'good@x.example' : cell))]),
  ];
  const again = await take(mended.map((row) => csvRow(row)).join(''));
  expect(again.run).toMatchObject({ rowsRefused: 0, customers: { created: 1 } });
  expect(await customerOf('good@x.example')).toMatchObject({ name: '=HYPERLINK("x")', company: { name: '-1+1' } });
});

test.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '<script>alert(1)</script>', `'; drop table customers; --`])(
  'the payload %j comes in as text',
  async (payload) => {
    const { run } = await take(file(['C-1', 'Ana', '', 'ana@acme.example', `x${payload}`], ['C-2', payload, 'Z', 'z@z.example']));
    expect(run).toMatchObject({ rowsRefused: 0, customers: { created: 2 } });
    expect(await customerOf('z@z.example')).toMatchObject({ name: expect.stringContaining(payload.trim()) });
  },
);

test('many customers come in by batches; a canceled run keeps what it took in, and its file goes', async () => {
  const many = Array.from({ length: 1200 }, (_, index) => [`N-${index}`, 'Person', `${index}`, `p${index}@many.example`, `Firm ${index % 7}`]);
  const started = (await (await start(file(...many))).json()) as ImportRun;
  expect(started).toMatchObject({ state: 'running', rowsTotal: 1200 });
  expect((await app.as('viewer').then((viewer) => viewer.request('POST', `/api/v1/imports/${started.id}/cancel`))).status).toBe(403);
  expect((await app.stranger.request('POST', `/api/v1/imports/${started.id}/cancel`)).status).toBe(404);
  expect(await app.owner.client.cancelImport({ params: { id: started.id } })).toMatchObject({ state: 'canceled', rowsRead: 0, finishedAt: expect.any(String) });
  await app.runJobs();
  expect(await app.owner.client.getImport({ params: { id: started.id } })).toMatchObject({ state: 'canceled', rowsRead: 0 });
  const { run } = await take(file(...many));
  expect(run).toMatchObject({ state: 'done', rowsRead: 1200, customers: { created: 1200 } });
  expect(await app.owner.client.cancelImport({ params: { id: run.id } })).toMatchObject({ state: 'done' });
  expect((await app.owner.client.listImports({ query: { limit: 1 } })).items.map(({ id }) => id)).toEqual([run.id]);
  expect((await app.stranger.client.listImports({ query: {} })).items).toEqual([]);
});

test('a file gives price roles of their own by name; one that is not here refuses its row', async () => {
  const gold = await app.owner.client.createPriceRole({ body: { name: 'Gold' } });
  const silver = await app.owner.client.createPriceRole({ body: { name: 'Silver' } });
  const row = (...cells: readonly string[]) => csvRow(cells);
  const first = row('Email', 'Name', 'Company', 'Price role') + row('ana@acme.example', 'Ana', 'Acme', 'gold') + row('bo@acme.example', 'Bo', 'ACME', '');
  const made = await take(first + row('cy@acme.example', 'Cy', '', 'Platinum'));
  expect(made.run).toMatchObject({ rowsRefused: 1, customers: { created: 2, updated: 0, unchanged: 0 } });
  expect(made.notices).toMatchObject([
    { kind: 'refused', row: 4, column: 'Price role', value: 'Platinum', reason: expect.stringContaining('is no price role here') },
  ]);
  const [ana, bo] = [await customerOf('ana@acme.example'), await customerOf('bo@acme.example')];
  expect([ana.ownRole, bo.ownRole]).toEqual([{ id: gold.id, name: 'Gold' }, null]);
  expect(bo.company).toEqual(ana.company);
  expect((await app.owner.client.listCompanies({ query: {} })).items).toHaveLength(1);
  expect((await take(first)).run).toMatchObject({ customers: { created: 0, updated: 0, unchanged: 2 } });
  expect((await take(row('Email', 'Name', 'Price role') + row('ana@acme.example', 'Ana', 'Silver'))).run).toMatchObject({ customers: { updated: 1 } });
  expect((await customerOf('ana@acme.example')).ownRole).toEqual({ id: silver.id, name: 'Silver' });
  const told = (await app.owner.client.getCustomerHistory({ params: { id: ana.id }, query: {} })).items.map(({ sentence }) => sentence);
  expect(told[0]).toBe('Import: Price role from Gold to Silver');
});

test('who may not change terms may leave the column of price roles out, not import it', async () => {
  const sales = await app.as('sales');
  const csv = { 'content-type': 'text/csv' };
  const text = csvRow(['Email', 'Name', 'Price role']) + csvRow(['ana@acme.example', 'Ana', '']);
  const refused = await sales.request('POST', '/api/v1/imports/customers', text, csv);
  expect([refused.status, ((await refused.json()) as { detail: unknown }).detail]).toEqual([403, { permission: 'customer:terms' }]);
  const mapping = new URLSearchParams({ mapping: JSON.stringify({ 'Price role': '' }) });
  expect((await sales.request('POST', `/api/v1/imports/customers?${mapping}`, text, csv)).status).toBe(202);
});

test('sales staff may import customers and stop it, not products', async () => {
  const sales = await app.as('sales');
  const csv = { 'content-type': 'text/csv' };
  expect((await sales.request('POST', '/api/v1/imports/customers', file(ana), csv)).status).toBe(202);
  expect((await sales.request('POST', '/api/v1/imports?kind=products', 'Handle,Title,Variant Price\na,A,1\n', csv)).status).toBe(403);
  const products = await app.owner.request('POST', '/api/v1/imports?kind=products', 'Handle,Title,Variant Price\na,A,1\n', csv);
  const { id } = (await products.json()) as ImportRun;
  expect((await sales.request('POST', `/api/v1/imports/${id}/cancel`)).status).toBe(403);
});

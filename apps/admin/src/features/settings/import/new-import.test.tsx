import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { NewImport } from './new-import.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const choose = (text: string) =>
  fireEvent.change(screen.getByLabelText('CSV file'), {
    target: { files: Object.assign([new File([text], 'list.csv', { type: 'text/csv' })], { item: (at: number) => [new File([text], 'list.csv')][at] }) },
  });
const queryOf = (path = '') => new URL(path, 'http://desk').searchParams;

test('the columns of a price list are recognised, mended by hand, and sent with the file', async () => {
  const asked = answering(() => ({ status: 202, body: { id: 'run' } }));
  const started: string[] = [];
  renderScreen(<NewImport mayProducts onStarted={(id) => started.push(id)} />);
  choose('Article,Title,Price,Price 36+\nP-1,Pen,0.80,0.65\n');
  const article = await screen.findByLabelText('Article is taken for');
  expect(screen.getByLabelText('Price 36+ is taken for')).toHaveProperty('value', 'price:36');
  expect(screen.getByText('Say which column is the product code or the SKU.')).toBeTruthy();
  const start = screen.getByRole<HTMLButtonElement>('button', { name: 'Start import' });
  expect(start.disabled).toBe(true);
  const user = userEvent.setup();
  await user.selectOptions(article, 'Product code');
  expect(start.disabled).toBe(false);
  await user.click(start);
  await vi.waitFor(() => expect(started).toEqual(['run']));
  const query = queryOf(asked.at(-1)?.path);
  expect(query.get('layout')).toBe('columns');
  expect(JSON.parse(query.get('mapping') ?? '')).toEqual({ Article: 'code' });
});

test('a break of any quantity can be said by hand where the heading names it', async () => {
  answering(() => ({ status: 202, body: { id: 'run' } }));
  renderScreen(<NewImport mayProducts onStarted={() => undefined} />);
  choose('Code,Price,Tier B (18 up),Note\nP-1,0.80,0.65,x\n');
  const tier = await screen.findByLabelText('Tier B (18 up) is taken for');
  expect(tier).toHaveProperty('value', '');
  await userEvent.setup().selectOptions(tier, 'Price each, from 18 on');
  expect(tier).toHaveProperty('value', 'price:18');
  expect(within(screen.getByLabelText('Note is taken for')).queryByText('Price each, from 18 on')).toBeNull();
});

test('products too are tried first by a dry run', async () => {
  const asked = answering(() => ({ status: 202, body: { id: 'run' } }));
  renderScreen(<NewImport mayProducts onStarted={() => undefined} />);
  choose('Code,Price\nP-1,0.80\n');
  await screen.findByLabelText('Code is taken for');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Dry run' }));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(queryOf(asked[0]?.path).get('dryRun')).toBe('true');
});

test('the export of Shopify needs no mapping', async () => {
  const asked = answering(() => ({ status: 202, body: { id: 'run' } }));
  renderScreen(<NewImport mayProducts onStarted={() => undefined} />);
  choose('Handle,Title,Variant Price\nmug,Mug,4\n');
  await screen.findByText(/list\.csv/);
  expect(screen.queryByRole('combobox')).toBeNull();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Start import' }));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(queryOf(asked[0]?.path).get('layout')).toBeNull();
});

test('the account’s own fields of customers are known by their labels, chosen by hand, and sent by their codes', async () => {
  const own = (code: string, label: string, active = true) => ({ id: code, code, label, type: 'text', active });
  const asked = answering(({ path }) =>
    path.includes('/customer-fields')
      ? { status: 200, body: { items: [own('employees', 'Employees'), own('rep', 'Sales rep'), own('fax', 'Fax', false)] } }
      : { status: 202, body: { id: 'run' } },
  );
  renderScreen(<NewImport mayProducts={false} onStarted={() => undefined} />);
  choose('Email,Firm,Employees,Who,Fax\nana@acme.example,Acme,12,Kim,1\n');
  await vi.waitFor(() => expect(screen.getByLabelText('Employees is taken for')).toHaveProperty('value', 'field:employees'));
  expect(screen.getByLabelText('Firm is taken for')).toHaveProperty('value', 'company');
  // One that is not in use takes no values.
  expect(screen.getByLabelText('Fax is taken for')).toHaveProperty('value', '');
  const user = userEvent.setup();
  await user.selectOptions(screen.getByLabelText('Who is taken for'), 'Sales rep');
  await user.click(screen.getByRole('button', { name: 'Dry run' }));
  await vi.waitFor(() => expect(asked.at(-1)?.path).toContain('/imports'));
  expect(JSON.parse(queryOf(asked.at(-1)?.path).get('mapping') ?? '')).toEqual({ Employees: 'field:employees', Who: 'field:rep' });
});

import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
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

test('a file that is being sent says how much of it is out, and is called back until all is', async () => {
  answering(() => ({ body: {} }));
  const requests: Slow[] = [];
  class Slow {
    readonly upload: { onprogress?: (sent: { readonly loaded: number; readonly total: number }) => void } = {};
    onabort?: () => void;
    open(): void {
      requests.push(this);
    }
    setRequestHeader(): void {}
    send(): void {}
    abort(): void {
      this.onabort?.();
    }
  }
  vi.stubGlobal('XMLHttpRequest', Slow);
  const started: string[] = [];
  renderScreen(<NewImport mayProducts onStarted={(id) => started.push(id)} />);
  choose('Code,Price\nP-1,0.80\n');
  await screen.findByLabelText('Code is taken for');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Start import' }));
  await screen.findByText('Sending list.csv…');
  const bar = screen.getByRole<HTMLProgressElement>('progressbar');
  expect(bar.hasAttribute('value')).toBe(false);
  act(() => requests[0]?.upload.onprogress?.({ loaded: 12_000_000, total: 50_000_000 }));
  expect([bar.value, bar.max]).toEqual([12_000_000, 50_000_000]);
  screen.getByText('12 MB of 50 MB');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await vi.waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Start import' }));
  await screen.findByText('Sending list.csv…');
  act(() => requests[1]?.upload.onprogress?.({ loaded: 50_000_000, total: 50_000_000 }));
  screen.getByText('list.csv is there. Looking at it…');
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  expect(started).toEqual([]);
});

test('required fields of customers that no column fills are named before the file is sent, by their labels too', async () => {
  const own = (code: string, label: string, required = true) => ({ id: code, code, label, type: 'text', active: true, required });
  answering(() => ({ body: { items: [own('trade', 'Trade'), own('rep', 'Sales rep'), own('size', 'Size'), own('fax', 'Fax', false)] } }));
  renderScreen(<NewImport mayProducts={false} onStarted={() => undefined} />);
  choose('Email,Name,size,Kind\nana@acme.example,Ana,9,Print\n');
  await screen.findByText(/^2 required fields have no column: Trade, Sales rep\. Rows that would make a new customer are refused/);
  const user = userEvent.setup();
  await user.selectOptions(screen.getByLabelText('Kind is taken for'), 'Sales rep');
  screen.getByText(/^1 required field has no column: Trade\./);
  await user.selectOptions(screen.getByLabelText('Kind is taken for'), 'Trade');
  await user.selectOptions(screen.getByLabelText('size is taken for'), '');
  screen.getByText(/^2 required fields have no column: Sales rep, Size\./);
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

import type { Company, CompanyRow } from '@backdesk/contract/company/schema.ts';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type Answer, type Asked, answering } from '../../../test/answering.tsx';
import { renderPage } from '../../../test/on-page.tsx';
import { CompaniesListingPage } from './companies-listing-page.tsx';
import type { CompaniesSearch } from './companies-query.ts';
import { CompanyPage } from './company-page.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const id = '01900000-0000-7000-8000-0000000000d1';
const at = '2026-11-20T15:00:00.000Z';
const address = {
  name: '',
  company: 'Harbor',
  line1: '88 Front Street',
  line2: '',
  city: 'Brooklyn',
  region: 'NY',
  postcode: '11201',
  country: 'US',
  phone: '',
};
const roastery = {
  id: '01900000-0000-7000-8000-0000000000e1',
  version: 1,
  label: 'Roastery',
  address,
  defaultShipping: false,
  defaultBilling: true,
  of: 'company',
} as const;
const row: CompanyRow = {
  ...{ id, name: 'Harbor Coffee', number: null, terms: '', role: null, taxExemption: null, contactCount: 0, updatedAt: at, deletedAt: null },
};
const harbor: Company = {
  ...{ id, version: 2, name: 'Harbor Coffee', number: null, notes: '', terms: 'Net 30', role: null, taxExemption: null },
  ...{ creditLimit: { amount: 1_500_000, currency: 'USD' }, contactCount: 0, addresses: [roastery], createdAt: at, updatedAt: at },
};
const none: Answer = { body: { items: [], nextCursor: null } };

function serving(first: (asked: Asked) => Answer | undefined) {
  return answering((asked) => first(asked) ?? (asked.path === `/api/v1/companies/${id}` ? { body: harbor } : none));
}

const pages = {
  '/customers/companies': ({ search }: { search: CompaniesSearch }) => <CompaniesListingPage search={search} />,
  '/customers/companies/$companyId': () => <CompanyPage companyId={id} />,
};
const open = (path: string) => renderPage(path, pages as never);

test('a deleted company is found in a list of its own and restored; who has its name now is said', async () => {
  let isTaken = true;
  const asked = serving(({ path }) => {
    if (path.startsWith('/api/v1/companies?')) return { body: { items: [{ ...row, deletedAt: at }], nextCursor: null } };
    if (!path.endsWith('/restore')) return undefined;
    const taken = { type: 'x', title: 'Taken', status: 409, code: 'company.name_taken', requestId: 'r', detail: { companyId: 'x', name: 'Harbor Two' } };
    return isTaken ? { status: 409, body: taken } : { body: harbor };
  });
  open('/customers/companies?deleted=true');
  fireEvent.click(await screen.findByRole('button', { name: /^Restore *Harbor Coffee$/ }));
  await screen.findByText('Harbor Coffee could not be restored: Harbor Two has its name or number now.');
  isTaken = false;
  fireEvent.click(await screen.findByRole('button', { name: /^Restore *Harbor Coffee$/ }));
  await screen.findByText('Harbor Coffee is back.');
  expect(asked.find(({ path }) => path.startsWith('/api/v1/companies?'))?.path).toContain('deleted=true');
  expect(screen.queryByRole('link', { name: 'Harbor Coffee' })).toBeNull();
});

test('none yet, none deleted and none behind a filter are told apart', async () => {
  serving(() => undefined);
  open('/customers/companies');
  await screen.findByText('No companies yet');
  cleanup();
  open('/customers/companies?deleted=true');
  await screen.findByText('No company was deleted within the last 30 days');
  cleanup();
  open('/customers/companies?exempt=%22true%22');
  await screen.findByText('No company is like this');
});

test('an address of the company is made the default from its menu, by that field alone, and deleted with a way back', async () => {
  const asked = serving(({ method }) => (method === 'GET' ? undefined : { body: harbor }));
  open(`/customers/companies/${id}`);
  const choose = async (name: string) => {
    fireEvent.click(await screen.findByRole('button', { name: 'Change Roastery' }));
    fireEvent.click(within(screen.getByRole('menu')).getByRole('menuitem', { name }));
  };
  await choose('Ship here by default');
  await screen.findByText('Saved.');
  await choose('Delete');
  await screen.findByText('Address deleted.');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await vi.waitFor(() => expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1));
  const body = { label: 'Roastery', address, defaultShipping: false, defaultBilling: true };
  expect(asked.filter(({ method }) => method !== 'GET').map(({ method, body: sent }) => [method, sent])).toEqual([
    ['PATCH', { defaultShipping: true, basedOn: 1 }],
    ['DELETE', null],
    ['POST', body],
  ]);
});

test('an address that someone else changed meanwhile is shown with ours still typed; saving again replaces it', async () => {
  const moved = { ...roastery, version: 3, address: { ...address, line1: '9 Dock Road' } };
  let now = harbor;
  const asked = serving(({ method, path, body }) => {
    if (path === `/api/v1/companies/${id}`) return { body: now };
    if (method !== 'PATCH') return undefined;
    now = { ...harbor, version: 3, addresses: [moved] };
    if ((body as { basedOn: number }).basedOn === 3) return { body: now };
    return { status: 409, body: { type: 'x', title: 'Conflict', status: 409, code: 'conflict', requestId: 'r', conflicts: [] } };
  });
  open(`/customers/companies/${id}`);
  fireEvent.click(await screen.findByRole('button', { name: 'Change Roastery' }));
  fireEvent.click(within(screen.getByRole('menu')).getByRole('menuitem', { name: 'Edit' }));
  const panel = within(await screen.findByRole('dialog'));
  const street = panel.getByLabelText<HTMLInputElement>('Address');
  fireEvent.change(street, { target: { value: '12 Mill Lane' } });
  fireEvent.click(panel.getByRole('button', { name: 'Save' }));
  const notice = within(await panel.findByRole('alert'));
  notice.getByText('9 Dock Road');
  expect(street.value).toBe('12 Mill Lane');
  fireEvent.click(panel.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved.');
  const sent = asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body as { basedOn: number; address: { line1: string } });
  expect(sent.map(({ basedOn, address: { line1 } }) => [basedOn, line1])).toEqual([
    [1, '12 Mill Lane'],
    [3, '12 Mill Lane'],
  ]);
});

test('only what was typed is sent; a term that someone else changed is shown beside ours, and theirs can be taken', async () => {
  const theirs: Company = { ...harbor, version: 3, terms: 'Net 60', taxExemption: 'ST-119' };
  let now = harbor;
  const asked = serving(({ method, path, body }) => {
    if (path === `/api/v1/companies/${id}`) return { body: now };
    if (method !== 'PATCH') return undefined;
    if ((body as { basedOn: number }).basedOn === 3) return { body: { ...theirs, version: 4 } };
    now = theirs;
    const conflicts = [
      { pointer: '/terms', value: 'Net 60', version: 3, by: 'Ana Reyes', at },
      { pointer: '/creditLimit', value: { amount: 900_000, currency: 'USD' }, version: 3, by: 'Ana Reyes', at },
    ];
    return { status: 409, body: { type: 'x', title: 'Conflict', status: 409, code: 'conflict', requestId: 'r', conflicts } };
  });
  open(`/customers/companies/${id}`);
  fireEvent.click(await screen.findByRole('button', { name: 'Edit terms' }));
  const panel = within(await screen.findByRole('dialog'));
  const field = (label: RegExp) => panel.getByLabelText<HTMLInputElement>(label);
  fireEvent.change(field(/^Payment terms/), { target: { value: 'Net 45' } });
  fireEvent.change(field(/^Credit limit/), { target: { value: '20000' } });
  fireEvent.click(panel.getByRole('button', { name: 'Save' }));
  await panel.findByText(/Ana Reyes changed Payment terms to “Net 60”/);
  expect([field(/^Payment terms/).value, field(/^Tax exemption/).value]).toEqual(['Net 45', 'ST-119']);
  fireEvent.click(panel.getByRole('button', { name: 'Take “Net 60”' }));
  expect(field(/^Payment terms/).value).toBe('Net 60');
  await panel.findByText(/Ana Reyes changed Credit limit to \$9,000\.00/);
  fireEvent.click(panel.getByRole('button', { name: 'Save' }));
  await screen.findByText(/^Saved\./);
  expect(asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
    { terms: 'Net 45', creditLimit: { amount: 2_000_000, currency: 'USD' }, basedOn: 2 },
    { creditLimit: { amount: 2_000_000, currency: 'USD' }, basedOn: 3 },
  ]);
});

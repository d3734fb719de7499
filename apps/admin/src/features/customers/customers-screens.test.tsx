import type { Customer, CustomerRow } from '@backdesk/contract/customer/schema.ts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { type Answer, type Asked, answering } from '../../../test/answering.tsx';
import { renderPage } from '../../../test/on-page.tsx';
import type { CustomersSearch } from '../../lib/customers-search.ts';
import { CustomerPage } from './customer-page.tsx';
import { CustomersListingPage } from './customers-listing-page.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const id = '01900000-0000-7000-8000-0000000000c1';
const otherId = '01900000-0000-7000-8000-0000000000c9';
const at = '2026-11-20T15:00:00.000Z';
const row: CustomerRow = {
  ...{ id, name: 'Dana Wu', email: 'dana@harbor.example', phone: '', company: null, role: null, number: null, active: true, taxExempt: false },
  ...{ createdAt: at, updatedAt: at, lastOrderAt: null, deletedAt: null },
};
const dana: Customer = {
  ...{ id, version: 3, name: 'Dana Wu', email: 'dana@harbor.example', phone: '555 1', title: '', company: null, role: null, ownRole: null },
  ...{ number: null, active: true, openAccount: true, taxExemption: null, notes: '', fields: {}, addresses: [], createdAt: at, updatedAt: at },
  terms: { role: null, exemption: null, payment: null },
};
const problem = (code: string, status: number, more: object = {}): Answer => ({
  status,
  body: { type: `https://backdesk.example/problems/${code}`, title: code, status, code, requestId: 'r', ...more },
});
const none: Answer = { body: { items: [], nextCursor: null } };

/** The server of these screens; what a test says of a request goes first. */
function serving(first: (asked: Asked) => Answer | undefined) {
  return answering((asked) => {
    const said = first(asked);
    if (said !== undefined) return said;
    if (asked.path.startsWith('/api/v1/customers-count') || asked.path.includes('/count')) return { body: { count: 0 } };
    if (asked.path.startsWith('/api/v1/customer-by-email')) return { body: { holder: null } };
    if (asked.path.endsWith('/site-access')) return { body: { status: 'none', invitedAt: null, lastSeenAt: null } };
    return asked.path === `/api/v1/customers/${id}` ? { body: dana } : none;
  });
}

const pages = {
  '/customers': ({ search }: { search: CustomersSearch }) => <CustomersListingPage search={search} />,
  '/customers/$customerId': ({ params }: { params: Readonly<Record<string, string>> }) => (
    <CustomerPage key={params.customerId} customerId={params.customerId ?? ''} />
  ),
};
const open = (address: string) => renderPage(address, pages as never);
const listing = (asked: Asked, items: readonly CustomerRow[]) =>
  asked.path.startsWith('/api/v1/customers?') ? { body: { items, nextCursor: null } } : undefined;

test('nobody yet, nobody found, and nobody behind filters are three answers, each with its way on', async () => {
  serving(() => undefined);
  open('/customers');
  await screen.findByText('No customers yet');
  cleanup();
  open('/customers?q=zz');
  await screen.findByText('Nothing found for “zz”');
  cleanup();
  const router = open('/customers?taxExempt=true');
  await screen.findByText('No customer fits these filters');
  const [clear] = screen.getAllByText('Clear filters');
  if (clear) fireEvent.click(clear);
  await screen.findByText('No customers yet');
  expect(router.state.location.search).toEqual({});
});

test('words that find nobody among filtered ones say that a filter may be in the way', async () => {
  serving(() => undefined);
  open('/customers?q=zz&taxExempt=true');
  await screen.findByText(/take a filter away/);
});

test('a listing that could not be loaded offers another try, and comes', async () => {
  let isDown = true;
  serving((asked) => (isDown ? problem('internal_error', 500) : listing(asked, [row])));
  open('/customers');
  const again = await screen.findByRole('button', { name: /again/ });
  isDown = false;
  fireEvent.click(again);
  await screen.findByRole('link', { name: 'Dana Wu' });
});

test('nobody is at the address of a customer who is no more: nothing to try again, and what failed otherwise is the heading of its page', async () => {
  serving((asked) => (asked.path === `/api/v1/customers/${id}` ? problem('not_found', 404) : undefined));
  open(`/customers/${id}`);
  await screen.findByRole('heading', { level: 1, name: 'Nothing is at this address' });
  expect(screen.queryByRole('button', { name: /again/ })).toBeNull();
  cleanup();
  serving((asked) => (asked.path === `/api/v1/customers/${id}` ? problem('internal_error', 500) : undefined));
  open(`/customers/${id}`);
  await screen.findByRole('heading', { level: 1, name: 'This could not be loaded' });
  screen.getByRole('button', { name: /again/ });
});

test('no more fits into the search box than a search may hold', async () => {
  serving(() => undefined);
  open('/customers');
  const box = await screen.findByRole<HTMLInputElement>('searchbox');
  await userEvent.click(box);
  await userEvent.paste('x'.repeat(300));
  expect(box.value).toHaveLength(200);
});

test('a deleted customer is restored from the list; whose e-mail address was given away meanwhile is told to whom', async () => {
  let isTaken = true;
  const asked = serving((request) => {
    if (request.path !== `/api/v1/customers/${id}/restore`) return listing(request, [{ ...row, deletedAt: at }]);
    return isTaken ? problem('customer.email_taken', 409, { detail: { customerId: otherId, name: 'Dana Two' } }) : { body: dana };
  });
  open('/customers?tab=deleted');
  const restore = await screen.findByRole('button', { name: /^Restore *Dana Wu$/ });
  fireEvent.click(restore);
  await screen.findByText('Dana Wu could not be restored: Dana Two has the email address or number now.');
  isTaken = false;
  fireEvent.click(await screen.findByRole('button', { name: /^Restore *Dana Wu$/ }));
  await screen.findByText('Dana Wu is back.');
  expect(asked.filter(({ path }) => path.endsWith('/restore'))).toHaveLength(2);
});

test('an e-mail address that somebody has is said below the field, with a link to them', async () => {
  serving((asked) =>
    asked.path.startsWith('/api/v1/customer-by-email') ? { body: { holder: { id: otherId, name: 'Dana Two', deletedAt: null } } } : undefined,
  );
  open('/customers');
  fireEvent.click(await screen.findByRole('button', { name: 'New customer' }));
  const panel = within(await screen.findByRole('dialog'));
  fireEvent.change(panel.getByLabelText(/^Email/), { target: { value: 'dana@harbor.example' } });
  await panel.findByText('Dana Two has this email address.');
  expect(panel.getByText('Open Dana Two').getAttribute('href')).toBe(`/customers/${otherId}`);
});

test('a new customer that was begun is there again after Escape, until it is canceled', async () => {
  open('/customers');
  const begin = async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'New customer' }));
    return within(await screen.findByRole('dialog'));
  };
  const nameIn = (panel: Awaited<ReturnType<typeof begin>>) => panel.getByLabelText<HTMLInputElement>('Name');
  let panel = await begin();
  fireEvent.change(nameIn(panel), { target: { value: 'Typed at length' } });
  fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  panel = await begin();
  expect(nameIn(panel).value).toBe('Typed at length');
  fireEvent.click(panel.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(nameIn(await begin()).value).toBe('');
});

test('a field that someone else changed is shown beside ours: theirs can be taken, else ours goes in on top of it', async () => {
  const theirs: Customer = { ...dana, version: 4, phone: '555 2' };
  let now = dana;
  const asked = serving(({ method, path, body }) => {
    if (path !== `/api/v1/customers/${id}`) return undefined;
    if (method !== 'PATCH') return { body: now };
    if ((body as { basedOn: number }).basedOn === 4) return { body: { ...theirs, version: 5, phone: '555 3' } };
    now = theirs;
    return problem('conflict', 409, { conflicts: [{ pointer: '/phone', value: '555 2', by: 'Ana Reyes', at }] });
  });
  open(`/customers/${id}`);
  fireEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  const panel = within(await screen.findByRole('dialog'));
  fireEvent.change(panel.getByLabelText(/^Phone/), { target: { value: '555 3' } });
  fireEvent.click(panel.getByRole('button', { name: 'Save' }));
  await panel.findByText(/Ana Reyes changed Phone to “555 2”/);
  expect(panel.getByLabelText<HTMLInputElement>(/^Phone/).value).toBe('555 3');
  fireEvent.click(panel.getByRole('button', { name: 'Take “555 2”' }));
  expect(panel.getByLabelText<HTMLInputElement>(/^Phone/).value).toBe('555 2');
  fireEvent.change(panel.getByLabelText(/^Phone/), { target: { value: '555 3' } });
  fireEvent.click(panel.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved.');
  expect(asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
    { phone: '555 3', basedOn: 3 },
    { phone: '555 3', basedOn: 4 },
  ]);
});

test('a customer who is deleted is gone from the page at once, and back by Undo', async () => {
  const asked = serving((request) => (request.path.endsWith('/restore') ? { body: dana } : request.method === 'DELETE' ? { body: { done: true } } : undefined));
  const router = open(`/customers/${id}`);
  fireEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  await screen.findByText('Dana Wu is deleted.');
  expect(router.state.location.pathname).toBe('/customers');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Dana Wu is back.');
  expect(asked.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)).toEqual([
    `DELETE /api/v1/customers/${id}`,
    `POST /api/v1/customers/${id}/restore`,
  ]);
});

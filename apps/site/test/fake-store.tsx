// The whole site on an address, with a store that answers by method and path what the test says.
import type { SiteLine, SiteOrder, SiteSession } from '@backdesk/contract/site/schema.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { createSiteRouter } from '../src/site/app/router.tsx';
import { createQueryClient } from '../src/site/lib/query-client.ts';

export type Asked = { readonly method: string; readonly path: string; readonly body: unknown };
export type Answer = { readonly status?: number; readonly body: unknown };

// jsdom lays nothing out and scrolls nowhere, and has no modal dialogs.
window.scrollTo = () => undefined;
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

export const guest: SiteSession = {
  account: {
    name: 'Ridgeline Print',
    locale: 'en-US',
    timeZone: 'America/New_York',
    currency: 'USD',
    country: 'US',
    priceMode: 'tax_excluded',
    accent: '#0d5c68',
  },
  signIn: 'optional',
  registration: 'automatic',
  ordersWait: false,
  customer: null,
  cartItems: 12,
};
export const dana: SiteSession = { ...guest, customer: { name: 'Dana Wu', email: 'dana@harbor.example', phone: '', company: '' } };

const usd = (amount: number) => ({ amount, currency: 'USD' });
const nowhere = { place: { country: '', region: '', postcode: '' }, rates: [] };

/** Twelve mugs at 4.10 each, 4.00 from 144 on. */
export const mugs: SiteLine = {
  id: '01900000-0000-7000-8000-0000000000e1',
  kind: 'catalog',
  parentLineId: null,
  productId: '01900000-0000-7000-8000-0000000000a1',
  variantId: '01900000-0000-7000-8000-0000000000a2',
  name: 'Mug 11 oz',
  sku: 'MUG',
  productCode: 'mug',
  options: [],
  imageUrl: null,
  configuration: {},
  answers: [],
  quantity: 12,
  quantityVersion: 1,
  typedUnitPrice: null,
  priceTable: {
    source: 'list',
    label: 'List',
    breaks: [
      { quantity: 1, extendedPrice: '4.10' },
      { quantity: 144, extendedPrice: '576' },
    ],
  },
  breakGroup: null,
  quantityRule: { increment: null, maximum: null },
  upcharges: [],
  charges: [],
  chargeId: null,
  parts: [],
  partId: null,
  discount: null,
  optional: false,
  chosen: true,
  choiceGroup: null,
  quantityBounds: null,
  taxCategory: 'standard',
  ships: true,
  weightGrams: 300,
  noteCustomer: '',
  subtotal: null,
  unitPrice: '4.10',
  amount: usd(4920),
  discountAmount: usd(0),
  total: usd(4920),
  tax: null,
  taxLines: [],
  hint: null,
  agreedUnitPrice: null,
  mayChange: true,
  blockers: [],
};

export function aCart(lines: readonly SiteLine[], more: Partial<SiteOrder> = {}): SiteOrder {
  const items = lines.reduce((sum, line) => sum + line.total.amount, 0);
  return {
    id: '01900000-0000-7000-8000-0000000000c1',
    number: null,
    orderNumber: null,
    stage: 'cart',
    version: 2,
    name: '',
    currency: 'USD',
    priceMode: 'tax_excluded',
    taxRounding: 'line',
    includedElsewhere: 'keep_gross',
    discounts: [],
    totals: {
      items: usd(items),
      discount: usd(0),
      shipping: null,
      tax: null,
      estimatedTax: null,
      total: usd(items),
      amountDue: usd(items),
      open: ['shipping', 'tax'],
      taxLines: [],
    },
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    billing: { sameAsShipping: true, address: null },
    payment: null,
    allowedPayments: ['purchase_order'],
    billingTax: null,
    homeTax: nowhere,
    exemption: null,
    checkout: { steps: [] },
    blockers: [],
    poNumber: '',
    paymentTerms: null,
    deposit: null,
    noteCustomer: '',
    fulfilmentStatus: 'unshipped',
    pickupStatus: null,
    fulfilments: [],
    createdAt: '2026-11-23T09:00:00.000Z',
    updatedAt: '2026-11-23T09:00:00.000Z',
    submittedAt: null,
    ending: null,
    lines: [...lines],
    shipping: {
      shipments: [
        {
          id: '01900000-0000-7000-8000-0000000000b1',
          kind: 'ship',
          address: null,
          pickupPlace: null,
          amount: null,
          lines: null,
          tax: null,
          served: false,
          method: null,
        },
      ],
    },
    contact: null,
    fields: {},
    ...more,
  };
}

/** Opens the site at a path. What the store is asked is remembered; undo by `vi.unstubAllGlobals`. */
export function openSite(
  path: string,
  answer: (asked: Asked) => Answer | Promise<Answer>,
  session: SiteSession = guest,
  onSignedOut: () => void = () => undefined,
): readonly Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
    const { pathname, search } = new URL(String(input), 'http://site');
    const request = {
      method: init?.method ?? 'GET',
      path: `${pathname}${search}`.replace('/api/site/v1', ''),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
    };
    asked.push(request);
    const { status = 200, body } = request.path === '/session' && request.method === 'GET' ? { body: session } : await answer(request);
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  });
  const queryClient = createQueryClient(onSignedOut);
  const router = createSiteRouter(queryClient, createMemoryHistory({ initialEntries: [path] }));
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return asked;
}

/** What the server says no with. */
export const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: `https://backdesk.example/problems/${code}`, title: code, status, code, requestId: 'r', ...more },
});

// An estimate as its page reads it, and the page over a shop that answers what the test says.
import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { cleanup, render } from '@testing-library/react';
import { vi } from 'vitest';
import { EstimateScreen } from '../src/estimate/estimate-screen.tsx';
import type { Answer, Asked } from './fake-store.tsx';

export const usd = (amount: number) => ({ amount, currency: 'USD' });
export const token = 'a-token-of-some-length';
export const mugId = '01900000-0000-7000-8000-0000000000e1';
export const teeId = '01900000-0000-7000-8000-0000000000e2';

type Line = EstimatePage['lines'][number];
const nowhere = { place: { country: '', region: '', postcode: '' }, rates: [] };

function aLine(id: string, name: string, quantity: number, price: number, more: Partial<Line> = {}): Line {
  return {
    ...{ id, kind: 'catalog', parentLineId: null, name, sku: name.toUpperCase(), options: [], answers: [], imageUrl: null, quantity, note: '' },
    unitPrice: (price / 100).toFixed(2),
    ...{ amount: usd(quantity * price), onceAmount: usd(0), discountAmount: usd(0), total: usd(quantity * price), subtotal: null },
    ...{ optional: false, chosen: true, choiceGroup: null, quantityBounds: null, quantityStep: 1 },
    ...more,
  };
}

/** Ten mugs at 4.10 and two tees at 10.00: 61.00 with nothing to ship and no tax. */
export const lines: readonly Line[] = [aLine(mugId, 'Mug', 10, 410, { quantityBounds: { minimum: 1, maximum: 100 } }), aLine(teeId, 'Tee', 2, 1000)];

export function offerOf(of: readonly Line[]): NonNullable<EstimatePage['offer']> {
  return {
    currency: 'USD',
    policies: { priceMode: 'tax_excluded', taxRounding: 'line', includedElsewhere: 'keep_gross' },
    lines: of.map(({ id, kind, parentLineId, name, sku, quantity, unitPrice, optional, chosen, choiceGroup, quantityBounds }) => ({
      ...{ id, productId: null, kind, parentLineId, name, sku, quantity, optional, chosen, choiceGroup, quantityBounds },
      ...{ typedUnitPrice: unitPrice, priceTable: null, breakGroup: null, quantityRule: { increment: null, maximum: null }, upcharges: [] },
      ...{ overrideUnitPrice: null, discount: null, taxCategory: 'standard', ships: false, weightGrams: null },
    })),
    discounts: [],
    shipments: [],
    tax: { billing: nowhere, home: nowhere, exemption: null },
    deposit: null,
  };
}

export function anEstimatePage(more: Partial<EstimatePage> = {}): EstimatePage {
  return {
    account: { name: 'Ridgeline Print', accent: '#0d5c68', locale: 'en-US', timeZone: 'America/New_York', country: 'US', logoUrl: null },
    ...{ seller: [], terms: '', paymentTerms: '', deposit: null, dueOn: null, number: 1042, revision: 1, name: '', status: 'open', expired: false },
    ...{ validUntil: '2099-12-12', expiresAt: '2099-12-13T04:59:59.000Z', issuedAt: '2026-11-23T09:00:00.000Z', issuedBy: 'Ana Reyes' },
    customer: { name: 'Dana Wu', company: 'Harbor Coffee Co.' },
    ...{ message: '', note: '', poNumber: '', fields: [], currency: 'USD', priceMode: 'tax_excluded' },
    lines: [...lines],
    totals: { items: usd(6100), discount: usd(0), shipping: usd(0), tax: usd(0), total: usd(6100), open: [], taxLines: [] },
    ...{ shipments: [], billingAddress: null, sha256: 'a'.repeat(64), papers: { document: null, certificate: null } },
    ...{ mayDecide: true, mayAcceptInPart: true, needsReissue: false, consent: 'I accept.', offer: offerOf(lines), decisions: [], changed: null, earlier: [] },
    prices: { until: '2099-12-12', acceptedUntil: '2100-01-11', policy: 'ask', stated: null, over: false },
    ...{ orderedAt: null, availability: [], acceptedBefore: null },
    ...more,
  };
}

/** As the shop keeps it. */
export function aDecision(kind: 'accepted' | 'accepted_in_part' | 'declined', total: number | null): EstimatePage['decisions'][number] {
  return {
    ...{ kind, revision: 1, at: '2026-11-27T15:00:00.000Z', name: 'Dana Wu', title: '', channel: 'page', recordedBy: null, poNumber: '', files: [] },
    ...{ total: total === null ? null : usd(total), open: [], reason: '', text: '', comments: [], sha256: 'b'.repeat(64) },
  };
}

/** Opens the page. `read` answers each reading of the estimate, `answer` what is posted; all of that is remembered. */
export function openEstimate(read: () => EstimatePage, answer: (asked: Asked) => Answer): readonly Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
    const path = new URL(String(input), 'http://site').pathname.replace(`/api/estimates/v1/${token}`, '');
    const request = { method: init?.method ?? 'GET', path, body: typeof init?.body === 'string' ? JSON.parse(init.body) : null };
    if (request.method !== 'GET') asked.push(request);
    const { status = 200, body } = request.method !== 'GET' ? answer(request) : path === '/messages' ? { body: { items: [] } } : { body: read() };
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  });
  render(<EstimateScreen token={token} />);
  return asked;
}

export function closeEstimate() {
  cleanup();
  vi.unstubAllGlobals();
}

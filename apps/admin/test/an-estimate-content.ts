// What a revision froze, as the desk reads it.
import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
type Line = EstimateContent['lines'][number];
const line = (id: number, name: string, total: number, more: Partial<Line> = {}): Line => ({
  ...{ id: `01900000-0000-7000-8000-0000000000d${id}`, kind: 'catalog', parentLineId: null, name, sku: name.toUpperCase(), options: [], answers: [] },
  ...{ imageUrl: null, quantity: 10, unitPrice: String(total / 1000), amount: usd(total), onceAmount: usd(0), discountAmount: usd(0), total: usd(total) },
  ...{ subtotal: null, optional: false, chosen: true, choiceGroup: null, quantityBounds: null, quantityStep: 1, note: '' },
  ...more,
});

/** Revision 2 of an estimate that is not decided about: a section, a line within bounds with its setup, one of a choice. */
export const anEstimateContent: EstimateContent = {
  account: { name: 'Ridgeline Print', accent: '#0d5c68', locale: 'en-US', timeZone: 'America/New_York', country: 'US', logoUrl: null },
  ...{ seller: ['Ridgeline Print & Promo LLC', 'EIN 12-3456789'], terms: 'Overruns of 5 % are charged.', dueOn: null },
  ...{ number: 1042, revision: 2, name: 'Spring uniforms', status: 'open', expired: false, validUntil: '2026-12-24', expiresAt: '2026-12-25T04:59:59Z' },
  ...{ issuedAt: '2026-11-24T15:00:00Z', issuedBy: 'Jonas Berg', customer: { name: 'Dana Wu', company: 'Harbor Coffee Co.' }, message: 'As agreed.', note: '' },
  ...{ paymentTerms: 'Net 30', deposit: null },
  ...{ poNumber: '', fields: [], currency: 'USD', priceMode: 'tax_excluded' },
  lines: [
    line(1, 'To wear', 0, { kind: 'section', sku: '', unitPrice: null, subtotal: usd(20_000) }),
    line(2, 'Tee', 20_000, { note: 'One dye lot', quantityBounds: { minimum: 10, maximum: 40 } }),
    line(3, 'Setup', 4_500, { kind: 'charge', sku: '', parentLineId: '01900000-0000-7000-8000-0000000000d2' }),
    line(4, 'Cap', 9_900, { optional: true, chosen: false, choiceGroup: 'Head' }),
  ],
  totals: {
    ...{ items: usd(24_500), discount: usd(500), shipping: null, tax: usd(1_920), total: usd(25_920), open: ['shipping'] },
    taxLines: [{ code: 'NYC', name: 'New York', ratePpm: 80_000, base: usd(24_000), amount: usd(1_920) }],
  },
  shipments: [{ kind: 'pickup', address: null, method: 'Front desk', amount: null }],
  ...{ billingAddress: null, sha256: 'ab'.repeat(32), papers: { document: 'cd'.repeat(32), certificate: null } },
  ...{ mayDecide: false, mayAcceptInPart: false, needsReissue: false, consent: '', offer: null, decisions: [] },
};

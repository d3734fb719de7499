import type { FrozenEstimate, FrozenLine } from '@backdesk/contract/estimate/frozen.ts';
import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { frozenSubtotals } from './frozen-subtotals.ts';
import { onceOf } from './once-of.ts';
import type { RevisionRow } from './queries.ts';

/** Expiry is worked out when it is read: nothing has to run at midnight. */
const isExpired = (expiresAt: string | Date, now: Date): boolean => now.getTime() > new Date(expiresAt).getTime();

/** What the customer sees: picked from what was frozen, and only the status and the clock from now. */
export function presentEstimatePage(row: RevisionRow, now: Date): EstimatePage {
  const { content } = row;
  const { name, accent, locale, timeZone, country } = content.account;
  const money = (amount: number) => ({ amount, currency: content.currency });
  const moneyOrNull = (amount: number | null) => (amount === null ? null : money(amount));
  const { totals } = content;
  const subtotals = frozenSubtotals(content.lines);
  return {
    account: { name, accent, locale, timeZone, country },
    number: content.number,
    revision: content.revision,
    name: content.name,
    status: row.status,
    expired: isExpired(row.expiresAt, now),
    validUntil: content.validUntil,
    expiresAt: content.expiresAt,
    issuedAt: content.issuedAt,
    issuedBy: content.issuedBy,
    customer: { name: content.customer.name, company: content.company?.name ?? '' },
    message: content.texts.message,
    note: content.texts.note,
    poNumber: content.poNumber,
    fields: content.fields ?? [],
    currency: content.currency,
    priceMode: content.policies.priceMode,
    lines: content.lines.map((line) => ({ ...presentLine(line, money), subtotal: moneyOrNull(subtotals.get(line.id) ?? null) })),
    totals: {
      items: money(totals.items),
      discount: money(totals.discount),
      shipping: moneyOrNull(totals.shipping),
      tax: moneyOrNull(totals.tax),
      total: money(totals.total),
      open: totals.open,
      taxLines: totals.taxLines.map((line) => ({ ...line, base: money(line.base), amount: money(line.amount) })),
    },
    shipments: content.shipments.map(({ kind, address, method, amount }) => ({ kind, address, method: method?.name ?? null, amount: moneyOrNull(amount) })),
    billingAddress: billingAddress(content),
    sha256: row.sha256.toString('hex'),
  };
}

function billingAddress(content: FrozenEstimate): EstimatePage['billingAddress'] {
  return content.billing.sameAsShipping ? (content.shipments[0]?.address ?? null) : content.billing.address;
}

function presentLine(line: FrozenLine, money: (amount: number) => { amount: number; currency: string }): Omit<EstimatePage['lines'][number], 'subtotal'> {
  const { id, kind, parentLineId, name, sku, options, imageUrl, quantity, unitPrice, optional, chosen, choiceGroup, note } = line;
  return {
    ...{ id, kind, parentLineId, name, sku, options, imageUrl, quantity, unitPrice, optional, chosen, choiceGroup, note },
    answers: line.answers ?? [],
    amount: money(line.amount),
    onceAmount: money(onceOf(line.upcharges)),
    discountAmount: money(line.discountAmount),
    total: money(line.total),
  };
}

import { type FrozenEstimate, type FrozenLine, frozenOffer } from '@backdesk/contract/estimate/frozen.ts';
import type { EstimateContent, EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { hasChoices } from '@backdesk/domain/estimate/choices.ts';
import { compareEstimates } from '@backdesk/domain/estimate/compare-estimates.ts';
import { hasExpired } from '@backdesk/domain/estimate/expiry.ts';
import { onceAmount } from '@backdesk/domain/pricing/once-amount.ts';
import type { AccountSettings } from '../../db/account-settings.ts';
import { dayIn } from '../day-in.ts';
import { productPictureUrl } from '../file/file-key.ts';
import { acceptedContent } from './accepted-content.ts';
import { comparisonJson } from './comparison-json.ts';
import { decisionJson } from './decision-json.ts';
import { frozenSubtotals } from './frozen-subtotals.ts';
import { priceHoldOf } from './price-hold-of.ts';
import type { ReadRevision, ShownEstimate } from './queries/read-beside.ts';
import { sellerLines } from './seller-lines.ts';
import { consentTo, needsReissue } from './settle-choices.ts';
import { showsStock, variantsNow } from './variants-now.ts';

/** What the customer sees of the newest revision: with what changed since they looked last, and those before it. */
export function presentEstimatePage(shown: ShownEstimate, account: AccountSettings, now: Date): EstimatePage {
  const { revision, seen, earlier } = shown;
  const { content } = revision;
  const { currency } = content;
  const read = presentContent(shown, now);
  return {
    ...read,
    prices: pricesOf(shown, read, account, now),
    orderedAt: shown.order?.stage === 'submitted' ? (shown.order.submittedAt?.toISOString() ?? null) : null,
    availability:
      shown.now === null ? [] : variantsNow(content.lines, shown.now, showsStock(account)).map((variant) => ({ ...variant, lineIds: [...variant.lineIds] })),
    acceptedBefore: acceptedBeforeOf(shown),
    changed:
      seen === undefined
        ? null
        : {
            lookedAt: seen.at.toISOString(),
            comparison: comparisonJson({ ...compareEstimates(seen.content, content), since: seen.revision, revision: content.revision, currency }),
          },
    earlier: earlier.map(({ revision: number, status, totalAmount, currency: of, issuedAt }) => ({
      ...{ revision: number, status, issuedAt: issuedAt.toISOString() },
      total: { amount: totalAmount, currency: of },
    })),
  };
}

function acceptedBeforeOf({ acceptedBefore }: ShownEstimate): EstimatePage['acceptedBefore'] {
  const result = acceptedBefore?.content.result ?? null;
  if (acceptedBefore === undefined || result === null) return null;
  return { revision: acceptedBefore.revision, at: acceptedBefore.content.at, total: { amount: result.total, currency: result.currency } };
}

/** Until when the prices hold: of one that can be accepted, and of an accepted one until it is ordered. */
function pricesOf({ revision: row, order }: ShownEstimate, { mayDecide }: EstimateContent, account: AccountSettings, now: Date): EstimatePage['prices'] {
  const isAccepted = row.status === 'accepted' || row.status === 'accepted_in_part';
  if (order?.stage !== 'estimate' || !(mayDecide || isAccepted)) return null;
  const hold = priceHoldOf(row.content, row.validUntil, account);
  if (!isAccepted) return { ...hold, over: false };
  const end = row.lockUntil ?? row.expiresAt;
  return { ...hold, acceptedUntil: dayIn(account.timeZone, end), over: hasExpired(end, now) };
}

/** A revision of before as it was: nothing of it is decided any more, also where nobody was asked since. */
export function presentEarlier(read: ReadRevision, now: Date): EstimateContent {
  return { ...presentContent(read, now), mayDecide: false, mayAcceptInPart: false, needsReissue: false, offer: null };
}

/** A revision to read: picked from what was frozen, and only the status and the clock from now. */
export function presentContent({ revision: row, decisions, papers }: ReadRevision, now: Date): EstimateContent {
  const { content } = row;
  // Expiry is worked out when it is read: nothing has to run at midnight.
  const expired = hasExpired(row.expiresAt, now);
  const mayDecide = (row.status === 'open' || row.status === 'changes_requested') && !expired;
  const isToReissue = mayDecide && needsReissue(content);
  const mayAccept = mayDecide && !isToReissue;
  const mayAcceptInPart = mayAccept && content.policies.inPart === true;
  const { name, accent, locale, timeZone, country, id, logoFileId } = content.account;
  const money = (amount: number) => ({ amount, currency: content.currency });
  const moneyOrNull = (amount: number | null) => (amount === null ? null : money(amount));
  const accepted = decisions.findLast(({ content: { kind, result } }) => kind === row.status && result !== null)?.content;
  const { lines, totals, deposit } = accepted === undefined ? content : acceptedContent(content, accepted);
  const subtotals = frozenSubtotals(lines);
  return {
    account: { name, accent, locale, timeZone, country, logoUrl: logoFileId === undefined ? null : productPictureUrl(id, logoFileId, 'small') },
    seller: sellerLines(content),
    terms: content.texts.terms ?? '',
    paymentTerms: content.paymentTerms ?? '',
    deposit: deposit == null ? null : { term: termJson(deposit.term, money), due: money(deposit.dueAmount), balance: money(deposit.balanceAmount) },
    dueOn: content.dueOn,
    number: content.number,
    revision: content.revision,
    name: content.name,
    status: row.status,
    expired,
    validUntil: row.validUntil,
    expiresAt: row.expiresAt.toISOString(),
    issuedAt: content.issuedAt,
    issuedBy: content.issuedBy,
    customer: { name: content.customer.name, company: content.company?.name ?? '' },
    message: content.texts.message,
    note: content.texts.note,
    poNumber: content.poNumber,
    fields: content.fields ?? [],
    currency: content.currency,
    priceMode: content.policies.priceMode,
    lines: lines.map((line) => ({ ...presentLine(line, money), subtotal: moneyOrNull(subtotals.get(line.id) ?? null) })),
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
    papers: { ...papers },
    mayDecide,
    mayAcceptInPart,
    needsReissue: isToReissue,
    consent: consentTo(content, content.totals.open),
    offer: mayAccept && (mayAcceptInPart || hasChoices(content)) ? offerOf(content) : null,
    decisions: decisions.map((kept) => decisionJson({ content: kept.content, sha256: kept.sha256.toString('hex') })),
  };
}

/** What live totals are worked out from, picked field by field: the schema of the page refuses anything else. */
function offerOf(content: FrozenEstimate): NonNullable<EstimateContent['offer']> {
  return frozenOffer.parse({
    currency: content.currency,
    policies: pick(content.policies, ['priceMode', 'taxRounding', 'includedElsewhere']),
    lines: content.lines.map((line) => pick(line, Object.keys(frozenOffer.shape.lines.element.shape) as (keyof FrozenLine)[])),
    discounts: content.discounts,
    shipments: content.shipments.map((shipment) => pick(shipment, ['id', 'kind', 'method', 'amount', 'taxPlace', 'lines'])),
    tax: content.tax,
    deposit: content.deposit == null ? null : { term: content.deposit.term },
  });
}

function termJson(term: NonNullable<FrozenEstimate['deposit']>['term'], money: (amount: number) => { amount: number; currency: string }) {
  return term.kind === 'fixed' ? { kind: term.kind, amount: money(term.amount) } : term;
}

function pick<Whole extends object, Key extends keyof Whole>(whole: Whole, keys: readonly Key[]): Partial<Whole> {
  return Object.fromEntries(keys.flatMap((key) => (whole[key] === undefined ? [] : [[key, whole[key]]]))) as Partial<Whole>;
}

function billingAddress(content: FrozenEstimate): EstimateContent['billingAddress'] {
  return content.billing.sameAsShipping ? (content.shipments[0]?.address ?? null) : content.billing.address;
}

function presentLine(line: FrozenLine, money: (amount: number) => { amount: number; currency: string }): Omit<EstimateContent['lines'][number], 'subtotal'> {
  const { id, kind, parentLineId, name, sku, options, imageUrl, quantity, unitPrice, optional, chosen, choiceGroup, note } = line;
  return {
    ...{ id, kind, parentLineId, name, sku, options, imageUrl, quantity, unitPrice, optional, chosen, choiceGroup, note },
    answers: line.answers ?? [],
    quantityBounds: line.quantityBounds ?? null,
    quantityStep: Math.max(1, line.quantityRule.increment ?? 1),
    amount: money(line.amount),
    onceAmount: money(onceAmount(line.upcharges)),
    discountAmount: money(line.discountAmount),
    total: money(line.total),
  };
}

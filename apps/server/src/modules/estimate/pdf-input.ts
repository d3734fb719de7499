// What the document of an estimate is drawn from: the frozen content alone, in words of the account's locale, so that the
// paper cannot say another figure than the page and the mail do. Nothing is reckoned here.
import type { FrozenEstimate, FrozenLine } from '@backdesk/contract/estimate/frozen.ts';
import type { EstimatePdfInput, PdfFact, PdfLine } from '@backdesk/documents/pdf/types.ts';
import { acceptedHoldText, priceHoldText } from '@backdesk/domain/estimate/price-hold.ts';
import { partLineIds } from '@backdesk/domain/order/bundle-totals.ts';
import { onceAmount } from '@backdesk/domain/pricing/once-amount.ts';
import { amountInWords, digitsOf, moneyInWords, numberFormat, percentInWords } from '../money-in-words.ts';
import { addressInWords, countInWords, dayInWords } from '../outbox/in-words.ts';
import { frozenFigures, frozenSubtotals } from './frozen-subtotals.ts';
import { depositLabel, estimateTitle } from './mail-input.ts';
import { sellerLines } from './seller-lines.ts';
import { daysAfter } from './valid-until.ts';

type Words = { readonly currency: string; readonly locale: string };
/** `link`: where the customer answers; null while nobody may. */
type Sealed = {
  readonly content: FrozenEstimate;
  readonly sha256: Buffer;
  /** The day it ends by now: later than the frozen one where it was extended. */
  readonly validUntil: string;
  /** Of an accepted one: until when its prices hold. */
  readonly heldUntil?: string;
  readonly link: string | null;
  readonly pictures: Pick<EstimatePdfInput, 'logo' | 'pictures' | 'artwork'>;
};

export function estimatePdfInput({ content, sha256, validUntil, heldUntil, link, pictures }: Sealed): EstimatePdfInput {
  const { account, number, revision, lines, totals } = content;
  const words = { currency: content.currency, locale: account.locale };
  const total = moneyInWords(totals.total, words.currency, words.locale);
  const isOptional = (line: FrozenLine) => line.optional && !line.chosen;
  const numbered = numberedLines(lines);
  const subtotals = frozenSubtotals(lines);
  const parts = partLineIds(lines);
  const isTaxKnown = totals.tax !== null;
  const drawn = (line: FrozenLine, position: string): PdfLine => {
    if (line.kind === 'section') return { ...heading, name: line.name, amount: amountInWords(subtotals.get(line.id) ?? 0, words.currency, words.locale) };
    if (parts.has(line.id)) return partLine(line, words, isTaxKnown);
    const shown = { ...line, ...frozenFigures(line, subtotals, words.currency) };
    // Of a bundle whose parts have the prices each part says its own tax.
    return pdfLine(shown, position, words, isTaxKnown && shown.total === line.total);
  };
  return {
    account: { name: account.name, accent: account.accent, seller: sellerLines(content) },
    locale: account.locale,
    paper: account.paper,
    title: estimateTitle(number, revision),
    name: content.name,
    facts: [
      { label: 'Number', value: revision === 1 ? String(number) : `${number} r${revision}` },
      { label: 'Date', value: dayInWords(dayOf(content.issuedAt, account.timeZone), account.locale) },
      { label: 'Valid until', value: dayInWords(validUntil, account.locale) },
      // Beside the day that was frozen, which the hash below is of.
      ...(validUntil === content.validUntil ? [] : [{ label: 'Extended from', value: dayInWords(content.validUntil, account.locale) }]),
      ...(content.dueOn === null ? [] : [{ label: 'Needed by', value: dayInWords(content.dueOn, account.locale) }]),
      { label: `Total, ${content.currency}`, value: total },
    ],
    parties: parties(content),
    message: content.texts.message,
    note: content.texts.note,
    lines: numbered.flatMap(({ line, position }) => (isOptional(line) ? [] : [drawn(line, position)])),
    optional: numbered.flatMap(({ line, position }) => (isOptional(line) ? [drawn(line, position)] : [])),
    sums: sums(content, words),
    total: { label: `Total ${content.currency}`, value: total },
    open: totals.open.length === 0 ? '' : `plus ${totals.open.join(' and ')}`,
    deposit: depositFacts(content, words),
    terms: [...terms(content, words), holdInWords(content, validUntil, heldUntil)],
    ownTerms: content.texts.terms ?? '',
    link,
    ...pictures,
    sha256: sha256.toString('hex'),
    issuedAt: content.issuedAt,
  };
}

/** A section: a title, and what its lines come to. */
const heading = { isSection: true, position: '', sku: '', details: [], quantity: '', unitPrice: '', discount: '', tax: '' } as const;

/** The day of a moment in a time zone, as YYYY-MM-DD. */
const dayOf = (time: string, timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(time));

/** Lines that stand by themselves are counted; one that belongs to another has no number. */
function numberedLines(lines: readonly FrozenLine[]): readonly { readonly line: FrozenLine; readonly position: string }[] {
  let count = 0;
  return lines.map((line) => {
    const isCounted = line.parentLineId === null && line.kind !== 'section';
    if (isCounted) count += 1;
    return { line, position: isCounted ? String(count) : '' };
  });
}

function pdfLine(line: FrozenLine, position: string, words: Words, isTaxKnown: boolean): PdfLine {
  const amount = amountInWords(line.total, words.currency, words.locale);
  const once = onceAmount(line.upcharges);
  const sent = (line.answers ?? []).flatMap(({ file }) => file?.id ?? []);
  const digits = digitsOf(words.currency);
  const unitFormat = numberFormat(words.locale, { minimumFractionDigits: digits, maximumFractionDigits: 6 });
  return {
    position,
    name: [line.name, ...line.options.map(({ value }) => value)].join(' · '),
    sku: line.sku,
    details: [
      ...(line.answers ?? []).map(({ name, value }) => `${name}: ${value}`),
      ...(once === 0 ? [] : [`${amountInWords(once, words.currency, words.locale)} once for the customization`]),
      ...(line.choiceGroup === null ? [] : [`One to choose of ${line.choiceGroup}`]),
      ...(line.note === '' ? [] : [line.note]),
    ],
    ...(line.imageUrl !== null && { picture: line.imageUrl }),
    ...(sent.length > 0 && { artwork: sent }),
    quantity: countInWords(line.quantity, words.locale),
    unitPrice: line.unitPrice === null ? '' : unitFormat.format(line.unitPrice as `${number}`),
    discount: line.discountAmount === 0 ? '' : `−${amountInWords(line.discountAmount, words.currency, words.locale)}`,
    // What is not in the total was not taxed either: that says nothing of the tax it would have.
    tax: isTaxKnown && !(line.optional && !line.chosen) ? taxOf(line, words.locale) : '',
    amount: line.optional && !line.chosen ? `(${amount})` : amount,
  };
}

/** A part of a bundle: what it comes to is in the amount of the bundle above it. */
function partLine(line: FrozenLine, words: Words, isTaxKnown: boolean): PdfLine {
  const isFree = line.total === 0;
  return { ...pdfLine(line, '', words, isTaxKnown && !isFree), ...(isFree && { unitPrice: '' }), amount: '', isPart: true };
}

/** Rates on one and the same amount are told as one; the sums below name each. */
function taxOf({ taxLines }: FrozenLine, locale: string): string {
  const [first, ...others] = taxLines;
  if (first === undefined) return 'none';
  if (others.every(({ base }) => base === first.base))
    return percentInWords(
      taxLines.reduce((sum, { ratePpm }) => sum + ratePpm, 0),
      locale,
    );
  return [...new Set(taxLines.map(({ ratePpm }) => percentInWords(ratePpm, locale)))].join(' + ');
}

function parties(content: FrozenEstimate): EstimatePdfInput['parties'] {
  const { account, customer, company, poNumber, billing, shipments } = content;
  const written = (address: Parameters<typeof addressInWords>[0]) => addressInWords(address, account);
  const fields = (content.fields ?? []).map(({ label, value }) => `${label}: ${typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)}`);
  const reference = poNumber === '' ? [] : [`PO number ${poNumber}`];
  const whom = [company?.name ?? '', customer.name, customer.email ?? '', customer.phone].filter((line) => line !== '');
  const bill = billing.sameAsShipping ? (shipments[0]?.address ?? null) : billing.address;
  return [
    { label: 'For', lines: [...whom, ...reference, ...fields] },
    ...shipments.flatMap(({ kind, address }) => {
      if (address === null) return kind === 'pickup' ? [{ label: 'You pick it up', lines: [] }] : [];
      return [{ label: kind === 'pickup' ? 'You pick it up' : 'Ship to', lines: written(address) }];
    }),
    ...(bill === null ? [] : [{ label: 'Bill to', lines: written(bill) }]),
  ];
}

function sums({ totals, discounts, shipments, policies }: FrozenEstimate, { currency, locale }: Words): readonly PdfFact[] {
  const amount = (minor: number) => amountInWords(minor, currency, locale);
  const [only, ...others] = shipments;
  const method = others.length === 0 ? only?.method?.name : undefined;
  const shipping = totals.shipping === null ? 'to be added' : totals.shipping === 0 ? 'free' : amount(totals.shipping);
  const taxes =
    totals.tax === null
      ? [{ label: 'Tax', value: 'to be added' }]
      : totals.taxLines.map(({ name, ratePpm, base, amount: tax }) => ({
          label: `${name} ${percentInWords(ratePpm, locale)} on ${amount(base)}`,
          value: amount(tax),
        }));
  return [
    { label: 'Items', value: amount(totals.items) },
    ...discounts.flatMap(({ label, amount: less }) => (less === 0 ? [] : [{ label: label === '' ? 'Discount' : label, value: `−${amount(less)}` }])),
    { label: method ?? 'Shipping', value: shipping },
    ...(policies.priceMode === 'tax_included' ? [] : taxes),
  ];
}

/** Of an accepted estimate as it was accepted. */
function depositFacts({ deposit, totals }: FrozenEstimate, words: Words): readonly PdfFact[] {
  if (deposit == null || deposit.dueAmount === 0) return [];
  const money = (amount: number) => moneyInWords(amount, words.currency, words.locale);
  const open = totals.open.length === 0 ? '' : `, plus ${totals.open.join(' and ')}`;
  return [
    { label: depositLabel(deposit, totals, words), value: money(deposit.dueAmount) },
    { label: `Balance${open}`, value: money(deposit.balanceAmount) },
  ];
}

/** Until when its prices hold, and what then, as it was stated when it was issued: page and mail say this first, then what is kinder by now. */
function holdInWords({ account, policies }: FrozenEstimate, validUntil: string, heldUntil?: string): string {
  const { locale, timeZone, name } = account;
  const { drift: policy, acceptedLockDays = 0 } = policies;
  const ends = `${dayInWords(validUntil, locale)} (${timeZone})`;
  if (policy === undefined) return `These prices hold through ${ends}.`;
  const words = { day: (day: string) => (day === validUntil ? ends : dayInWords(day, locale)) };
  const hold = { until: validUntil, acceptedUntil: heldUntil ?? daysAfter(validUntil, acceptedLockDays), policy, stated: null };
  return heldUntil === undefined ? priceHoldText(hold, words, name) : acceptedHoldText(hold, words, name, false);
}

function terms({ totals, policies, tax, currency, paymentTerms = '' }: FrozenEstimate, { locale }: Words): readonly string[] {
  const open = totals.open.length === 2 ? 'Shipping and tax are' : totals.open[0] === 'tax' ? 'Tax is' : 'Shipping is';
  return [
    ...(paymentTerms === '' ? [] : [`Payment terms: ${paymentTerms}.`]),
    policies.priceMode === 'tax_included'
      ? `Prices are in ${currency} and include tax${totals.tax === null ? '' : `: ${moneyInWords(totals.tax, currency, locale)} of the total`}.`
      : `Prices are in ${currency}; tax is added to them.`,
    ...(tax.exemption === null || tax.exemption === '' ? [] : [`No tax is charged: ${tax.exemption}.`]),
    ...(totals.open.length === 0 ? [] : [`${open} not known yet and will be added as charged.`]),
  ];
}

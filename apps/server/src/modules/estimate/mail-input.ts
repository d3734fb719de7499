// What the mail of an estimate is rendered from: the frozen content alone, so that the mail cannot say another figure than
// the page it links to.
import type { FrozenEstimate, FrozenLine } from '@backdesk/contract/estimate/frozen.ts';
import type { EstimateMailInput, MailLine, MailTotals } from '@backdesk/documents/mail/types.ts';
import { type DepositTerm, depositBasis } from '@backdesk/domain/estimate/deposit.ts';
import { partLineIds } from '@backdesk/domain/order/bundle-totals.ts';
import { onceAmount } from '@backdesk/domain/pricing/once-amount.ts';
import { moneyInWords, percentInWords } from '../money-in-words.ts';
import { addressInWords, countInWords, dayInWords, unitPriceInWords } from '../outbox/in-words.ts';
import { frozenFigures, frozenSubtotals } from './frozen-subtotals.ts';

type Words = { readonly currency: string; readonly locale: string };
type MoneyTotals = {
  readonly items: number;
  readonly discount: number;
  readonly shipping: number | null;
  readonly tax: number | null;
  readonly total: number;
  readonly open: readonly ('shipping' | 'tax')[];
};

/** A deposit as it is due, and the term it comes from. */
export type AskedDeposit = { readonly term: DepositTerm; readonly dueAmount: number; readonly balanceAmount: number };

/** "Deposit due on acceptance, 50 % of $870.88": `when` is left out where the acceptance is over. */
export function depositLabel({ term }: AskedDeposit, { total, open }: Pick<MoneyTotals, 'total' | 'open'>, words: Words, when = ' due on acceptance'): string {
  const amount = (minorUnits: number) => moneyInWords(minorUnits, words.currency, words.locale);
  const basis = depositBasis(term, total, open, { amount, percent: (ppm) => percentInWords(ppm, words.locale) });
  return [`Deposit${when}`, basis].filter((part) => part !== '').join(', ');
}

/** What is asked for beside a total. `when`: the words that say when the deposit is due, other than on acceptance. */
type Asked = { readonly deposit?: AskedDeposit | null | undefined; readonly when?: string; readonly paymentTerms?: string | undefined };

/** Totals in words; what is unknown stays null. */
export function mailTotals(totals: MoneyTotals, words: Words, taxIncluded: boolean, { deposit = null, when, paymentTerms = '' }: Asked = {}): MailTotals {
  const money = (amount: number) => moneyInWords(amount, words.currency, words.locale);
  return {
    items: money(totals.items),
    discount: totals.discount === 0 ? null : money(totals.discount),
    shipping: totals.shipping === null ? null : money(totals.shipping),
    tax: totals.tax === null ? null : money(totals.tax),
    total: money(totals.total),
    open: totals.open,
    taxIncluded,
    deposit:
      deposit === null || deposit.dueAmount === 0
        ? null
        : { label: depositLabel(deposit, totals, words, when), due: money(deposit.dueAmount), balance: money(deposit.balanceAmount) },
    paymentTerms,
  };
}

type LineInWords = Pick<
  FrozenLine,
  | 'id'
  | 'kind'
  | 'name'
  | 'parentLineId'
  | 'sku'
  | 'options'
  | 'answers'
  | 'note'
  | 'quantity'
  | 'unitPrice'
  | 'total'
  | 'optional'
  | 'chosen'
  | 'choiceGroup'
  | 'upcharges'
>;

/** The lines as the mail lists them, a section with what its lines come to, a bundle with its parts. */
export function mailLines(lines: readonly LineInWords[], words: Words): readonly MailLine[] {
  const subtotals = frozenSubtotals(lines);
  const parts = partLineIds(lines);
  return lines.map((line) => {
    if (parts.has(line.id)) return mailPart(line, words);
    if (line.kind === 'bundle') return mailLine({ ...line, ...frozenFigures(line, subtotals, words.currency) }, words);
    if (line.kind !== 'section') return mailLine(line, words);
    const total = moneyInWords(subtotals.get(line.id) ?? 0, words.currency, words.locale);
    return { name: line.name, detail: '', quantity: '', unitPrice: null, total, isSection: true };
  });
}

/** A line: the SKU, options and note on one quiet line. */
function mailLine(line: LineInWords, words: Words): MailLine {
  const group = line.choiceGroup === null ? '' : `One to choose of ${line.choiceGroup}`;
  const optional = line.optional && !line.chosen ? `${group === '' ? 'Optional' : group}, not in the total` : group;
  const answers = (line.answers ?? []).map(({ name, value }) => `${name}: ${value}`);
  const once = onceAmount(line.upcharges);
  const addedOnce = once === 0 ? '' : `${moneyInWords(once, words.currency, words.locale)} once for the customization`;
  const details = [line.sku, line.options.map((option) => option.value).join(', '), ...answers, addedOnce, line.note, optional];
  return {
    name: line.name,
    detail: details.filter((text) => text !== '').join(' · '),
    quantity: countInWords(line.quantity, words.locale),
    unitPrice: line.unitPrice === null ? null : unitPriceInWords(line.unitPrice, words.currency, words.locale),
    total: moneyInWords(line.total, words.currency, words.locale),
    isBelow: line.parentLineId !== null,
  };
}

/** A part of a bundle: how many, and what each costs where the parts have the prices; what it comes to is in the bundle's total. */
function mailPart(line: LineInWords, words: Words): MailLine {
  const shown = { ...mailLine(line, words), total: '' };
  return line.total === 0 ? { ...shown, quantity: `${shown.quantity} ${line.quantity === 1 ? 'piece' : 'pieces'}`, unitPrice: null } : shown;
}

/** "Estimate 1042", from its second revision on "Estimate 1042 r2". */
export const estimateTitle = (number: number, revision: number): string => (revision === 1 ? `Estimate ${number}` : `Estimate ${number} r${revision}`);

/** "Estimate 1042 r2.pdf" */
export const documentName = ({ number, revision }: Pick<FrozenEstimate, 'number' | 'revision'>): string => `${estimateTitle(number, revision)}.pdf`;

export function estimateMailInput(
  content: FrozenEstimate,
  sent: Pick<EstimateMailInput, 'link' | 'documentLink' | 'message' | 'changes' | 'hold'>,
): EstimateMailInput {
  const { account, customer, company, number, revision } = content;
  const words = { currency: content.currency, locale: account.locale };
  return {
    account: { name: account.name, accent: account.accent, address: accountAddress(account.address) },
    locale: account.locale,
    customer: { name: customer.name, company: company?.name ?? '' },
    lines: mailLines(content.lines, words),
    totals: mailTotals(content.totals, words, content.policies.priceMode === 'tax_included', content),
    estimate: { number, revision, title: estimateTitle(number, revision), validUntil: dayInWords(content.validUntil, account.locale) },
    ...sent,
  };
}

/** The account's postal address, as far as it was entered: in the order of its country where that is known. */
export function accountAddress(address: Readonly<Record<string, unknown>>): readonly string[] {
  const text = (name: string) => (typeof address[name] === 'string' ? address[name] : '');
  if (text('country') !== '') {
    const country = text('country');
    const place = { line1: text('line1'), line2: text('line2'), city: text('city'), region: text('region'), postcode: text('postcode'), country };
    return addressInWords({ name: '', company: '', phone: '', ...place }, { locale: 'en', country });
  }
  const place = [text('city'), text('region'), text('postcode')].filter((part) => part !== '').join(' ');
  return [text('line1'), text('line2'), place].filter((line) => line !== '');
}

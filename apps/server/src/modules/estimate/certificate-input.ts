// What the certificate page of an accepted estimate says: picked from the kept decision and the frozen content alone, so that it is
// the same page whenever it is drawn. Words of the account's locale; times in UTC and in the account's zone.
import { createHash } from 'node:crypto';
import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import type { FrozenEstimate, FrozenLine } from '@backdesk/contract/estimate/frozen.ts';
import type { EstimatePdfInput, PdfCertificate, PdfFact } from '@backdesk/documents/pdf/types.ts';
import { dayIn } from '../day-in.ts';
import { moneyInWords } from '../money-in-words.ts';
import { countInWords, timeInWords } from '../outbox/in-words.ts';
import { acceptedContent } from './accepted-content.ts';
import { certificateMark } from './certificate-mark.ts';
import { depositLabel, estimateTitle } from './mail-input.ts';
import { estimatePdfInput } from './pdf-input.ts';

export type Certified = {
  readonly content: FrozenEstimate;
  readonly sha256: Buffer;
  /** As extended; nothing moves it once it is accepted. */
  readonly validUntil: string;
  readonly lockUntil: Date | null;
  readonly decision: { readonly id: string; readonly content: KeptDecision; readonly sha256: Buffer };
  /** Of the PDF of the revision, hex. */
  readonly documentSha256: string;
  readonly pictures: Pick<EstimatePdfInput, 'logo' | 'pictures' | 'artwork'>;
};

/** The estimate as it was accepted, with its certificate as the last page. */
export function certificatePdfInput(certified: Certified): EstimatePdfInput {
  const { content, sha256, validUntil, lockUntil, decision, pictures } = certified;
  const { account } = content;
  const heldUntil = lockUntil === null ? validUntil : dayIn(account.timeZone, lockUntil);
  const drawn = estimatePdfInput({ content: acceptedContent(content, decision.content), sha256, validUntil, heldUntil, link: null, pictures });
  return {
    ...drawn,
    facts: [...drawn.facts, { label: 'Accepted', value: timeInWords(new Date(decision.content.at), account) }],
    issuedAt: decision.content.at,
    certificate: certificateOf(certified),
  };
}

const channels: Readonly<Record<KeptDecision['channel'], string>> = {
  page: 'on the estimate page',
  phone: 'by phone',
  mail: 'by mail',
  in_person: 'in person',
};

function certificateOf({ content, sha256, decision: { id, content: decision, sha256: decisionSha256 }, documentSha256 }: Certified): PdfCertificate {
  const { account, number, revision } = content;
  const title = estimateTitle(number, revision);
  return {
    mark: certificateMark(id),
    title: 'Certificate of acceptance',
    intro: `${title} of ${account.name} was accepted${decision.kind === 'accepted_in_part' ? ' in part' : ''} ${channels[decision.channel]}.`,
    groups: [
      { heading: 'Who', facts: who(content, decision) },
      { heading: 'When and from where', facts: whence(content, decision) },
      { heading: 'What', facts: what(content, decision) },
      ...(decision.consent === null
        ? []
        : [{ heading: 'The words agreed to', facts: [{ label: `Version ${decision.consent.version}`, value: decision.consent.text }] }]),
      ...((decision.trail ?? []).length === 0 ? [] : [{ heading: 'What happened before', facts: trail(decision) }]),
      {
        heading: 'Fingerprints (SHA-256)',
        facts: [
          { label: 'Frozen content', value: sha256.toString('hex') },
          { label: decision.documentSha256 === documentSha256 ? 'PDF of the estimate' : 'PDF of the estimate, drawn afterwards', value: documentSha256 },
          { label: 'This acceptance', value: decisionSha256.toString('hex') },
        ],
      },
    ],
    note: `Acceptance ${id}. Whether a byte of this file was changed: backdesk verify acceptance FILE.pdf`,
  };
}

const given = (label: string, value: string | null | undefined): readonly PdfFact[] =>
  value === null || value === undefined || value === '' ? [] : [{ label, value }];

function who({ customer, company }: FrozenEstimate, { name, title, link, recordedBy, note }: KeptDecision): readonly PdfFact[] {
  return [
    ...given('Name', name),
    ...given('Position', title),
    ...given('For', company?.name ?? customer.name),
    ...given('Mail address', customer.email),
    ...given('Link made for', link === null ? '' : recipientInWords(link.recipient)),
    ...given('Recorded by', recordedBy),
    ...given('Noted', note),
  ];
}

const recipientInWords = (recipient: string) => (recipient === '' ? 'whoever was given it' : recipient === 'document' ? 'the paper' : recipient);

/** "2026-11-26T19:42:27Z" */
const utc = (time: string) => `${time.slice(0, 19).replace('T', ' ')} UTC`;

function whence({ account }: FrozenEstimate, { at, timeZone, ipAddress, userAgent, link }: KeptDecision): readonly PdfFact[] {
  return [
    { label: 'Time', value: utc(at) },
    { label: timeZone, value: timeInWords(new Date(at), { locale: account.locale, timeZone }) },
    ...given('Internet address', ipAddress),
    ...given('Browser', userAgent),
    ...given('Link', link?.id),
  ];
}

function what(content: FrozenEstimate, decision: KeptDecision): readonly PdfFact[] {
  const { locale } = content.account;
  const { result, poNumber, files = [] } = decision;
  const open = result === null || result.open.length === 0 ? '' : `, plus ${result.open.join(' and ')} as charged`;
  const roles = { purchase_order: 'Purchase order', proof: 'Shown by' } as const;
  return [
    { label: 'Estimate', value: `${content.number} r${content.revision}` },
    ...(result === null ? [] : [{ label: 'Total', value: `${moneyInWords(result.total, result.currency, locale)}${open}` }]),
    ...deposit(content, decision),
    ...given('Payment terms', content.paymentTerms),
    ...terms(content),
    ...choices(content, decision).map((value, index) => ({ label: index === 0 ? 'Choices' : '', value })),
    ...given('PO number', poNumber),
    // The hash on a line of its own: one that is broken would get a hyphen that is not in it.
    ...files.flatMap(({ role, name, bytes, sha256 }) => [
      { label: roles[role], value: `${name}, ${countInWords(bytes, locale)} bytes` },
      { label: 'Its SHA-256', value: sha256 },
    ]),
  ];
}

function deposit(content: FrozenEstimate, { result }: KeptDecision): readonly PdfFact[] {
  if (content.deposit == null || result?.deposit === undefined || result.deposit.dueAmount === 0) return [];
  const { locale } = content.account;
  const money = (amount: number) => moneyInWords(amount, result.currency, locale);
  const words = { currency: result.currency, locale };
  const asked = { ...content.deposit, ...result.deposit };
  return [
    { label: depositLabel(asked, result, words, ' due'), value: money(asked.dueAmount) },
    { label: 'Balance', value: money(asked.balanceAmount) },
  ];
}

/** The terms that were under it: their text is in the frozen content, and its hash tells one version from another. */
function terms({ texts }: FrozenEstimate): readonly PdfFact[] {
  if (texts.terms === undefined) return [];
  return [{ label: 'Terms, SHA-256', value: createHash('sha256').update(texts.terms).digest('hex') }];
}

/** What differs from how it was issued, a sentence each. */
function choices({ lines, account }: FrozenEstimate, { choices: made, leftOut }: KeptDecision): readonly string[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const count = (quantity: number) => countInWords(quantity, account.locale);
  const said = [
    ...made.flatMap(({ lineId, chosen, quantity }) => {
      const line = byId.get(lineId);
      if (line === undefined) return [];
      return [
        ...(chosen === undefined ? [] : [`${nameOf(line)}: ${chosen ? 'taken' : 'not taken'}`]),
        ...(quantity === undefined ? [] : [`${nameOf(line)}: ${count(quantity)} instead of ${count(line.quantity)}`]),
      ];
    }),
    ...leftOut.flatMap((id) => {
      const line = byId.get(id);
      return line === undefined ? [] : [`${nameOf(line)}: left out`];
    }),
  ];
  return said.length === 0 ? ['As it was issued'] : said;
}

const nameOf = ({ name, options }: FrozenLine) => [name, ...options.map(({ value }) => value)].join(' · ');

const happenings: Readonly<Record<string, string>> = {
  sent: 'Sent to',
  bounced: 'Came back from',
  link_copied: 'Link copied',
  viewed: 'Page opened by',
  read: 'Lines on the screen to their end, by',
  downloaded: 'PDF fetched by',
};

function trail({ trail: facts = [] }: KeptDecision): readonly PdfFact[] {
  return facts.map(({ kind, at, recipient, mailId }) => ({
    label: utc(at),
    value: [happenings[kind] ?? kind, kind === 'link_copied' ? '' : recipientInWords(recipient), mailId === null ? '' : `(mail ${mailId})`]
      .filter((part) => part !== '')
      .join(' '),
  }));
}

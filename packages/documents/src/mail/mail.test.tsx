// @vitest-environment jsdom
// What a customer reads, in both parts of the mail, and what nobody's text may do to it.
import { expect, it } from 'vitest';
import { accentOf } from './accent.ts';
import { renderDecisionMail } from './decision-mail.tsx';
import { renderEstimateMail } from './estimate-mail.tsx';
import { renderInvitationMail } from './invitation-mail.tsx';
import { renderOrderReceivedMail } from './order-received-mail.tsx';
import { renderPasswordResetMail } from './password-reset-mail.tsx';
import type { DecisionMailInput, EstimateMailInput, MailLine, OrderReceivedMailInput } from './types.ts';

const tee: MailLine = { name: 'Heavy tee', detail: 'TEE-RED-M · Red · M', quantity: '24', unitPrice: '$8.50', total: '$204.00' };
const setup: MailLine = { name: 'Setup', detail: '', quantity: '1', unitPrice: null, total: '$35.00' };

const order = {
  account: { name: 'Harbor Print Co.', accent: '#0d5c68', address: ['12 Quay St', 'Portland, ME 04101'] },
  locale: 'en-US',
  customer: { name: 'Dana Wu', company: 'Harbor Coffee Co.' },
  lines: [tee, setup],
  totals: {
    items: '$239.00',
    discount: null,
    shipping: '$12.00',
    tax: '$21.21',
    total: '$272.21',
    open: [],
    taxIncluded: false,
    deposit: null,
    paymentTerms: '',
  },
} as const;

const anEstimate: EstimateMailInput = {
  ...order,
  estimate: { number: 1042, revision: 1, title: 'Estimate 1042', validUntil: '23 Dec 2026' },
  message: 'Hello Dana,\n\nas discussed.',
  link: 'https://orders.example/e/abc123',
  documentLink: 'https://orders.example/api/estimates/v1/abc123/document',
  changes: null,
  hold: 'These prices hold until 23 Dec 2026. What you accept by then is what you are charged.',
};

const anOrder: OrderReceivedMailInput = {
  ...order,
  title: 'Order 1042',
  receivedOn: '23 Nov 2026',
  poNumber: 'PO-77',
  shipTo: ['5 Main St', 'Portland'],
  pending: false,
  supersedes: '',
};

const read = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const words = (html: string): string => read(html).body.textContent.replace(/\s+/g, ' ');

it('says shop, total and date in the subject', async () => {
  const { subject } = await renderEstimateMail(anEstimate);
  expect(subject).toBe('Estimate 1042 from Harbor Print Co. – $272.21, valid until 23 Dec 2026');
});

it('holds every line, every sum, the message and the link in both parts', async () => {
  const { html, text } = await renderEstimateMail(anEstimate);
  for (const part of [words(html), text]) {
    for (const word of ['Estimate 1042', 'Dana Wu, Harbor Coffee Co.', 'valid until 23 Dec 2026', 'as discussed.', anEstimate.link])
      expect(part).toContain(word);
    for (const word of ['Heavy tee', 'TEE-RED-M · Red · M', '24 × $8.50', '$204.00', 'Setup', '$35.00', '$239.00', '$12.00', '$21.21', '$272.21'])
      expect(part).toContain(word);
    expect(part).toContain('Portland, ME 04101');
    expect(part).not.toContain('Discount');
    expect(part).not.toMatch(/plus shipping|to be added|undefined|null|NaN/);
  }
  expect(read(html).querySelector('a.button')?.getAttribute('href')).toBe(anEstimate.link);
});

it('puts the total and the button before the message and the lines', async () => {
  const { html, text } = await renderEstimateMail(anEstimate);
  const body = read(html).body.outerHTML;
  expect(body.indexOf('View estimate')).toBeLessThan(body.indexOf('as discussed.'));
  expect(body.indexOf('as discussed.')).toBeLessThan(body.indexOf('Heavy tee'));
  expect(text.indexOf('$272.21')).toBeLessThan(text.indexOf(anEstimate.link));
  expect(text.indexOf(anEstimate.link)).toBeLessThan(text.indexOf('Heavy tee'));
});

it('says what the total leaves out, wherever the total is said', async () => {
  const totals = { ...order.totals, shipping: null, tax: null, total: '$239.00', open: ['tax', 'shipping'] as const };
  const { subject, html, text } = await renderEstimateMail({ ...anEstimate, totals });
  expect(subject).toContain('$239.00 plus shipping and tax, valid until');
  expect(words(html)).toContain('Total, plus shipping and tax');
  expect(text).toContain('$239.00 plus shipping and tax');
  expect(text).toContain('Shipping: to be added\nTax: to be added\nTotal, plus shipping and tax: $239.00');
});

it('names the tax that included prices hold, and subtracts a discount', async () => {
  const totals = { ...order.totals, discount: '$20.00', taxIncluded: true };
  const { text } = await renderEstimateMail({ ...anEstimate, totals });
  expect(text).toContain('Discount: −$20.00\nShipping: $12.00\nOf which tax: $21.21');
});

it('says under the total what is due first, what is left and when it is paid, in both parts', async () => {
  const deposit = { label: 'Deposit due on acceptance, 50% of $239.00, before tax', due: '$119.50', balance: '$119.50' };
  const totals = { ...order.totals, tax: null, total: '$239.00', open: ['tax'] as const, deposit, paymentTerms: 'Net 30' };
  const { html, text } = await renderEstimateMail({ ...anEstimate, totals });
  expect(text).toContain(
    'Total, plus tax: $239.00\nDeposit due on acceptance, 50% of $239.00, before tax: $119.50\nBalance, plus tax: $119.50\nPayment terms: Net 30',
  );
  for (const word of [deposit.label, '$119.50', 'Balance, plus tax', 'Payment terms: Net 30']) expect(words(html)).toContain(word);
  expect((await renderOrderReceivedMail({ ...anOrder, totals })).text).toContain('Payment terms: Net 30');
});

it('shows script, emoji and right-to-left text as text', async () => {
  const wild = '<script>alert(1)</script> "quoted" & 😀 قميص';
  const input = {
    ...anEstimate,
    message: wild,
    customer: { name: wild, company: wild },
    account: { ...order.account, name: wild, address: [wild] },
    lines: [{ ...tee, name: wild, detail: wild }],
  };
  const { html, text } = await renderEstimateMail(input);
  const page = read(html);
  expect(page.querySelectorAll('script, img, iframe')).toHaveLength(0);
  expect([...page.querySelectorAll('bdi')].filter((bdi) => bdi.textContent === wild).length).toBeGreaterThanOrEqual(4);
  expect(text).toContain(`\u2068${wild}\u2069`);
});

it('keeps a name from breaking the subject or turning figures round', async () => {
  const name = 'Shop\r\nBcc: everyone@example.com\u202e\u0000';
  const { subject, html, text } = await renderEstimateMail({ ...anEstimate, account: { ...order.account, name } });
  expect(subject).toBe('Estimate 1042 from Shop Bcc: everyone@example.com – $272.21, valid until 23 Dec 2026');
  for (const part of [html, text]) expect(part).not.toMatch(/[\u202e\u0000]/);
});

it('refuses a link that is not http or https', async () => {
  await expect(renderEstimateMail({ ...anEstimate, link: 'javascript:alert(1)' })).rejects.toThrow('http');
});

it('stays under the size at which Gmail cuts a mail, and says how many lines it leaves to the page', async () => {
  const { html, text } = await renderEstimateMail({ ...anEstimate, lines: Array.from({ length: 500 }, () => tee) });
  expect(new TextEncoder().encode(html).length).toBeLessThan(102_000);
  expect(words(html)).toContain('and 440 more lines, all counted in the total');
  expect(text).toContain('and 440 more lines, all counted in the total');
});

it('confirms an order with its total, purchase order and destination, and says when it waits', async () => {
  const { subject, html, text } = await renderOrderReceivedMail(anOrder);
  expect(subject).toBe('Order 1042 received by Harbor Print Co. – $272.21');
  for (const part of [words(html), text])
    for (const word of ['Purchase order PO-77', 'Ships to 5 Main St, Portland', '23 Nov 2026', '$272.21', 'Heavy tee']) expect(part).toContain(word);
  expect(text).not.toContain('approval');
  expect((await renderOrderReceivedMail({ ...anOrder, pending: true })).text).toContain('it waits for approval');
});

it.each([
  ['#0d5c68', '#0d5c68', '#ffffff'],
  ['#ffe14d', '#ffe14d', '#1d1a16'],
  ['red; background: url(x)', '#0d5c68', '#ffffff'],
])('writes readably on the accent %s', (accent, background, text) => {
  expect(accentOf(accent)).toEqual({ background, text });
});

it('invites with who asks, to which store, until when, and one link, in both parts', async () => {
  const link = 'https://orders.example/admin/invite/abc123';
  const input = { account: order.account, locale: 'en-US', invitedBy: 'Ana Reyes\r\nBcc: x@y.example', link, validUntil: '30 Nov 2026' };
  const { subject, html, text } = await renderInvitationMail(input);
  expect(subject).toBe('Join Harbor Print Co. on Backdesk');
  for (const part of [words(html), text]) {
    expect(part).toContain('Ana Reyes Bcc: x@y.example invites you to work at the order desk of Harbor Print Co.');
    expect(part).toContain('until 30 Nov 2026');
  }
  expect(text).toContain(link);
  expect(read(html).querySelector('a.button')?.getAttribute('href')).toBe(link);
});

it('carries a new password’s link and says that doing nothing changes nothing', async () => {
  const link = 'https://orders.example/admin/reset/abc123';
  const { subject, html, text } = await renderPasswordResetMail({ account: order.account, locale: 'en-US', name: '<b>Dana</b>', link, minutes: 10 });
  expect(subject).toBe('Set a new password for Harbor Print Co.');
  for (const part of [words(html), text]) {
    expect(part).toContain('Hello <b>Dana</b>.');
    expect(part).toContain('for 10 minutes');
    expect(part).toContain('your password stays as it is');
  }
  expect(text).toContain(link);
  expect(read(html).querySelector('a.button')?.getAttribute('href')).toBe(link);
});

const aDecision: DecisionMailInput = {
  ...order,
  kind: 'accepted',
  to: 'customer',
  estimate: { title: 'Estimate 1042 r2' },
  by: 'Dana Wu, Buyer',
  recordedBy: '',
  decidedAt: 'Nov 23, 2026, 4:14 AM EST',
  reason: '',
  poNumber: 'PO-9',
  consent: 'I accept Estimate 1042 r2.',
  remarks: [],
  comments: [],
  link: 'https://orders.example/e/abc123',
};

it('gives the customer a copy of what they accepted, in both parts', async () => {
  const { subject, html, text } = await renderDecisionMail(aDecision);
  expect(subject).toBe('You accepted Estimate 1042 r2 from Harbor Print Co. – $272.21');
  for (const part of [words(html), text]) {
    for (const word of ['Dana Wu, Buyer accepted Estimate 1042 r2 on Nov 23, 2026, 4:14 AM EST', 'PO-9', 'I accept Estimate 1042 r2.', 'Heavy tee', '$272.21'])
      expect(part).toContain(word);
  }
});

it('tells in both parts what changed since the revision before, and until when prices hold', async () => {
  const changes = { title: 'You accepted r1 at $251.00. This takes its place: 1 change', sentences: ['<b>Heavy tee</b>, each: $8.50, was $8.00 (+$12.00)'] };
  const { html, text } = await renderEstimateMail({ ...anEstimate, changes });
  for (const part of [words(html), text]) for (const word of [changes.title, ...changes.sentences, anEstimate.hold]) expect(part).toContain(word);
  expect(words((await renderEstimateMail(anEstimate)).html)).not.toContain('change');
});

it('tells either side what was found at acceptance, in both parts', async () => {
  const remarks = ['What you accepted holds until Jan 22, 2027.', 'Heavy tee · Red: Only 38 in stock now; the rest follows'];
  const { html, text } = await renderDecisionMail({ ...aDecision, remarks });
  for (const part of [words(html), text]) for (const remark of remarks) expect(part).toContain(remark);
});

it('tells staff what the customer wants changed, as the text it is', async () => {
  const comments = [
    { line: 'Heavy tee', text: 'In <b>blue</b>\nplease' },
    { line: '', text: 'A week later' },
  ];
  const { subject, html, text } = await renderDecisionMail({
    ...aDecision,
    kind: 'changes_requested',
    to: 'staff',
    totals: null,
    lines: [],
    consent: '',
    poNumber: '',
    comments,
  });
  expect(subject).toBe('Estimate 1042 r2: changes asked for by Dana Wu, Buyer');
  expect(read(html).querySelector('b')).toBeNull();
  expect(words(html)).toContain('Heavy tee: In <b>blue</b>');
  expect(text).toContain('A week later');
});

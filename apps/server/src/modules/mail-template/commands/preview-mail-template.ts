import { renderOrderNewsMail, renderOrderReceivedMail, renderSharedCartMail, renderSiteAccessMail } from '@backdesk/documents/mail.ts';
import type { MailTemplateName, Wording } from '@backdesk/domain/mail/mail-templates.ts';
import type { CommandContext } from '../../context.ts';
import { dayIn } from '../../day-in.ts';
import { accountAddress, mailTotals } from '../../estimate/mail-input.ts';
import { moneyInWords } from '../../money-in-words.ts';
import { dayInWords } from '../../outbox/in-words.ts';
import { checkWording } from './set-mail-template.ts';

/** The mail with this wording and made-up figures, in the account's look. */
export async function previewMailTemplate(context: CommandContext, name: MailTemplateName, wording: Wording) {
  checkWording(name, wording);
  const { account, now, publicUrl } = context;
  const { locale, currency, timeZone } = account;
  const shared = {
    account: { name: account.name, accent: account.accent, address: accountAddress((account.address ?? {}) as Record<string, unknown>) },
    locale,
    wording,
  };
  const today = dayInWords(dayIn(timeZone, now), locale);
  const link = `${publicUrl}/`;
  if (name === 'site_invitation') return renderSiteAccessMail({ ...shared, purpose: 'invite', name: 'Dana Wu', link, validUntil: today });
  if (name === 'site_approved') return renderSiteAccessMail({ ...shared, purpose: 'approve', name: 'Dana Wu', link: `${publicUrl}/login`, validUntil: '' });
  const news = newsExample(name, today, link);
  if (news !== null) {
    const { facts = [], ...about } = news;
    return renderOrderNewsMail({
      ...shared,
      customer: { name: 'Dana Wu' },
      title: 'Order 1042',
      values: {},
      words: '',
      pieces: [],
      link: null,
      closing: '',
      ...about,
      facts: ['Purchase order PO-551', ...facts],
    });
  }
  const total = moneyInWords(9_840, currency, locale);
  const order = {
    ...shared,
    customer: { name: 'Dana Wu', company: 'Harbor Coffee Co.' },
    lines: [{ name: 'Mug 11 oz', detail: 'MUG · White', quantity: '24', unitPrice: moneyInWords(410, currency, locale), total }],
    totals: mailTotals(
      { items: 9_840, discount: 0, shipping: 1_200, tax: 0, total: 11_040, open: [] },
      { currency, locale },
      account.priceMode === 'tax_included',
    ),
  };
  if (name === 'saved_cart_shared') return renderSharedCartMail({ ...order, cart: 'Spring', validUntil: today, message: '', link });
  return renderOrderReceivedMail({ ...order, title: 'Order 1042', receivedOn: today, poNumber: 'PO-551', shipTo: [], pending: false, supersedes: '' });
}

type News = Parameters<typeof renderOrderNewsMail>[0];

/** What differs between the mails that say what became of an order; null: it is none of them. */
function newsExample(name: MailTemplateName, today: string, link: string): (Partial<News> & Pick<News, 'news'>) | null {
  const went = { pieces: [{ name: 'Mug 11 oz', detail: 'White', quantity: '24' }], closing: '12 more pieces are still to come.' };
  switch (name) {
    case 'order_approved':
      return { news: name };
    case 'order_declined':
    case 'order_canceled':
      return { news: name, words: 'As agreed on the phone.' };
    case 'order_shipped':
      return {
        ...went,
        news: name,
        values: { shipped_on: today, carrier: 'UPS', tracking_number: '1Z 999 AA1 0123' },
        facts: ['UPS 1Z 999 AA1 0123'],
        link: { label: 'Follow it', address: link },
      };
    case 'order_ready':
      return {
        ...went,
        news: name,
        values: { place: 'Pier Street shop', hours: 'Monday to Friday, 9 to 17' },
        facts: ['Pier Street shop, 14 Pier Street, Brooklyn, NY 11231', 'Monday to Friday, 9 to 17'],
      };
    case 'order_picked_up':
      return { ...went, news: name, values: { picked_up_on: today }, facts: ['At Pier Street shop'] };
    default:
      return null;
  }
}

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
  if (name === 'order_shipped' || name === 'order_canceled' || name === 'order_approved' || name === 'order_declined') {
    const isShipped = name === 'order_shipped';
    return renderOrderNewsMail({
      ...shared,
      news: name,
      customer: { name: 'Dana Wu' },
      title: 'Order 1042',
      values: isShipped ? { shipped_on: today, carrier: 'UPS', tracking_number: '1Z 999 AA1 0123' } : {},
      words: isShipped || name === 'order_approved' ? '' : 'As agreed on the phone.',
      facts: isShipped ? ['Purchase order PO-551', 'UPS 1Z 999 AA1 0123'] : ['Purchase order PO-551'],
      pieces: isShipped ? [{ name: 'Mug 11 oz', detail: 'White', quantity: '24' }] : [],
      link: isShipped ? { label: 'Follow it', address: link } : null,
      closing: isShipped ? '12 more pieces are still to come.' : '',
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

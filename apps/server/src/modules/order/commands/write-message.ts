import { renderNoteMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { openLink } from '../../estimate/commands/open-link.ts';
import { accountAddress } from '../../estimate/mail-input.ts';
import { findOwnerEmail } from '../../estimate/queries/find-owner-email.ts';
import { isLinkRevoked } from '../../estimate/queries/links.ts';
import { keepMessages } from '../../message/commands/keep-messages.ts';
import { listCorrespondents, type MessageRow } from '../../message/queries.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { Problem, Refused } from '../../problem.ts';
import { lockLinkedOrder } from '../linked-order.ts';
import type { OrderRecord } from '../order-record.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';

/** Staff write to the customer, who is told by mail and answers on the estimate page. There must be a page: a released estimate. */
export async function writeMessage(context: CommandContext, orderId: string, text: string): Promise<MessageRow> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const order = loaded.record;
  if (!order.revisions.some(({ releasedAt }) => releasedAt !== null)) throw new Refused([{ code: 'estimate.not_found' }]);
  const told = await toldBy(context, order);
  const row = await keep(context, order, { author: 'staff', name: context.actor.name, text });
  for (const recipient of told) {
    const { url } = await openLink(context, orderId, recipient);
    await tell(context, order, { row, recipient, link: url, linkLabel: 'Read and answer', replyTo: context.email });
  }
  await saveOrder(context, loaded, order, [{ type: 'message.written', data: { author: 'staff', name: row.name, text: row.text } }]);
  return row;
}

/** Who has a link that works, else the customer; of whom it was revoked only sending the estimate again gives another, so they are not written to. */
async function toldBy({ tx, scope }: CommandContext, { id, customer }: OrderRecord): Promise<readonly string[]> {
  const known = await listCorrespondents(tx, scope, id);
  const email = customer?.email ?? '';
  if (known.length > 0 || email === '') return known;
  if (await isLinkRevoked(tx, scope, id, email)) throw new Problem('estimate.link_revoked');
  return [email];
}

/** The customer writes to the shop by their link; whoever looks after the order is told. */
export async function writeCustomerMessage(context: CommandContext, text: string): Promise<MessageRow> {
  const loaded = await lockLinkedOrder(context);
  const order = loaded.record;
  const orderId = order.id;
  const row = await keep(context, order, { author: 'customer', name: customerNameOf(context, order), text });
  const owner = await findOwnerEmail(context.tx, context.scope, orderId);
  if (owner !== null) {
    const link = `${context.publicUrl}/admin/orders/${orderId}`;
    await tell(context, order, { row, recipient: owner, link, linkLabel: 'Open the order', replyTo: null });
  }
  await saveOrder(context, loaded, order, [{ type: 'message.written', data: { author: 'customer', name: row.name, text: row.text } }]);
  return row;
}

/** By the link of somebody else than the customer, that address says who; a link that was handed on says nobody, so it is the customer. */
export function customerNameOf({ email }: CommandContext, { customer }: OrderRecord): string {
  const isCustomer = email === null || !email.includes('@') || email.toLowerCase() === customer?.email?.toLowerCase();
  return isCustomer ? (customer?.name ?? '') : email;
}

type Words = { readonly author: 'staff' | 'customer'; readonly name: string; readonly text: string };

async function keep(context: CommandContext, { id }: OrderRecord, { author, name, text }: Words): Promise<MessageRow> {
  const [row] = await keepMessages(context, id, { author, name, words: [{ line: '', text }] });
  if (row === undefined) throw new Error('The message that was just kept is missing.');
  return row;
}

type Telling = { readonly row: MessageRow; readonly recipient: string; readonly link: string; readonly linkLabel: string; readonly replyTo: string | null };

async function tell(context: CommandContext, { id, number }: OrderRecord, { row, recipient, link, linkLabel, replyTo }: Telling): Promise<void> {
  const { account } = context;
  const title = `Estimate ${number ?? ''}`.trim();
  const rendered = await renderNoteMail({
    account: { name: account.name, accent: account.accent, address: accountAddress((account.address ?? {}) as Readonly<Record<string, unknown>>) },
    locale: account.locale,
    subject: `${row.name} wrote about ${title}`,
    title,
    total: '',
    sentences: [`${row.name} wrote:`],
    words: row.text,
    linkLabel,
    link,
  });
  await queueMail(context, { template: 'order_message', orderId: id, revision: null, recipients: [recipient], replyTo, ...rendered });
}

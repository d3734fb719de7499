import type { cartContact } from '@backdesk/contract/site/requests.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { changeCustomer } from '../../customer/commands/change-customer.ts';
import { createCustomer } from '../../customer/commands/create-customer.ts';
import { findEmailHolder } from '../../customer/queries/find-email-holder.ts';
import { changeOrder } from '../../order/commands/change-order.ts';
import { Problem } from '../../problem.ts';
import { findGuestCart, saveGuestContact } from '../store/guest-carts.ts';
import { getCart } from './own-cart.ts';

/**
 * Who a guest says they are. They become a customer of their own, whatever address they give: an address is proven by a link
 * only, so nobody gets another's prices, terms or addresses by typing it. Staff find a taken address in the notes.
 */
export async function setContact(context: CommandContext, contact: z.output<typeof cartContact>): Promise<void> {
  const { tx, scope, actor } = context;
  if (actor.kind !== 'guest') throw new Problem('request.forbidden');
  const orderId = await getCart(context);
  const known = (await findGuestCart(tx, scope, actor.id))?.contactCustomerId ?? null;
  const holder = await findEmailHolder({ ...context, db: tx }, contact.email);
  const isFree = holder === null || holder.deletedAt !== null || holder.id === known;
  const said = [
    contact.company === '' ? '' : `Company: ${contact.company}`,
    isFree ? '' : `Gave the email address ${contact.email}, which is another customer’s.`,
  ];
  const person = {
    name: contact.name,
    phone: contact.phone,
    email: isFree ? contact.email : null,
    notes: ['Ordered as a guest on the site.', ...said].filter(Boolean).join('\n'),
  };
  const customerId = known ?? (await createCustomer(context, { ...person, openAccount: false }));
  if (known !== null) await changeCustomer(context, known, person);
  await saveGuestContact(context, actor.id, contact, customerId);
  await changeOrder(context, orderId, { customerId });
}

import { sha256 } from '../../../db/token-hash.ts';
import type { CommandContext } from '../../context.ts';
import { createCustomer } from '../../customer/commands/create-customer.ts';
import { findEmailHolder } from '../../customer/queries/find-email-holder.ts';
import { getCustomer } from '../../customer/queries/get-customer.ts';
import { Problem } from '../../problem.ts';
import { checkPassword } from '../../staff/check-password.ts';
import { hashPassword } from '../../staff/password.ts';
import { type CustomerLink, deleteLinks, findCustomerLink, takeCustomerLink } from '../store/links.ts';
import { deleteCustomerSessions, findLoginOf, freeAddress, insertLogin, updateLogin } from '../store/logins.ts';

/**
 * Sets a password by a mailed link, once. Whoever holds the link has the address: they are the customer that staff keep under it, else a new
 * one. A password is only ever chosen here, after the proof, so that nobody can wait in another's account with one of their own.
 */
export async function useLink(context: CommandContext, token: string, password: string): Promise<{ readonly email: string; readonly isApproved: boolean }> {
  const { tx, scope, now } = context;
  const hash = sha256(token);
  const shown = await findCustomerLink(tx, scope, hash);
  if (shown === undefined || shown.expiresAt <= now) throw new Problem('password_reset.gone');
  checkPassword('/password', password, shown.email);
  const link = await takeCustomerLink(tx, scope, hash, now);
  if (link === undefined) throw new Problem('password_reset.gone');
  const { id: customerId, isNew } = await customerOf(context, link);
  const passwordHash = await hashPassword(password);
  await freeAddress(context, link.email, customerId);
  const mustWait = isNew && context.account.siteRegistration === 'approval';
  const login = await findLoginOf(tx, scope, customerId);
  if (login !== undefined) {
    await updateLogin(context, login.id, { email: link.email, passwordHash });
    await deleteCustomerSessions(tx, scope, login.id);
  } else {
    await insertLogin(context, {
      id: context.newId(),
      credentialId: context.newId(),
      customerId,
      email: link.email,
      name: link.name,
      passwordHash,
      approvedAt: mustWait ? null : now,
    });
  }
  await deleteLinks(tx, scope, link.email);
  return { email: link.email, isApproved: login === undefined ? !mustWait : login.approvedAt !== null };
}

async function customerOf(context: CommandContext, link: CustomerLink): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { tx, scope } = context;
  if (link.customerId !== null) {
    const customer = await getCustomer(tx, scope, link.customerId).catch(() => undefined);
    // Invited under an address that is not theirs any more, or deleted since.
    if (customer === undefined || (link.purpose === 'invite' && customer.email?.toLowerCase() !== link.email.toLowerCase()))
      throw new Problem('password_reset.gone');
    return { id: customer.id, isNew: false };
  }
  const holder = await findEmailHolder({ ...context, db: tx }, link.email);
  if (holder !== null && holder.deletedAt === null) return { id: holder.id, isNew: false };
  // A company is only noted: belonging to one gives its prices and terms, which is for staff to give.
  const notes = ['Registered on the site.', link.company === '' ? '' : `Company: ${link.company}`].filter(Boolean).join('\n');
  return { id: await createCustomer(context, { name: link.name, email: link.email, phone: link.phone, notes, openAccount: false }), isNew: true };
}

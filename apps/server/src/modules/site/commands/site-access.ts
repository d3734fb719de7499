// What staff do about a customer's sign-in: see whether there is one, invite, let in.
import type { CommandContext, ReadContext } from '../../context.ts';
import { getCustomer } from '../../customer/queries/get-customer.ts';
import { Problem, Refused } from '../../problem.ts';
import { findInvitedAt } from '../store/links.ts';
import { approveLogin, findLoginOf } from '../store/logins.ts';
import { mailApproval } from './mail-approval.ts';
import { mailLink } from './mail-link.ts';

export type FoundAccess = {
  readonly status: 'none' | 'invited' | 'waiting' | 'open';
  readonly invitedAt: Date | null;
  readonly lastSeenAt: Date | null;
};

export async function findSiteAccess({ db, scope, now }: Pick<ReadContext, 'db' | 'scope' | 'now'>, customerId: string): Promise<FoundAccess> {
  await getCustomer(db, scope, customerId);
  const login = await findLoginOf(db, scope, customerId);
  const invitedAt = (await findInvitedAt(db, scope, customerId, now)) ?? null;
  const status = login === undefined ? (invitedAt === null ? 'none' : 'invited') : login.approvedAt === null ? 'waiting' : 'open';
  return { status, invitedAt, lastSeenAt: login?.lastSeenAt ?? null };
}

/** Mails the customer a link to set a password; with a login they get a new one by it. */
export async function inviteToSite(context: CommandContext, customerId: string): Promise<FoundAccess> {
  const { tx, scope, account } = context;
  const customer = await getCustomer(tx, scope, customerId);
  if (account.siteSignIn === 'guest_only') throw new Problem('site.sign_in_off');
  if (customer.email === null) throw new Problem('site.no_email');
  if (!customer.active) throw new Refused([{ code: 'order.customer_inactive' }]);
  await mailLink(context, { purpose: 'invite', email: customer.email, name: customer.name, company: '', phone: '', customerId });
  return findSiteAccess({ ...context, db: tx }, customerId);
}

/** Lets in somebody who registered and waits, and tells them; `conflict` when nobody waits. */
export async function approveSiteAccess(context: CommandContext, customerId: string): Promise<FoundAccess> {
  const { tx, scope } = context;
  const { name } = await getCustomer(tx, scope, customerId);
  const login = await findLoginOf(tx, scope, customerId);
  if (login === undefined || login.approvedAt !== null) throw new Problem('conflict');
  await approveLogin(context, login.id);
  await mailApproval(context, { email: login.email, name });
  return findSiteAccess({ ...context, db: tx }, customerId);
}

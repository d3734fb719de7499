// What customers do about themselves: profile, password, address book, estimates.
import type { changeAddress as changeAddressBody, newAddress } from '@backdesk/contract/customer/schema.ts';
import type { changeProfile as changeProfileBody } from '@backdesk/contract/site/requests.ts';
import type { Stage } from '@backdesk/domain/order/types.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { addAddress } from '../../customer/commands/add-address.ts';
import { changeAddress } from '../../customer/commands/change-address.ts';
import { changeCustomer } from '../../customer/commands/change-customer.ts';
import { deleteAddress } from '../../customer/commands/delete-address.ts';
import { getAddress } from '../../customer/queries/get-customer.ts';
import { openLink } from '../../estimate/commands/open-link.ts';
import { getOrderRecord } from '../../order/queries/get-order.ts';
import { invalidField, Problem } from '../../problem.ts';
import { checkPassword } from '../../staff/check-password.ts';
import { hashPassword, verifyPassword } from '../../staff/password.ts';
import { deleteCustomerSessions, findPasswordHash, updateLogin } from '../store/logins.ts';
import { lockOwnOrder } from '../store/own-orders.ts';

export const estimateStages = ['estimate'] as const satisfies readonly Stage[];

export async function changeProfile(context: CommandContext, body: z.output<typeof changeProfileBody>): Promise<void> {
  await changeCustomer(context, context.actor.id, body);
}

/** Changes the password of who knows the one before, and ends their other sessions. */
export async function changeOwnPassword(context: CommandContext, body: { readonly currentPassword: string; readonly newPassword: string }): Promise<void> {
  const { tx, scope, actor, sessionId } = context;
  const known = await findPasswordHash(tx, scope, actor.id);
  if (known === undefined || !(await verifyPassword({ hash: known.hash, password: body.currentPassword })))
    throw invalidField('/currentPassword', 'is not your password');
  checkPassword('/newPassword', body.newPassword, known.email);
  await updateLogin(context, known.loginId, { email: known.email, passwordHash: await hashPassword(body.newPassword) });
  await deleteCustomerSessions(tx, scope, known.loginId, sessionId);
}

export async function addOwnAddress(context: CommandContext, body: z.output<typeof newAddress>) {
  return getAddress(context.tx, context.scope, await addAddress(context, context.actor.id, body));
}

export async function changeOwnAddress(context: CommandContext, addressId: string, body: z.output<typeof changeAddressBody>) {
  await changeAddress(context, { id: context.actor.id, addressId }, body);
  return getAddress(context.tx, context.scope, addressId);
}

export async function deleteOwnAddress(context: CommandContext, addressId: string): Promise<void> {
  await deleteAddress(context, { id: context.actor.id, addressId });
}

/** The page of an estimate that was sent. One that staff have not let go of yet is missing. */
export async function openOwnEstimate(context: CommandContext, orderId: string): Promise<string> {
  await lockOwnOrder(context, orderId, estimateStages);
  const { revisions, customer } = await getOrderRecord(context.tx, context.scope, orderId);
  if (!revisions.some(({ releasedAt }) => releasedAt !== null)) throw new Problem('not_found');
  return (await openLink(context, orderId, customer?.email ?? '')).url;
}

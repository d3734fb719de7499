import type { CommandContext } from '../../context.ts';
import { getCustomerName } from '../queries/customer-name.ts';
import { findLoginByEmail } from '../store/logins.ts';
import { mailLink } from './mail-link.ts';

export type Asked = { readonly email: string; readonly registers: { readonly name: string; readonly company: string; readonly phone: string } | null };

/**
 * Who registers gets the link to go on with; who is registered already, or asks for a password, the link to a new one; an address that
 * nobody has gets nothing when a password was asked for. Run as a job, so that asking takes the same time whoever has the address.
 */
export async function askForLink(context: CommandContext, { email, registers }: Asked): Promise<void> {
  const login = await findLoginByEmail(context.tx, context.scope, email);
  if (login !== undefined) {
    const name = await getCustomerName(context.tx, context.scope, login.customerId);
    if (name !== undefined) await mailLink(context, { purpose: 'reset', email: login.email, name, company: '', phone: '', customerId: login.customerId });
    return;
  }
  if (registers !== null) await mailLink(context, { purpose: 'register', email, ...registers, customerId: null });
}

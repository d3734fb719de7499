import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { findByEmail, findByNumber } from '../store/save-customer.ts';

/** Refuses an e-mail address or number that another customer has, naming that one so that a screen can link to them. */
export async function checkIdentity(
  { tx, scope }: CommandContext,
  { id, email, number }: { readonly id: string; readonly email: string | null | undefined; readonly number: string | null | undefined },
): Promise<void> {
  const byEmail = email == null ? undefined : await findByEmail(tx, scope, email, id);
  if (byEmail !== undefined) throw new Problem('customer.email_taken', { detail: { customerId: byEmail.id, name: byEmail.name } });
  const byNumber = number == null ? undefined : await findByNumber(tx, scope, number, id);
  if (byNumber !== undefined) throw new Problem('customer.number_taken', { detail: { customerId: byNumber.id, name: byNumber.name } });
}

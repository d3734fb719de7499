import { findSystemActing } from '../../../db/sign-in-queries.ts';
import { sha256 } from '../../../db/token-hash.ts';
import type { Services } from '../../../db/transaction.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { checkPassword } from '../check-password.ts';
import { hashPassword } from '../password.ts';
import { recordStaffEvent } from '../record-staff-event.ts';
import { findInvitationByToken, useInvitation } from '../store/invitations.ts';
import { lockMembers } from '../store/members.ts';
import { findStaffId, insertMembership, insertStaff } from '../store/people.ts';

export type Accepting = { readonly token: string; readonly name?: string | undefined; readonly password?: string | undefined };
export type Accepted = { readonly staffId: string; readonly accountId: string; readonly email: string; readonly accountName: string; readonly isNew: boolean };
type NewPerson = { readonly name: string; readonly password: string };

/**
 * Joins the account by the link of an invitation, once. Who has no sign-in yet gives name and password; who has one only
 * joins, and neither name nor password given here touch it: the link proves the address, not the person's password.
 * Answers undefined when there never was such a link.
 */
export async function acceptInvitation(services: Services, given: Accepting): Promise<Accepted | undefined> {
  const found = await findInvitationByToken(services.db, sha256(given.token));
  if (found === undefined) return undefined;
  const acting = await findSystemActing(services.db, found.account_id);
  if (acting === undefined || found.accepted_at !== null || found.revoked_at !== null || found.expires_at <= services.now())
    throw new Problem('invitation.gone');
  const person = found.has_sign_in ? undefined : newPerson(given, found.email);
  const joined = await inTransaction(services, acting, (context) => join(context, found.id, person));
  return { ...joined, accountId: found.account_id, email: found.email, accountName: found.account_name };
}

function newPerson({ name, password }: Accepting, email: string): NewPerson {
  if (name === undefined) throw invalidField('/name', 'must not be empty');
  if (password === undefined) throw invalidField('/password', 'must not be empty');
  checkPassword('/password', password, email);
  return { name, password };
}

async function join(context: CommandContext, invitationId: string, person: NewPerson | undefined) {
  await lockMembers(context);
  const invited = await useInvitation(context, invitationId, context.now);
  if (invited === undefined) throw new Problem('invitation.gone');
  const { tx, scope } = context;
  const known = await findStaffId(tx, invited.email);
  const staffId = known ?? context.newId();
  if (known === undefined) {
    // Their sign-in was deleted between the two looks: the link still works, now with a name and a password.
    if (person === undefined) throw invalidField('/name', 'must not be empty');
    const passwordHash = await hashPassword(person.password);
    await insertStaff(tx, { id: staffId, credentialId: context.newId(), email: invited.email, name: person.name, passwordHash });
  }
  await insertMembership(tx, { accountId: scope.accountId, staffId, roles: invited.roles });
  await recordStaffEvent(context, staffId, 'staff.joined', { roles: invited.roles, invitationId });
  return { staffId, isNew: known === undefined };
}

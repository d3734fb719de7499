import { parseArgs } from 'node:util';
import { createInvitation } from '@backdesk/contract/staff/schema.ts';
import { inTransaction } from '../../db/transaction.ts';
import { Problem } from '../../modules/problem.ts';
import { inviteStaff } from '../../modules/staff/commands/invite-staff.ts';
import { UsageError } from '../usage-error.ts';
import { actingFor, withServices } from '../with-services.ts';

export const usage = 'staff invite EMAIL --role owner|sales|approver|viewer… [--account CODE]   (prints the link; it is mailed too)';

/** Invites somebody and prints the link alone on stdout: mail may not be set up yet. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { role: { type: 'string', multiple: true }, account: { type: 'string' } },
  });
  const [email, ...more] = positionals;
  const roles = values.role ?? [];
  if (email === undefined || more.length > 0 || roles.length === 0) throw new UsageError(`Whom, and with which role? backdesk ${usage}`);
  if (!createInvitation.shape.email.safeParse(email).success)
    throw new UsageError(`${JSON.stringify(email.slice(0, 80)).slice(1, -1)} is not an email address.`);
  const url = await withServices('backdesk staff invite', async (services) => {
    const acting = await actingFor(services, values.account);
    return inTransaction(services, acting, (context) => inviteStaff(context, { email, roles })).then((invited) => invited.url);
  }).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'staff.already_member') throw new UsageError(`${email} belongs to the account already.`);
    throw error;
  });
  console.log(url);
}

import { parseArgs } from 'node:util';
import { findStaffId } from '../../modules/staff/store/people.ts';
import { deleteSecondFactor } from '../../modules/staff/store/second-factors.ts';
import { deleteSessions } from '../../modules/staff/store/sessions.ts';
import { UsageError } from '../usage-error.ts';
import { withServices } from '../with-services.ts';

export const usage = 'staff reset-second-factor EMAIL   (for somebody who lost app and backup codes; ends their sessions)';

/** Takes the second factor of a person away and ends their sessions. */
export async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [email, ...more] = positionals;
  if (email === undefined || more.length > 0) throw new UsageError(`Whose second factor? backdesk ${usage}`);
  await withServices('backdesk staff reset-second-factor', ({ db }) =>
    db.transaction().execute(async (tx) => {
      const staffId = await findStaffId(tx, email);
      if (staffId === undefined) throw new UsageError(`Nobody signs in as ${email}.`);
      if (!(await deleteSecondFactor(tx, staffId))) throw new UsageError(`${email} has no second factor.`);
      await deleteSessions(tx, staffId);
    }),
  );
  console.log(`${email} signs in with the password alone now.`);
}

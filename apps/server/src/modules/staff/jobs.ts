import { z } from 'zod';
import type { JobHandler } from '../../db/jobs.ts';
import { findSystemActing } from '../../db/sign-in-queries.ts';
import { inTransaction, type Services } from '../../db/transaction.ts';
import { mailPasswordReset } from './commands/mail-password-reset.ts';
import { findPersonToMail } from './store/password-resets.ts';

export const resetJob = 'staff.mail_password_reset';
const payloadSchema = z.object({ email: z.string(), host: z.string(), account: z.string().nullable() });

/**
 * `staff.mail_password_reset`: looks up who has the address and mails them. A job and not part of the request, so that the
 * request does the same work, and takes the same time, whether anybody has it. Run twice it mails a second, newer link.
 */
export function staffJobs(services: Omit<Services, 'enqueue'>): readonly JobHandler[] {
  const handle: JobHandler['handle'] = async (payload, enqueue) => {
    const person = await findPersonToMail(services.db, payloadSchema.parse(payload));
    const acting = person === undefined ? undefined : await findSystemActing(services.db, person.accountId);
    if (person === undefined || acting === undefined) return;
    await inTransaction({ ...services, enqueue }, acting, (context) => mailPasswordReset(context, person));
  };
  return [{ name: resetJob, handle }];
}

import { z } from 'zod';
import type { JobHandler } from '../../db/jobs.ts';
import { findSystemActing } from '../../db/sign-in-queries.ts';
import { inTransaction, type Services } from '../../db/transaction.ts';
import { askForLink } from './commands/ask-for-link.ts';

export const linkJob = 'site.mail_link';
const payloadSchema = z.object({
  accountId: z.uuid(),
  email: z.string(),
  registers: z.object({ name: z.string(), company: z.string(), phone: z.string() }).nullable(),
});

/** `site.mail_link`: a job and not part of the request, so that asking takes the same time whether anybody has the address. Run twice it mails a newer link. */
export function siteJobs(services: Omit<Services, 'enqueue'>): readonly JobHandler[] {
  const handle: JobHandler['handle'] = async (payload, enqueue) => {
    const { accountId, ...asked } = payloadSchema.parse(payload);
    const acting = await findSystemActing(services.db, accountId);
    if (acting === undefined) return;
    await inTransaction({ ...services, enqueue }, acting, (context) => askForLink(context, asked));
  };
  return [{ name: linkJob, handle }];
}

import { z } from 'zod';
import type { Mailer } from '../../adapters/mail/port.ts';
import { MailRefused } from '../../adapters/mail/port.ts';
import type { JobHandler } from '../../db/jobs.ts';
import type { Database } from '../../db/pool.ts';
import { lockQueuedMail, noteDelivered, noteFailed } from './store.ts';

const payloadSchema = z.object({ accountId: z.uuid(), mailId: z.uuid() });

/** Tries after the first: after 2, 4, 8 … seconds and then every hour, about ten hours in all. */
const retryLimit = 20;

/**
 * `mail.send`: delivers one mail and records what became of it; what was delivered is not delivered again. While the server
 * cannot be reached the mail waits and is tried again, later and later; a "no" for good, or the last try, ends in `failed`.
 */
export function mailJobs(db: Database, mailer: Mailer, now: () => Date): readonly JobHandler[] {
  const handle = async (payload: unknown) => {
    const { accountId, mailId } = payloadSchema.parse(payload);
    try {
      await db.transaction().execute(async (tx) => {
        const mail = await lockQueuedMail(tx, accountId, mailId);
        if (mail === undefined) return;
        const delivery = await mailer.deliver({ ...mail, fromName: mail.from_name, replyTo: mail.reply_to });
        await noteDelivered(tx, accountId, mailId, delivery, now());
      });
    } catch (error) {
      const isForGood = error instanceof MailRefused;
      const message = error instanceof Error ? error.message : String(error);
      await noteFailed(db, accountId, mailId, { message, isForGood, lastAttempt: retryLimit + 1 });
      if (!isForGood) throw error; // the queue tries again, later and later
    }
  };
  return [{ name: 'mail.send', retryLimit, handle }];
}

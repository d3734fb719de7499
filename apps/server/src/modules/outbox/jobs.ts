import { z } from 'zod';
import type { Mailer } from '../../adapters/mail/port.ts';
import type { JobHandler } from '../../db/jobs.ts';
import type { Database } from '../../db/pool.ts';
import { lockQueuedMail, noteDelivered, noteFailed } from './store.ts';

const payloadSchema = z.object({ accountId: z.uuid(), mailId: z.uuid() });

/** `mail.send`: delivers one mail and records what became of it; what was delivered is not delivered again. */
export function mailJobs(db: Database, mailer: Mailer, now: () => Date): readonly JobHandler[] {
  const handle = async (payload: unknown) => {
    const { accountId, mailId } = payloadSchema.parse(payload);
    try {
      await db.transaction().execute(async (tx) => {
        const mail = await lockQueuedMail(tx, accountId, mailId);
        if (mail === undefined) return;
        const state = await mailer.deliver({ ...mail, fromName: mail.from_name, replyTo: mail.reply_to });
        await noteDelivered(tx, accountId, mailId, state, now());
      });
    } catch (error) {
      await noteFailed(db, accountId, mailId, error instanceof Error ? error.message : String(error));
      throw error; // the queue tries again, later and later
    }
  };
  return [{ name: 'mail.send', handle }];
}

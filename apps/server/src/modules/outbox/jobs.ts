import { longestHoldSeconds } from '@backdesk/contract/order/requests.ts';
import { z } from 'zod';
import type { Attachment, Mailer } from '../../adapters/mail/port.ts';
import { MailRefused } from '../../adapters/mail/port.ts';
import type { JobHandler } from '../../db/jobs.ts';
import type { Database } from '../../db/pool.ts';
import type { AttachmentsOf } from './attachments.ts';
import { outgoing } from './outgoing.ts';
import { findWaitingMail, lockQueuedMail, noteDelivered, noteFailed } from './store.ts';

const payloadSchema = z.object({ accountId: z.uuid(), mailId: z.uuid() });

/** Tries after the first: after 2, 4, 8 … seconds and then every hour, about ten hours in all. */
const retryLimit = 20;

export type MailParts = {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly now: () => Date;
  readonly attachmentsOf: AttachmentsOf;
};

/**
 * `mail.send`: delivers one mail and records what became of it; what was delivered is not delivered again, and what is held
 * waits. While the server cannot be reached the mail waits and is tried again, later and later; a "no" for good, or the last try,
 * ends in `failed`.
 */
export function mailJobs({ db, mailer, now, attachmentsOf }: MailParts): readonly JobHandler[] {
  const deliver = async (accountId: string, mailId: string, attachments: readonly Attachment[]) =>
    db.transaction().execute(async (tx) => {
      const mail = await lockQueuedMail(tx, accountId, mailId);
      if (mail === undefined) return;
      const at = now();
      const delivery = await mailer.deliver({ ...outgoing(mail), date: at, attachments });
      await noteDelivered(tx, accountId, mailId, { delivery, at, fromName: mail.from_name, attached: attachments.map(({ fileId }) => fileId) });
    });

  const handle = async (payload: unknown) => {
    const { accountId, mailId } = payloadSchema.parse(payload);
    const waiting = await findWaitingMail(db, accountId, mailId);
    if (waiting === undefined) return undefined;
    if (isHeld(waiting.held_until, now())) return 'later';
    try {
      // Before the mail is locked: a long document takes seconds to draw.
      await deliver(accountId, mailId, await attachmentsOf(accountId, waiting));
    } catch (error) {
      const isForGood = error instanceof MailRefused;
      const message = error instanceof Error ? error.message : String(error);
      await noteFailed(db, accountId, mailId, { message, isForGood, lastAttempt: retryLimit + 1 });
      if (!isForGood) throw error; // the queue tries again, later and later
    }
    return undefined;
  };
  return [{ name: 'mail.send', retryLimit, handle }];
}

/** Held for longer than a mail can be, it was held before the clock was set back: it goes, or it would wait for the clock to catch up. */
function isHeld(until: Date | null, now: Date): boolean {
  const left = until === null ? 0 : until.getTime() - now.getTime();
  return left > 0 && left <= longestHoldSeconds * 1000;
}

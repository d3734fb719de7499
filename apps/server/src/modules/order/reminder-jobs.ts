import type { EnqueueJob, JobHandler } from '../../db/jobs.ts';
import { findSystemActing, listAccountIds } from '../../db/sign-in-queries.ts';
import { inTransaction, type Services } from '../../db/transaction.ts';
import { BrokenSeal } from '../estimate/commands/read-revision.ts';
import { listDueReminders } from '../estimate/queries/due-reminders.ts';
import { remindCustomer } from './commands/remind-customer.ts';

/** Hours of the account's day in which a reminder may arrive: nobody is reminded in the night. */
const firstHour = 8;
const lastHour = 17;

function hourIn(timeZone: string, now: Date): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now));
}

/** Of what was changed since it was frozen nobody is reminded, and the others are all the same. */
function passOver(error: unknown): void {
  if (!(error instanceof BrokenSeal)) throw error;
  console.error(JSON.stringify({ level: 'error', message: 'A reminder was not sent', error: String(error) }));
}

/**
 * `estimate.remind`: every hour of the day reminds customers of estimates that nobody opened, as the account set it. Each in a
 * transaction of its own; done twice it reminds once, since what was sent is noted with it.
 */
export function reminderJobs(services: Omit<Services, 'enqueue'>): readonly JobHandler[] {
  const remindAll = async (_payload: unknown, enqueue: EnqueueJob) => {
    for (const accountId of await listAccountIds(services.db)) {
      const acting = await findSystemActing(services.db, accountId);
      if (acting === undefined) continue;
      const { remindAfterDays: afterDays, remindBeforeDays: beforeDays, timeZone } = acting.account;
      const now = services.now();
      const hour = hourIn(timeZone, now);
      if ((afterDays === null && beforeDays === null) || hour < firstHour || hour > lastHour) continue;
      for (const { orderId } of await listDueReminders(services.db, acting.scope, { now, afterDays, beforeDays })) {
        await inTransaction({ ...services, enqueue }, acting, (context) => remindCustomer(context, orderId)).catch(passOver);
      }
    }
  };
  return [{ name: 'estimate.remind', expireInSeconds: 1800, cron: '7 * * * *', handle: remindAll }];
}

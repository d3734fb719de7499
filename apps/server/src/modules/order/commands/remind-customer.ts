import type { CommandContext } from '../../context.ts';
import { mailReminder } from '../../estimate/commands/mail-reminder.ts';
import { listDueReminders } from '../../estimate/queries/due-reminders.ts';
import { frozenContent } from '../decidable-revision.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';

/** Sends the reminder of an estimate, if under its lock it still is due: who opened or answered it meanwhile is left in peace. */
export async function remindCustomer(context: CommandContext, orderId: string): Promise<void> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const { remindAfterDays: afterDays, remindBeforeDays: beforeDays } = context.account;
  const [due] = await listDueReminders(context.tx, context.scope, { now: context.now, afterDays, beforeDays }, orderId);
  if (due === undefined) return;
  const { revision, reason } = due;
  const known = loaded.record.revisions.find((one) => one.revision === revision);
  // Copies are for reading along; one that was refused would be again; whose link was revoked is not given another.
  const recipients = (known?.deliveries ?? []).flatMap(({ recipient, isCopy, isRevoked, state }) =>
    isCopy || isRevoked || (state !== 'sent' && state !== 'kept') ? [] : [recipient],
  );
  if (known === undefined || recipients.length === 0) return;
  await mailReminder(context, await frozenContent(context, orderId, revision), { recipients, reason, validUntil: known.validUntil });
  await saveOrder(context, loaded, loaded.record, [{ type: 'estimate.reminded', data: { revision, recipient: recipients.join(', '), reason } }]);
}

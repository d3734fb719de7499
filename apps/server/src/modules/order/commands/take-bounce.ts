import type { ReceivedUpload } from '@backdesk/contract/route.ts';
import { readDeliveryReport } from '../../../adapters/mail/delivery-report.ts';
import type { CommandContext } from '../../context.ts';
import { addBounceFact } from '../../estimate/commands/add-bounce-fact.ts';
import { type Bounced, markBounced } from '../../outbox/commands/mark-bounced.ts';
import { mailIdIn } from '../../outbox/mail-id.ts';
import { findMailOrder } from '../../outbox/queries.ts';
import { Problem } from '../../problem.ts';
import { mailBounce } from '../mail-bounce.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';

type Told = { readonly messageIds: readonly string[]; readonly recipient: string; readonly reason: string };

/** The mail that came back, as a file: which of ours it is about, whom it did not reach, and why. Answers the id of the mail. */
export async function takeBounceReport(context: CommandContext, { path }: ReceivedUpload): Promise<string> {
  const report = await readDeliveryReport(path);
  if (report === undefined) throw new Problem('bounce.not_a_report');
  const failed = report.recipients.find(({ action }) => action === 'failed');
  if (failed === undefined) throw new Problem('bounce.not_failed');
  return takeBounce(context, { messageIds: report.messageIds, recipient: failed.address, reason: failed.reason.slice(0, 900) });
}

/** A mail came back: it says so, its order's history too, and whoever looks after the order is told. Answers the id of the mail. */
export async function takeBounce(context: CommandContext, { messageIds, ...bounce }: Told): Promise<string> {
  const { tx, scope } = context;
  for (const mailId of messageIds.flatMap((messageId) => mailIdIn(messageId) ?? [])) {
    const found = await findMailOrder(tx, scope, mailId);
    if (found === undefined) continue;
    // A deleted order hears of nothing; its mail is told all the same.
    if (found.orderId === null) await markBounced(context, mailId, bounce);
    else await ofOrder(context, { mailId, orderId: found.orderId, bounce });
    return mailId;
  }
  throw new Problem('bounce.unknown_mail');
}

type OfOrder = { readonly mailId: string; readonly orderId: string; readonly bounce: Pick<Bounced, 'recipient' | 'reason'> };

async function ofOrder(context: CommandContext, { mailId, orderId, bounce }: OfOrder): Promise<void> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const bounced = await markBounced(context, mailId, bounce);
  if (bounced === undefined) return;
  const { recipient, reason, revision, isAll } = bounced;
  if (isAll && revision !== null) await addBounceFact(context, { orderId, revision, recipient, mailId });
  await mailBounce(context, loaded.record, bounced);
  await saveOrder(context, loaded, loaded.record, [{ type: 'mail.bounced', data: { recipient, reason, revision } }]);
}

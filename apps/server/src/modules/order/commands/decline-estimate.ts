import type { DeclineEstimate } from '@backdesk/contract/estimate/decision.ts';
import type { CommandContext } from '../../context.ts';
import { type Kept, keepDecision } from '../../estimate/commands/keep-decision.ts';
import { mailDecision } from '../../estimate/commands/mail-decision.ts';
import { lockDecidable } from '../decidable-revision.ts';
import { saveOrder } from '../store/save-order.ts';

/** The customer's no, with the reason. The order stays staff's: they may change it and issue it again. */
export async function declineEstimate(context: CommandContext, body: DeclineEstimate): Promise<Kept> {
  const { loaded, revision, content } = await lockDecidable(context, body.sha256);
  const { reason, text, name } = body;
  const kept = await keepDecision(context, { content, sha256: revision.sha256 }, { kind: 'declined', channel: 'page', name, reason, note: text.trim() });
  const { estimate } = loaded.record;
  const after = { ...loaded.record, estimate: estimate === null ? null : { ...estimate, status: 'declined' } };
  await saveOrder(context, loaded, after, [
    { type: 'estimate.declined', data: { revision: revision.revision, by: name, reason, text: text.trim(), sha256: kept.sha256 } },
  ]);
  await mailDecision(context, content, kept);
  return kept;
}

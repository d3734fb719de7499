import type { RequestChanges } from '@backdesk/contract/estimate/decision.ts';
import type { CommandContext } from '../../context.ts';
import { type Kept, keepDecision } from '../../estimate/commands/keep-decision.ts';
import { mailDecision } from '../../estimate/commands/mail-decision.ts';
import { keepMessages } from '../../message/commands/keep-messages.ts';
import { Refused } from '../../problem.ts';
import { lockDecidable } from '../decidable-revision.ts';
import { saveOrder } from '../store/save-order.ts';
import { customerNameOf } from './write-message.ts';

/** The customer asks for changes, of lines or the whole. Nothing is bound: it can be asked again, and accepted as it is. */
export async function requestEstimateChanges(context: CommandContext, body: RequestChanges): Promise<Kept> {
  const { loaded, revision, content } = await lockDecidable(context, body.sha256);
  const lines = new Map(content.lines.map((line) => [line.id, line.name]));
  const comments = body.comments.map(({ lineId, text }, index) => {
    const line = lineId === null ? '' : lines.get(lineId);
    if (line === undefined) throw new Refused([{ code: 'line.not_found', pointer: `/comments/${index}/lineId` }]);
    return { lineId, line, text: text.trim() };
  });
  const decision = { kind: 'changes_requested', channel: 'page', name: body.name, comments } as const;
  const kept = await keepDecision(context, { content, sha256: revision.sha256 }, decision);
  const { estimate } = loaded.record;
  const after = { ...loaded.record, estimate: estimate === null ? null : { ...estimate, status: 'changes_requested' } };
  const texts = comments.map(({ line, text }) => (line === '' ? text : `${line}: ${text}`));
  await saveOrder(context, loaded, after, [
    { type: 'estimate.changes_requested', data: { revision: revision.revision, by: body.name, texts, sha256: kept.sha256 } },
  ]);
  const name = body.name === '' ? customerNameOf(context, loaded.record) : body.name;
  await keepMessages(context, loaded.record.id, { author: 'customer', name, words: comments });
  await mailDecision(context, content, kept);
  return kept;
}

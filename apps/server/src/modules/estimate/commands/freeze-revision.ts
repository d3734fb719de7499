import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { CommandContext } from '../../context.ts';
import type { OrderRecord } from '../../order/order-record.ts';
import { getLetterhead } from '../../settings/queries/letterhead.ts';
import { freezeEstimate, seal } from '../freeze-estimate.ts';
import { holdsItsTotals } from '../settle-choices.ts';
import { closeRevisions, saveRevision } from '../store.ts';
import { lastSecondOf } from '../valid-until.ts';

export type Issue = { readonly revision: number; readonly orderVersion: number; readonly validUntil: string; readonly message: string };

export type Frozen = { readonly frozen: FrozenEstimate; readonly sha256: string; readonly superseded: readonly number[] };

/** The number the next issued revision gets: that of one nobody outside has seen yet, else one more. */
export function nextRevision(revisions: OrderRecord['revisions']): number {
  const last = revisions.at(-1);
  if (last === undefined) return 1;
  return last.releasedAt === null ? last.revision : last.revision + 1;
}

/** What a revision of the order would hold if it were issued now; nothing is written. */
export async function contentOf({ tx, scope, account, actor, now }: CommandContext, order: OrderRecord, issue: Issue): Promise<FrozenEstimate> {
  const letterhead = await getLetterhead(tx, scope);
  const expiresAt = lastSecondOf(issue.validUntil, account.timeZone);
  const content = freezeEstimate(account, order, { ...issue, letterhead, expiresAt, issuedAt: now, issuedBy: actor.name });
  // What the calculator reads was frozen whole: else the total on the paper could never be accepted.
  if (!holdsItsTotals(content)) throw new Error(`Revision ${issue.revision} of order ${order.id} does not come to its own totals.`);
  return content;
}

/**
 * Freezes the order as it was just priced. `orderVersion` is the version this command makes of it. What was open or
 * accepted before is superseded; call it under the order's lock.
 */
export async function freezeRevision(context: CommandContext, order: OrderRecord, issue: Issue): Promise<Frozen> {
  const content = await contentOf(context, order, issue);
  const { total, open } = content.totals;
  const sealed = seal(content);
  const superseded = await closeRevisions(context, order.id, 'superseded', { but: issue.revision, accepted: true });
  await saveRevision(context, {
    ...sealed,
    ...issue,
    orderId: order.id,
    totalAmount: total,
    openParts: open,
    currency: content.currency,
    expiresAt: new Date(content.expiresAt),
    issuedBy: content.issuedBy,
  });
  return { frozen: content, sha256: sealed.sha256.toString('hex'), superseded };
}

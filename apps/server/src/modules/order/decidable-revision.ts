// The revision a customer decides about, found under the order's lock: the one whose hash was on their screen, if it is still
// the newest they were given, and open.
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { hasExpired } from '@backdesk/domain/estimate/expiry.ts';
import type { CommandContext } from '../context.ts';
import { assertIntact } from '../estimate/commands/read-revision.ts';
import { findRevision } from '../estimate/queries/revisions.ts';
import { Refused } from '../problem.ts';
import { lockLinkedOrder } from './linked-order.ts';
import type { RevisionOfOrder } from './order-record.ts';
import type { LoadedOrder } from './store/load-order.ts';

export type Decidable = { readonly loaded: LoadedOrder; readonly revision: RevisionOfOrder; readonly content: FrozenEstimate };

/** Throws `estimate.not_open` with what became of it, and which is the newest. */
export async function lockDecidable(context: CommandContext, sha256: string): Promise<Decidable> {
  const loaded = await lockLinkedOrder(context);
  const released = loaded.record.revisions.filter(({ releasedAt }) => releasedAt !== null);
  const newest = released.at(-1);
  const seen = released.find((revision) => revision.sha256 === sha256);
  if (seen === undefined || newest === undefined || seen !== newest) {
    const detail = { revision: seen?.revision ?? null, status: 'superseded', expired: false, newest: newest?.revision ?? null };
    throw new Refused([{ code: 'estimate.not_open', detail }]);
  }
  assertDecidable(seen, context.now);
  return { loaded, revision: seen, content: await frozenContent(context, loaded.record.id, seen.revision) };
}

export function assertDecidable({ revision, status, expiresAt }: RevisionOfOrder, now: Date): void {
  const expired = hasExpired(expiresAt, now);
  const isOpen = status === 'open' || status === 'changes_requested';
  if (!isOpen || expired) throw new Refused([{ code: 'estimate.not_open', detail: { revision, status, expired, newest: revision } }]);
}

/** What a revision froze; throws `BrokenSeal` where that was changed since. */
export async function frozenContent({ tx, scope }: CommandContext, orderId: string, revision: number): Promise<FrozenEstimate> {
  const found = await findRevision(tx, scope, orderId, revision);
  if (found === undefined) throw new Refused([{ code: 'estimate.not_found', detail: { revision } }]);
  assertIntact(found, orderId);
  return found.content;
}

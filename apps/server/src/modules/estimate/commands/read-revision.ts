import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { isSealIntact } from '../freeze-estimate.ts';
import { type ReadRevision, readBeside } from '../queries/read-beside.ts';
import { findReadableRevision, findReleasedByLink, type RevisionRow } from '../queries/revisions.ts';

/** A revision for staff, as it was frozen: whatever became of it, out or not. */
export async function readRevision({ db, scope }: ReadContext, orderId: string, number: number): Promise<ReadRevision> {
  const revision = await findReadableRevision(db, scope, orderId, number);
  if (revision === undefined) throw new Problem('not_found');
  assertIntact(revision, orderId);
  return readBeside(db, scope, orderId, revision);
}

/** A revision of before by a link: those that were out, and no others. It is no view: that is noted of the newest one alone. */
export async function readEarlierRevision({ db, scope, actor }: ReadContext, number: number): Promise<ReadRevision> {
  const revision = await findReleasedByLink(db, scope, actor.id, number);
  if (revision === undefined) throw new Problem('not_found');
  assertIntact(revision, revision.orderId);
  return readBeside(db, scope, revision.orderId, revision);
}

/** What was kept is not what was hashed. */
export class BrokenSeal extends Error {}

/** What was changed behind our back is nobody's promise: rather no page, mail or order than another one. */
export function assertIntact(revision: Pick<RevisionRow, 'text' | 'sha256' | 'revision'>, orderId: string): void {
  if (!isSealIntact(revision)) throw new BrokenSeal(`Revision ${revision.revision} of order ${orderId} does not match its hash.`);
}

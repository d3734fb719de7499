import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { ShownEstimate } from '../queries/read-beside.ts';
import { readBeside } from '../queries/read-beside.ts';
import { findRevisionByLink, findSeenBefore, listEarlier } from '../queries/revisions.ts';
import { recordView } from '../store.ts';
import { assertIntact } from './read-revision.ts';

/**
 * What a link shows. Opening it decides nothing; that it was opened is noted beside the answer: a view that cannot be
 * noted (the database went away meanwhile) must not keep the customer from reading.
 */
export async function showEstimate({ db, scope, actor, now }: ReadContext): Promise<ShownEstimate> {
  const revision = await findRevisionByLink(db, scope, actor.id);
  if (revision === undefined) throw new Problem('not_found');
  assertIntact(revision, revision.orderId);
  const view = { linkId: actor.id, orderId: revision.orderId, revision: revision.revision, at: now };
  recordView(db, scope, view).catch((error: unknown) =>
    console.error(JSON.stringify({ level: 'error', message: 'A view was not noted', error: String(error) })),
  );
  const read = await readBeside(db, scope, revision.orderId, revision);
  if (revision.revision === 1) return { ...read, earlier: [], seen: undefined };
  return { ...read, earlier: await listEarlier(db, scope, revision), seen: await findSeenBefore(db, scope, actor.id, revision) };
}

import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { isSealIntact } from '../freeze-estimate.ts';
import type { ShownEstimate } from '../queries.ts';
import { findRevisionByLink, listDecisions } from '../queries.ts';
import { recordView } from '../store.ts';

/**
 * What a link shows. Opening it decides nothing; that it was opened is noted beside the answer: a view that cannot be
 * noted (the database went away meanwhile) must not keep the customer from reading.
 */
export async function showEstimate({ db, scope, actor, now }: ReadContext): Promise<ShownEstimate> {
  const revision = await findRevisionByLink(db, scope, actor.id);
  if (revision === undefined) throw new Problem('not_found');
  // What was changed behind our back is nobody's promise: rather no page than another one.
  if (!isSealIntact(revision)) throw new Error(`Revision ${revision.revision} of order ${revision.orderId} does not match its hash.`);
  const view = { linkId: actor.id, orderId: revision.orderId, revision: revision.revision, at: now };
  recordView(db, scope, view).catch((error: unknown) =>
    console.error(JSON.stringify({ level: 'error', message: 'A view was not noted', error: String(error) })),
  );
  return { revision, decisions: await listDecisions(db, scope, revision.orderId, revision.revision) };
}

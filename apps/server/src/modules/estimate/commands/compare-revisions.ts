import { compareEstimates, type EstimateComparison } from '@backdesk/domain/estimate/compare-estimates.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { findReadableRevision, type RevisionRow } from '../queries/revisions.ts';
import { assertIntact } from './read-revision.ts';

export type Comparison = EstimateComparison & { readonly since: number; readonly revision: number; readonly currency: string };

/** What became different in a revision since another one, which is the one before it unless it is named. */
export async function compareRevisions(context: ReadContext, orderId: string, number: number, since = Math.max(1, number - 1)): Promise<Comparison> {
  const [before, after] = await Promise.all([get(context, orderId, since), get(context, orderId, number)]);
  return { ...compareEstimates(before.content, after.content), since, revision: number, currency: after.content.currency };
}

async function get({ db, scope }: ReadContext, orderId: string, number: number): Promise<RevisionRow> {
  const revision = await findReadableRevision(db, scope, orderId, number);
  if (revision === undefined) throw new Problem('not_found');
  assertIntact(revision, orderId);
  return revision;
}

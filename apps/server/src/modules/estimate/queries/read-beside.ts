import type { Kysely } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import type { NowFacts } from '../variants-now.ts';
import { type AcceptedBefore, type DecisionRow, listDecisions } from './decisions.ts';
import type { OrderNow } from './find-order-now.ts';
import { findPapers, type Papers } from './papers.ts';
import type { EarlierRevision, RevisionRow, SeenRevision } from './revisions.ts';

type Db = Kysely<Tables>;

/** A revision with what was decided about it, and what was drawn of it. */
export type ReadRevision = { readonly revision: RevisionRow; readonly decisions: readonly DecisionRow[]; readonly papers: Papers };

/** The decisions about a revision and its papers: what is read beside it. */
export async function readBeside(db: Db, scope: AccountScope, orderId: string, revision: RevisionRow): Promise<ReadRevision> {
  const [decisions, papers] = await Promise.all([
    listDecisions(db, scope, orderId, revision.revision),
    findPapers(db, scope, { orderId, revision: revision.revision }, revision.sha256),
  ]);
  return { revision, decisions, papers };
}

/** The newest one, with those before it, what the visitor saw last, and how it stands by now. */
export type ShownEstimate = ReadRevision & {
  readonly earlier: readonly EarlierRevision[];
  readonly seen: SeenRevision | undefined;
  readonly acceptedBefore: AcceptedBefore | undefined;
  readonly order: OrderNow | undefined;
  /** null: nobody waits for what it asks for any more. */
  readonly now: NowFacts | null;
};

// Whether a PDF that somebody hands in is the accepted estimate that was drawn here, byte by byte, and whether what it stands for is
// still as it was kept. Decision record 0040.
import { createHash } from 'node:crypto';
import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { decisionMarkedIn } from './certificate-mark.ts';
import { isSealIntact } from './freeze-estimate.ts';
import { findKeptDecision } from './queries/decisions.ts';
import { findDecisionOfFile, findRevisionOfDocument, type KeptAcceptance } from './queries/papers.ts';

/**
 * `intact`: these bytes were drawn here, and the acceptance and its revision are as they were kept. `document`: the same of an estimate
 * without a certificate, and whether its revision is as it was kept. `changed`: it says which acceptance it is of, and its bytes are others, or what it stands for was changed
 * (`why`). `unknown`: nothing like it was drawn here.
 */
export type Verdict =
  | { readonly verdict: 'intact'; readonly decision: KeptDecision }
  | { readonly verdict: 'document'; readonly number: number; readonly revision: number; readonly isIntact: boolean }
  | { readonly verdict: 'changed'; readonly why: 'file' | 'decision' | 'revision'; readonly decision: KeptDecision }
  | { readonly verdict: 'unknown' };

export async function verifyAcceptance(db: Kysely<Tables>, bytes: Buffer): Promise<Verdict> {
  const hash = createHash('sha256').update(bytes).digest();
  const kept = await findDecisionOfFile(db, hash);
  if (kept !== undefined) return verdictOn(kept);
  const document = await findRevisionOfDocument(db, hash);
  if (document !== undefined) {
    const { number, revision, sealed, drawnOf } = document;
    return { verdict: 'document', number, revision, isIntact: isSealIntact(sealed) && sealed.sha256.equals(drawnOf) };
  }
  const marked = decisionMarkedIn(bytes);
  const decision = marked === undefined ? undefined : await findKeptDecision(db, marked);
  return decision === undefined ? { verdict: 'unknown' } : { verdict: 'changed', why: 'file', decision };
}

function verdictOn({ decision, revision }: KeptAcceptance): Verdict {
  const content = JSON.parse(decision.text) as KeptDecision;
  if (!isSealIntact(decision)) return { verdict: 'changed', why: 'decision', decision: content };
  const isSame = isSealIntact(revision) && content.revisionSha256 === revision.sha256.toString('hex');
  return isSame ? { verdict: 'intact', decision: content } : { verdict: 'changed', why: 'revision', decision: content };
}

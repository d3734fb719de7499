// Whether everything that was promised and decided is still what was hashed: revisions, and decisions with the revision they
// name. What was changed behind our back shows here, byte by byte.
import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { isSealIntact } from './freeze-estimate.ts';
import { type KeptText, walkKept } from './queries.ts';

export type Broken = Pick<KeptText, 'orderId' | 'revision'> & {
  readonly accountId: string;
  readonly what: 'revision' | 'decision';
  readonly why: 'hash' | 'other_revision' | 'unreadable';
};
export type Verified = { readonly revisions: number; readonly decisions: number; readonly broken: readonly Broken[] };

/** Reads all that is kept in the installation. A changed revision breaks its decisions too: they name the hash it had. */
export async function verifyKept(db: Kysely<Tables>): Promise<Verified> {
  const broken: Broken[] = [];
  const hashes = new Map<string, string>();
  let decisions = 0;
  for await (const kept of walkKept(db, 'estimate_revisions')) {
    hashes.set(keyOf(kept), kept.sha256.toString('hex'));
    if (!isSealIntact(kept)) broken.push({ ...nameOf(kept), what: 'revision', why: 'hash' });
  }
  for await (const kept of walkKept(db, 'estimate_decisions')) {
    decisions += 1;
    const named = revisionHashIn(kept.text);
    if (!isSealIntact(kept)) broken.push({ ...nameOf(kept), what: 'decision', why: 'hash' });
    else if (named === undefined) broken.push({ ...nameOf(kept), what: 'decision', why: 'unreadable' });
    else if (named !== hashes.get(keyOf(kept))) broken.push({ ...nameOf(kept), what: 'decision', why: 'other_revision' });
  }
  return { revisions: hashes.size, decisions, broken };
}

type Kept = KeptText & { readonly accountId: string };
const keyOf = ({ accountId, orderId, revision }: Kept) => `${accountId} ${orderId} ${revision}`;
const nameOf = ({ accountId, orderId, revision }: Kept) => ({ accountId, orderId, revision });

function revisionHashIn(text: string): string | undefined {
  const { revisionSha256 } = JSON.parse(text) as { readonly revisionSha256?: unknown };
  return typeof revisionSha256 === 'string' ? revisionSha256 : undefined;
}

// Whether everything that was promised and decided is still what was hashed: revisions, decisions with the revision they
// name and the files that came along, and the PDFs that were drawn of both; and whether all of them are there. What was changed behind our back shows here, byte by byte.
import { createHash } from 'node:crypto';
import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import type { Kysely } from 'kysely';
import type { Files } from '../../adapters/files/port.ts';
import type { Tables } from '../../db/tables.ts';
import { fileKey } from '../file/file-key.ts';
import { isSealIntact } from './freeze-estimate.ts';
import { type KeptFile, type KeptText, listMissing, walkKept, walkKeptFiles } from './queries/walk-kept.ts';

export type Broken = Pick<KeptText, 'orderId' | 'revision'> & {
  readonly accountId: string;
  readonly what: 'revision' | 'decision' | 'evidence' | 'document';
  readonly why: 'hash' | 'other_revision' | 'unreadable' | 'missing';
};
export type Verified = {
  readonly revisions: number;
  readonly decisions: number;
  /** PDFs, and files that came with an acceptance. */
  readonly documents: number;
  readonly broken: readonly Broken[];
};

/** Reads all that is kept in the installation. A changed revision breaks its decisions too: they name the hash it had. */
export async function verifyKept(db: Kysely<Tables>, files: Files): Promise<Verified> {
  const broken: Broken[] = [];
  const hashes = new Map<string, string>();
  let decisions = 0;
  let documents = 0;
  const read = async (kept: KeptFile, what: 'evidence' | 'document') => {
    documents += 1;
    const hash = await hashOf(files, kept);
    if (hash !== kept.hash) broken.push({ ...nameOf(kept), what, why: hash === undefined ? 'missing' : 'hash' });
  };
  for await (const kept of walkKept(db, 'estimate_revisions')) {
    hashes.set(keyOf(kept), kept.sha256.toString('hex'));
    if (!isSealIntact(kept)) broken.push({ ...nameOf(kept), what: 'revision', why: 'hash' });
  }
  for await (const kept of walkKept(db, 'estimate_decisions')) {
    decisions += 1;
    if (!isSealIntact(kept)) {
      broken.push({ ...nameOf(kept), what: 'decision', why: 'hash' });
      continue;
    }
    const { revisionSha256: named, files: evidence = [] } = JSON.parse(kept.text) as Partial<KeptDecision>;
    if (named === undefined) broken.push({ ...nameOf(kept), what: 'decision', why: 'unreadable' });
    else if (named !== hashes.get(keyOf(kept))) broken.push({ ...nameOf(kept), what: 'decision', why: 'other_revision' });
    for (const { sha256 } of evidence) await read({ ...nameOf(kept), hash: sha256 }, 'evidence');
  }
  for (const missing of await listMissing(db)) broken.push({ ...nameOf(missing), what: missing.what, why: 'missing' });
  for await (const kept of walkKeptFiles(db)) await read(kept, 'document');
  return { revisions: hashes.size, decisions, documents, broken };
}

/** Of the bytes as they lie there now; undefined: there are none. */
async function hashOf(files: Files, kept: KeptFile): Promise<string | undefined> {
  const content = await files.open(fileKey(kept)).catch(() => undefined);
  if (content === undefined) return undefined;
  const hash = createHash('sha256');
  for await (const piece of content) hash.update(piece);
  return hash.digest('hex');
}

type Kept = KeptText & { readonly accountId: string };
const keyOf = ({ accountId, orderId, revision }: Kept) => `${accountId} ${orderId} ${revision}`;
const nameOf = ({ accountId, orderId, revision }: Pick<Kept, 'accountId' | 'orderId' | 'revision'>) => ({ accountId, orderId, revision });

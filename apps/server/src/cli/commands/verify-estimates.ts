import { type Broken, verifyKept } from '../../modules/estimate/verify-kept.ts';
import { withServices } from '../with-services.ts';

export const usage =
  'verify estimates   (recomputes the hash of every estimate, decision, file of an acceptance and PDF that was kept; fails when one byte differs)';

const reasons: Readonly<Record<Broken['why'], string>> = {
  hash: 'does not match its hash',
  other_revision: 'names another revision than the one that is kept',
  unreadable: 'names no revision',
  missing: 'is gone',
};

/** Says what was read, and each that was changed; then the exit code is 1. */
export async function run(): Promise<void> {
  const { revisions, decisions, documents, broken } = await withServices('backdesk verify estimates', ({ db, files }) => verifyKept(db, files));
  for (const { what, why, orderId, revision, accountId } of broken)
    console.error(`The ${what} of order ${orderId} r${revision} (account ${accountId}) ${reasons[why]}.`);
  console.log(
    `${revisions} revisions, ${decisions} decisions and ${documents} documents read, ${broken.length === 0 ? 'all as they were kept' : `${broken.length} changed`}.`,
  );
  if (broken.length > 0) process.exitCode = 1;
}

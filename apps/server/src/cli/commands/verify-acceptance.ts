import { readFile } from 'node:fs/promises';
import { type Verdict, verifyAcceptance } from '../../modules/estimate/verify-acceptance.ts';
import { UsageError } from '../usage-error.ts';
import { withServices } from '../with-services.ts';

export const usage = 'verify acceptance FILE.pdf   (whether a byte of an accepted estimate was changed: exit code 0 no, 1 yes, 3 it is not known here)';

const exitCodes: Readonly<Record<Verdict['verdict'], number>> = { intact: 0, document: 0, changed: 1, unknown: 3 };

const exitCodeOf = (found: Verdict): number => (found.verdict === 'document' && !found.isIntact ? exitCodes.changed : exitCodes[found.verdict]);

export async function run(args: readonly string[]): Promise<void> {
  const [path, ...others] = args;
  if (path === undefined || others.length > 0) throw new UsageError(`Usage: backdesk ${usage}`);
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`There is no file ${path} that can be read.`);
  });
  const found = await withServices('backdesk verify acceptance', ({ db }) => verifyAcceptance(db, bytes));
  console.log(sentenceOf(found));
  process.exitCode = exitCodeOf(found);
}

function sentenceOf(found: Verdict): string {
  if (found.verdict === 'unknown') return 'Unknown: no acceptance or estimate that was drawn here has these bytes, and it names none.';
  if (found.verdict === 'document' && !found.isIntact)
    return `CHANGED: it is the PDF of Estimate ${found.number} r${found.revision} as it was drawn, but the revision kept in the database was changed.`;
  if (found.verdict === 'document') return `Unchanged: the PDF of Estimate ${found.number} r${found.revision}. It is no certificate of an acceptance.`;
  const { number, revision, name, at } = found.decision;
  const which = `the acceptance of Estimate ${number} r${revision} by ${name} at ${at}`;
  if (found.verdict === 'intact') return `Unchanged: ${which}. The kept acceptance and revision match their hashes.`;
  const why = {
    file: 'the file is not the one that was drawn',
    decision: 'the acceptance kept in the database was changed',
    revision: 'the revision kept in the database was changed',
  };
  return `CHANGED: it says it is ${which}, but ${why[found.why]}.`;
}

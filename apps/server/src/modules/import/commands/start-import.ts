import type { ReceivedFile } from '@backdesk/contract/route.ts';
import type { CommandContext } from '../../context.ts';
import { assertMayGiveRoles } from '../policy.ts';
import type { NewImport } from '../store/imports.ts';
import { failAbandoned, insertImport, keepFile } from '../store/imports.ts';
import { findUnfilled } from './find-unfilled.ts';
import { inspectFile } from './inspect-file.ts';

/** Keeps the file and asks for the job that takes it in. A file that cannot be used (encoding, columns, no rows) is refused at once. */
export async function startImport(
  context: CommandContext,
  run: Pick<NewImport, 'kind' | 'fileName' | 'overwrite' | 'dryRun' | 'mapping'>,
  file: ReceivedFile,
): Promise<string> {
  const inspected = await inspectFile(run, file.pieces());
  assertMayGiveRoles(context.actor, inspected.mapping);
  await failAbandoned(context.tx, context.scope, context.now);
  const id = context.newId();
  const unfilledFields = await findUnfilled(context, { ...run, ...inspected });
  await insertImport(context, { ...run, ...inspected, unfilledFields, id });
  await keepFile(context, id, file.pieces());
  await context.enqueue('import.run', { accountId: context.scope.accountId, importId: id });
  return id;
}

import type { CommandContext } from '../../context.ts';
import type { NewImport } from '../store/imports.ts';
import { failAbandoned, insertImport } from '../store/imports.ts';
import { findUnfilled } from './find-unfilled.ts';

/** Notes a run whose file is read elsewhere (the command line). */
export async function beginImport(
  context: CommandContext,
  run: Omit<NewImport, 'id' | 'rowsTotal' | 'unfilledFields'>,
): Promise<Pick<NewImport, 'id' | 'unfilledFields'>> {
  await failAbandoned(context.tx, context.scope, context.now);
  const begun = { id: context.newId(), unfilledFields: await findUnfilled(context, run) };
  await insertImport(context, { ...run, ...begun, rowsTotal: null });
  return begun;
}

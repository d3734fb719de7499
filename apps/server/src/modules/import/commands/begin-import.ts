import type { CommandContext } from '../../context.ts';
import type { NewImport } from '../store/imports.ts';
import { failAbandoned, insertImport } from '../store/imports.ts';

/** Notes a run whose file is read elsewhere (the command line). */
export async function beginImport(context: CommandContext, run: Omit<NewImport, 'id' | 'rowsTotal'>): Promise<string> {
  await failAbandoned(context.tx, context.scope, context.now);
  const id = context.newId();
  await insertImport(context, { ...run, id, rowsTotal: null });
  return id;
}

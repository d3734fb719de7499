import type { CommandContext } from '../../context.ts';
import type { FileUse } from '../queries.ts';
import { listFiles } from '../queries.ts';
import { insertUses } from '../store.ts';

/**
 * Files are used by an object from now on: who may read that may read them, and they stay. Called by the command that names them; ids that
 * are no files of this account are passed over (the command has refused them before).
 */
export async function useFiles(context: Pick<CommandContext, 'tx' | 'scope' | 'now'>, ids: readonly string[], use: FileUse): Promise<void> {
  if (ids.length === 0) return;
  const there = await listFiles(context.tx, context.scope, [...new Set(ids)]);
  await insertUses(
    context,
    there.map(({ id }) => id),
    use,
  );
}

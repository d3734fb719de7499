import type { CommandContext } from '../../context.ts';
import { assertMayCancel } from '../policy.ts';
import { getImport } from '../queries/imports.ts';
import { cancelRun } from '../store/imports.ts';

/** Stops a run after its current batch. What it has taken in stays. */
export async function cancelImport(context: CommandContext, id: string): Promise<void> {
  assertMayCancel(context.actor, await getImport(context.tx, context.scope, id));
  await cancelRun(context, id);
}

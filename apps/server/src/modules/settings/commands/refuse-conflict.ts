import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { fieldsChangedSince } from '../queries/settings.ts';

/** Throws `conflict` for those of the fields that somebody else changed since `basedOn`. */
export async function refuseConflict({ tx, scope }: CommandContext, basedOn: number, changed: readonly string[]): Promise<void> {
  const since: ReadonlySet<string> = await fieldsChangedSince(tx, scope, scope.accountId, basedOn);
  const both = changed.filter((field) => since.has(field));
  if (both.length > 0) throw new Problem('conflict', { errors: both.map((field) => ({ pointer: `/${field}`, message: 'was changed by someone else' })) });
}

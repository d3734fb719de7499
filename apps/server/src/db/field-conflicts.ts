import { sql } from 'kysely';
import type { CommandContext } from '../modules/context.ts';
import type { ProblemDetails } from '../modules/problem.ts';

type Conflicts = NonNullable<ProblemDetails['conflicts']>;

type Change = {
  readonly context: CommandContext;
  readonly subjectId: string;
  /** When the versions are those of a variant: its events are told apart in those of its product. */
  readonly variantId?: string;
  /** The version the write was made on; without one it applies as it comes. */
  readonly basedOn: number | undefined;
  /** By field: the version that last changed it. */
  readonly fieldVersions: Readonly<Record<string, number>>;
  /** The fields of this write that would change something, with their value now. */
  readonly current: Readonly<Record<string, unknown>>;
};

/** Fields that someone changed after the version this write was made on: value now, who and when. Empty: it merges. */
export async function fieldConflicts({ context, subjectId, variantId, basedOn, fieldVersions, current }: Change): Promise<Conflicts> {
  if (basedOn === undefined) return [];
  const fields = Object.keys(current).filter((field) => (fieldVersions[field] ?? 0) > basedOn);
  if (fields.length === 0) return [];
  const versions = [...new Set(fields.map((field) => fieldVersions[field] ?? 0))];
  // A change of one variant says which it was, one of many which version each has by it.
  const version =
    variantId === undefined
      ? sql`version`
      : sql`coalesce(case when data ->> 'variantId' = ${variantId} then data ->> 'variantVersion' end, data -> 'variantVersions' ->> ${variantId})::integer`;
  const changers = await sql<{ version: number; actor_name: string; at: Date }>`
    select ${version} as version, actor_name, at from events
    where account_id = ${context.scope.accountId} and subject_id = ${subjectId} and ${version} = any(${versions})
    order by index desc`.execute(context.tx);
  return fields.map((field) => {
    const version = fieldVersions[field] ?? 0;
    const changer = changers.rows.find((row) => row.version === version);
    return { pointer: `/${field}`, value: current[field], version, by: changer?.actor_name ?? '', at: (changer?.at ?? context.now).toISOString() };
  });
}

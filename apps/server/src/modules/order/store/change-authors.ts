import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

export type ChangeAuthor = { readonly actor: string; readonly name: string; readonly at: string };

/** Who made each of these versions of an order, and when. */
export async function listChangeAuthors(
  { tx, scope }: CommandContext,
  orderId: string,
  versions: readonly number[],
): Promise<ReadonlyMap<number, ChangeAuthor>> {
  const { rows } = await sql<{ version: number; actor: string; name: string; at: Date }>`
    select version, actor, actor_name "name", at from events
    where account_id = ${scope.accountId} and subject_id = ${orderId} and version = any(${versions}::integer[]) and index = 0`.execute(tx);
  return new Map(rows.map(({ version, actor, name, at }) => [version, { actor, name, at: at.toISOString() }]));
}

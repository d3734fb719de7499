import { sql } from 'kysely';
import type { CommandContext } from '../modules/context.ts';
import { actorKey } from '../modules/context.ts';

export type SubjectEvent = {
  readonly subject: 'customer' | 'company' | 'product' | 'settings' | 'import';
  readonly subjectId: string;
  /** Version of the subject after the command. */
  readonly version: number;
  /** Past tense: "product.changed". */
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * Writes what happened to customers, products and the like, one event for each subject and version. (Events of orders are
 * chained and written with the order.)
 */
export async function recordEvents({ tx, scope, actor, now }: CommandContext, events: readonly SubjectEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event, index) => ({ ...event, index: indexOf(events, index) }));
  await sql`
    insert into events (account_id, subject_id, version, index, subject, type, actor, actor_name, at, data)
    select ${scope.accountId}, e."subjectId", e.version, e.index, e.subject, e.type, ${actorKey(actor)}, ${actor.name}, ${now}, e.data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e ("subjectId" uuid, version integer, index integer, subject text, type text, data jsonb)`.execute(tx);
}

/** How many events of the same subject stand before it: its index within the command. */
function indexOf(events: readonly SubjectEvent[], at: number): number {
  const subjectId = events[at]?.subjectId;
  if (at === 0 || events[at - 1]?.subjectId !== subjectId) return 0;
  return events.slice(0, at).filter((event) => event.subjectId === subjectId).length;
}

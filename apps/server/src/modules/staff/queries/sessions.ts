import type { OwnSession } from '@backdesk/contract/session/schema.ts';
import { sql } from 'kysely';
import type { Database } from '../../../db/pool.ts';
import type { ReadContext } from '../../context.ts';
import { deviceInWords } from '../device-in-words.ts';

/** Where the person of this request is signed in: this one first, then the latest seen. */
export async function listOwnSessions({ db, actor, now, sessionId }: ReadContext): Promise<{ items: OwnSession[] }> {
  if (actor.kind !== 'staff') return { items: [] };
  const rows = await db
    .selectFrom('staff_sessions')
    .select(['id', 'ip_address', 'user_agent', 'created_at', 'last_seen_at'])
    .where('staff_id', '=', actor.id)
    .where('expires_at', '>', now)
    .orderBy(sql`id = ${sessionId ?? ''} desc`)
    .orderBy(sql`coalesce(last_seen_at, created_at) desc`)
    .limit(100)
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      device: deviceInWords(row.user_agent ?? ''),
      ipAddress: row.ip_address ?? '',
      createdAt: row.created_at.toISOString(),
      lastSeenAt: (row.last_seen_at ?? row.created_at).toISOString(),
      isCurrent: row.id === sessionId,
    })),
  };
}

/** The stored hash of a person's password. */
export async function findPasswordHash(db: ReadContext['db'], staffId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('staff_credentials')
    .select('password')
    .where('staff_id', '=', staffId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? undefined;
}

/** Whether the address is signed in from that place already: guessing elsewhere must not lock it out there. */
export async function isKnownPlace(db: Database, email: string, ipAddress: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff_sessions as t')
    .innerJoin('staff as s', 's.id', 't.staff_id')
    .select('t.id')
    .where(sql`lower(s.email)`, '=', email)
    .where('t.ip_address', '=', ipAddress)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

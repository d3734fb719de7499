import { sql } from 'kysely';
import type { Database } from './pool.ts';

export type Counted = { readonly attempts: number; readonly resetsAt: Date };

/** Counts attempts by key in windows of fixed length, for all processes of an installation together. */
export function attemptsStore(db: Database, now: () => Date) {
  return {
    /** Adds to the window that is open, or opens one; answers what stands in it then. One that ends later than a window can was opened before the clock was set back, and is over. */
    count: async (key: string, windowSeconds: number, more = 1): Promise<Counted> => {
      const at = now();
      const resets = new Date(at.getTime() + windowSeconds * 1000);
      const { rows } = await sql<{ attempts: number; resets_at: Date }>`
        insert into attempts as a (key, attempts, resets_at) values (${key}, ${more}, ${resets})
        on conflict (key) do update set
          attempts = case when a.resets_at > ${at} and a.resets_at <= ${resets} then a.attempts + ${more}::int else ${more}::int end,
          resets_at = case when a.resets_at > ${at} and a.resets_at <= ${resets} then a.resets_at else ${resets} end
        returning attempts, resets_at`.execute(db);
      const row = rows[0];
      return { attempts: row?.attempts ?? 0, resetsAt: row?.resets_at ?? at };
    },
    clear: async (keys: readonly string[]): Promise<void> => {
      await db.deleteFrom('attempts').where('key', 'in', keys).execute();
    },
    /** Forgets windows that are over. */
    purge: async (): Promise<void> => {
      await db.deleteFrom('attempts').where('resets_at', '<', now()).execute();
    },
  };
}

export type AttemptsStore = ReturnType<typeof attemptsStore>;

import { sql } from 'kysely';
import type { ReadContext } from '../../context.ts';
import { keptSince } from '../kept-since.ts';

export type FoundHolder = { readonly id: string; readonly name: string; readonly deletedAt: Date | null };

/** Who has this e-mail address (upper and lower case alike), else the one last deleted with it who can still be restored. */
export async function findEmailHolder({ db, scope, now }: ReadContext, email: string): Promise<FoundHolder | null> {
  const { rows } = await sql<FoundHolder>`
    (select id, name, deleted_at as "deletedAt" from customers
      where account_id = ${scope.accountId} and lower(email) = lower(${email}) and deleted_at is null)
    union all
    (select id, name, deleted_at from customers
      where account_id = ${scope.accountId} and deleted_at >= ${keptSince(now)} and lower(email) = lower(${email}) order by deleted_at desc limit 1)`.execute(
    db,
  );
  return rows[0] ?? null;
}

import { sql } from 'kysely';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';

/** The product with this code, upper and lower case alike, if it is sold. */
export async function findSoldProduct({ db, scope }: ReadContext, code: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select p.id from products p where p.account_id = ${scope.accountId} and lower(p.code) = lower(${code}) and p.deleted_at is null and p.published
      and exists (select from variants v where v.account_id = p.account_id and v.product_id = p.id and v.published and v.deleted_at is null)`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Problem('not_found');
  return found.id;
}

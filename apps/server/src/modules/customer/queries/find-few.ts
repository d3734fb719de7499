import type { CustomerFilters } from '@backdesk/contract/customer/listing.ts';
import { sql } from 'kysely';
import type { ReadContext } from '../../context.ts';
import { customerConditions } from './customer-conditions.ts';

const few = 2000;

/**
 * Ids of who is found by the words, when that is not many; else undefined. The database cannot tell from its statistics how many a
 * word finds, and with a sort it must choose: fetch the found and sort them, or walk the order and look at each. Few are fetched,
 * among many a walk soon meets enough for a page.
 */
export async function findFew(context: ReadContext, { q, deleted }: CustomerFilters): Promise<readonly string[] | undefined> {
  if (q === undefined || q.trim() === '') return undefined;
  const { rows } = await sql<{ id: string }>`
    select c.id from customers c where ${await customerConditions(context, { q, deleted })} limit ${sql.lit(few + 1)}`.execute(context.db);
  return rows.length > few ? undefined : rows.map(({ id }) => id);
}

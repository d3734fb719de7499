import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { AccountScope } from '../modules/context.ts';
import type { Tables } from './tables.ts';

const first = 1001;
const nameOf = (accountId: string) => `order_numbers_${accountId.replaceAll('-', '')}`;

/** Makes the sequence that an account's order numbers come from (design "Numbers": a plain sequence, gaps allowed). */
export async function createOrderNumbers(db: Kysely<Tables>, accountId: string): Promise<void> {
  await sql`create sequence if not exists ${sql.id(nameOf(accountId))} start ${sql.lit(first)}`.execute(db);
}

/** Takes the next number of the account. It does not come back when the transaction rolls back. */
export async function nextOrderNumber(db: Kysely<Tables>, scope: AccountScope): Promise<number> {
  const { rows } = await sql<{ number: number }>`select nextval(${nameOf(scope.accountId)}::regclass) as number`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('A sequence answered nothing.');
  return row.number;
}

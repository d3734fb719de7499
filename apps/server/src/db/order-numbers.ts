import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { AccountScope } from '../modules/context.ts';
import type { Tables } from './tables.ts';

const first = 1001;
/** The name of the sequence. */
export const orderNumbersOf = (accountId: string) => `order_numbers_${accountId.replaceAll('-', '')}`;

/** Makes the sequence that an account's order numbers come from (design "Numbers": a plain sequence, gaps allowed). */
export async function createOrderNumbers(db: Kysely<Tables>, accountId: string): Promise<void> {
  await sql`create sequence if not exists ${sql.id(orderNumbersOf(accountId))} start ${sql.lit(first)}`.execute(db);
}

/** The statement that takes the next number of the account. It does not come back when the transaction rolls back. */
export const selectNextOrderNumber = (scope: AccountScope) => sql<{ number: number }>`select nextval(${orderNumbersOf(scope.accountId)}::regclass) as number`;

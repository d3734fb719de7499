import type { Kysely } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** undefined: the customer was deleted. */
export async function getCustomerName(db: Kysely<Tables>, scope: AccountScope, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('customers')
    .select('name')
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.name;
}

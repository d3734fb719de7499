import type { Kysely } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** The names of the account's price roles, by id. */
export async function listRoleNames(db: Kysely<Tables>, scope: AccountScope): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('customer_roles').select(['id', 'name']).where('account_id', '=', scope.accountId).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

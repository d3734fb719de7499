import type { ReadContext } from '../../context.ts';
import { listFields } from '../../field/queries.ts';

export type EventNames = { readonly labels: ReadonlyMap<string, string>; readonly roles: ReadonlyMap<string, string> };

/** What events of customers name by code or id: labels of the custom fields, names of the price roles. */
export async function listEventNames({ db, scope }: ReadContext): Promise<EventNames> {
  const fields = await listFields(db, scope, 'customer');
  const roles = await db.selectFrom('customer_roles').select(['id', 'name']).where('account_id', '=', scope.accountId).execute();
  return { labels: new Map(fields.map(({ code, label }) => [code, label])), roles: new Map(roles.map(({ id, name }) => [id, name])) };
}

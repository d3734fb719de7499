import { type Kysely, sql } from 'kysely';
import { selectNextOrderNumber } from '../../../db/order-numbers.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { type FoundCustomer, selectCustomerOfOrder } from '../../customer/queries/customer-of-order.ts';
import { selectOrderFieldRules } from '../../field/queries.ts';
import { type SettingsFacts, selectSettingsFacts } from '../../settings/queries/pricing-facts.ts';
import type { OrderFieldRule } from '../order-record.ts';

export type NewOrderFacts = {
  /** null: there is no such customer in the account. */
  readonly found: FoundCustomer | null;
  readonly settings: SettingsFacts;
  readonly fieldRules: readonly OrderFieldRule[];
  /** The next of the account; taken, so that it leaves a gap when the order is not made after all. */
  readonly number: number;
  /** What a new draft asks for on acceptance, parts per million; null: nothing. */
  readonly depositPpm: number | null;
};

/** All that a new draft without an address needs to know, in one round trip: whom it is for, the settings, its number. */
export async function getNewOrderFacts(db: Kysely<Tables>, scope: AccountScope, customerId: string): Promise<NewOrderFacts> {
  const { rows } = await sql<NewOrderFacts>`
    select (select row_to_json(c) from (${selectCustomerOfOrder(scope, customerId)}) c) found,
      (select row_to_json(s) from (${selectSettingsFacts(scope, [])}) s) settings,
      ${selectOrderFieldRules(sql`${scope.accountId}::uuid`)} "fieldRules", (${selectNextOrderNumber(scope)}) number,
      (select deposit_ppm from letterheads where account_id = ${scope.accountId}) "depositPpm"`.execute(db);
  const [facts] = rows;
  if (facts === undefined) throw new Error('A select without a table answered nothing.');
  return facts;
}

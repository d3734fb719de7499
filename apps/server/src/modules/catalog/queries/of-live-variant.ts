import { type RawBuilder, sql } from 'kysely';

/**
 * A condition: what a row says is of the whole product (`column` is null), or of a variant of the account that is not deleted. Charges, buyer rules and
 * price periods of a deleted variant are neither shown nor set anew: they wait for its deletion to be taken back.
 */
export function isOfLiveVariant(accountId: string | RawBuilder<unknown>, column: string): RawBuilder<unknown> {
  return sql`(${sql.ref(column)} is null
    or exists (select from variants lv where lv.account_id = ${accountId} and lv.id = ${sql.ref(column)} and lv.deleted_at is null))`;
}

import { type RawBuilder, sql } from 'kysely';

/** The payment terms of everybody whose company has none, as text, for a statement that reads more; '' where there are none. */
export const defaultTermsText = (account: string): RawBuilder<unknown> =>
  sql`(select coalesce(max(lh.payment_terms), '') from letterheads lh where lh.account_id = ${sql.ref(account)})`;

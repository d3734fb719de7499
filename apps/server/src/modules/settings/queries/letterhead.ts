import type { Address } from '@backdesk/domain/order/types.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

export type LetterheadRow = {
  /** That of the account's settings. */
  readonly version: number;
  readonly legalName: string;
  readonly taxId: string;
  readonly phone: string;
  readonly email: string;
  readonly terms: string;
  readonly pictures: boolean;
  readonly paymentTerms: string;
  readonly depositPpm: number | null;
  readonly address: Address | null;
  readonly logo: { readonly fileId: string; readonly name: string } | null;
};

/** What an estimate of the account says of who sells, as it is now. */
export async function getLetterhead(db: Kysely<Tables>, scope: AccountScope): Promise<LetterheadRow> {
  const { rows } = await sql<LetterheadRow>`
    select a.version, coalesce(l.legal_name, '') "legalName", coalesce(l.tax_id, '') "taxId", coalesce(l.phone, '') "phone",
      coalesce(l.email, '') "email", coalesce(l.terms, '') "terms", coalesce(l.pictures, false) "pictures",
      coalesce(l.payment_terms, '') "paymentTerms", l.deposit_ppm "depositPpm",
      case when a.address ? 'country' then a.address end "address",
      case when f.id is not null then json_build_object('fileId', f.id, 'name', f.name) end "logo"
    from accounts a
    left join letterheads l on l.account_id = a.account_id
    left join files f on f.account_id = l.account_id and f.id = l.logo_file_id
    where a.account_id = ${scope.accountId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new TypeError('The account is not there.');
  return row;
}

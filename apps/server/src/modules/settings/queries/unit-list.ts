import { type ListedUnit, startingUnits } from '@backdesk/domain/catalog/unit-list.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** `version`: that of the account's settings. */
export type UnitListRow = { readonly version: number; readonly items: readonly ListedUnit[] };

/** The units that the account keeps to sell by; until it changes them those that every account starts with. */
export async function getUnitList(db: Kysely<Tables>, { accountId }: AccountScope): Promise<UnitListRow> {
  const { rows } = await sql<{ version: number; units: readonly ListedUnit[] | null }>`
    select a.version, l.units from accounts a left join unit_lists l on l.account_id = a.account_id where a.account_id = ${accountId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new TypeError('The account is not there.');
  return { version: row.version, items: row.units ?? startingUnits };
}

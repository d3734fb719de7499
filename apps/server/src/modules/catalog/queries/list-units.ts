import type { SellingUnitJson } from '@backdesk/contract/catalog/selling-unit.ts';
import { offeredUnits } from '@backdesk/domain/catalog/unit-list.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { getUnitList } from '../../settings/queries/unit-list.ts';

/** As many as anybody picks from, beside the list. */
const mostUnits = 50;

/** The units to offer: those that the account keeps, then others that its variants are sold by, those of most variants first. */
export async function listUnits(db: Kysely<Tables>, scope: AccountScope): Promise<readonly SellingUnitJson[]> {
  const { rows } = await sql<SellingUnitJson>`
    select unit ->> 'name' as name, (unit ->> 'pieces')::integer as pieces
    from variants where account_id = ${scope.accountId} and deleted_at is null and unit is not null
    group by 1, 2 order by count(*) desc, 1, 2 limit ${mostUnits}`.execute(db);
  return offeredUnits((await getUnitList(db, scope)).items, rows);
}

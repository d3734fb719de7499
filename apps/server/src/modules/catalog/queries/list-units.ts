import type { SellingUnitJson } from '@backdesk/contract/catalog/selling-unit.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** As many as anybody picks from. */
const mostUnits = 50;

/** The units that variants of the account are sold by, those of most variants first. */
export async function listUnits(db: Kysely<Tables>, { accountId }: AccountScope): Promise<readonly SellingUnitJson[]> {
  const { rows } = await sql<SellingUnitJson>`
    select unit ->> 'name' as name, (unit ->> 'pieces')::integer as pieces
    from variants where account_id = ${accountId} and deleted_at is null and unit is not null
    group by 1, 2 order by count(*) desc, 1, 2 limit ${mostUnits}`.execute(db);
  return rows;
}

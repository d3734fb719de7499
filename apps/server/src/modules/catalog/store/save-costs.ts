import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

type Cost = { readonly variantId: string; readonly unitCost: string | null };

/** Writes what these variants cost; null: it is not known. */
export async function saveCosts({ tx, scope, account }: CommandContext, costs: readonly Cost[]): Promise<void> {
  await sql`
    update variants v set cost = c."unitCost", cost_currency = case when c."unitCost" is not null then ${account.currency} end
    from jsonb_to_recordset(${JSON.stringify(costs)}::jsonb) as c ("variantId" uuid, "unitCost" numeric)
    where v.account_id = ${scope.accountId} and v.id = c."variantId"`.execute(tx);
}

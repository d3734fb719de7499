import type { BuyerRule } from '@backdesk/domain/catalog/sold-to.ts';
import { type Kysely, sql } from 'kysely';
import { fewTexts } from '../../../db/few-rows.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { buyerRulesJson } from './buyer-rules.ts';

/** How a variant stands at this moment, without its prices: what an estimate is asked about between its issue and its order. */
export type VariantNowRow = {
  readonly variantId: string;
  /** Product and variant both. */
  readonly published: boolean;
  readonly buyerRules: readonly BuyerRule[];
  readonly tracked: boolean;
  /** On hand less what submitted orders hold; may be negative. */
  readonly available: number;
  readonly backorder: boolean;
  readonly incoming: { readonly quantity: number; readonly expectedOn: string } | null;
};

/** Variants by id, by id; deleted ones are missing. */
export async function listVariantsNow(db: Kysely<Tables>, scope: AccountScope, variantIds: readonly string[]): Promise<ReadonlyMap<string, VariantNowRow>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<VariantNowRow>`
    select v.id "variantId", v.published and p.published published, ${buyerRulesJson} "buyerRules", v.tracks_stock tracked,
      coalesce(s.on_hand, 0) - coalesce(s.reserved, 0) available, v.allows_backorder backorder,
      case when s.incoming_on is not null then json_build_object('quantity', s.incoming_quantity, 'expectedOn', s.incoming_on) end incoming
    from ${fewTexts(variantIds)} w
    join variants v on v.account_id = ${scope.accountId} and v.id = w.text::uuid and v.deleted_at is null
    join products p on p.account_id = v.account_id and p.id = v.product_id and p.deleted_at is null
    left join stock_levels s on s.account_id = v.account_id and s.variant_id = v.id`.execute(db);
  return new Map(rows.map((row) => [row.variantId, row]));
}

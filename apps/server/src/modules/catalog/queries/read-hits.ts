import { type BuyerRule, isSoldTo } from '@backdesk/domain/catalog/sold-to.ts';
import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../context.ts';
import type { HitRow } from '../row-types.ts';
import type { FoundPriceRow } from './applicable-table.ts';
import { applicableTable } from './applicable-table.ts';
import { buyerRulesOf } from './buyer-rules.ts';
import { configurationOptionsOf } from './configuration-options.ts';
import { priceRowsOf, roleOf } from './price-rows.ts';
import { productChargesOf } from './product-charges.ts';

type Read = Omit<HitRow, 'priceTable' | 'is_sold'> & {
  readonly prices: readonly FoundPriceRow[] | null;
  readonly buyer_rules: readonly BuyerRule[];
  readonly role_id: string | null;
};

/**
 * What a hit shows and a line takes over, for rows of the type `search_hit`, in their order; prices as they apply to the customer
 * today. Those that are not sold to them are marked.
 */
export async function readHits(context: ReadContext, customerId: string | undefined, hits: RawBuilder<unknown>): Promise<readonly HitRow[]> {
  const { db, scope } = context;
  const { rows } = await sql<Read>`
    select h.tier, h.key, v.id, v.version, v.sku, v.option_values, v.title, v.published, v.image_url, v.weight_grams, v.ships, v.tax_category,
      v.quantity_increment, v.max_quantity, v.position, v.tracks_stock, v.allows_backorder, coalesce(s.on_hand, 0) as on_hand, coalesce(s.reserved, 0) as reserved, s.incoming_quantity, s.incoming_on,
      p.id as product_id, p.name, p.code, p.options, p.published as product_published, p.image_url as product_image_url,
      p.tax_category as product_tax_category, p.groups_breaks, ${configurationOptionsOf(scope, 'p.id')} as configuration_options,
      ${productChargesOf(scope, 'p.id')} as charges, ${buyerRulesOf(scope, 'p.id')} as buyer_rules, ${roleOf(scope, customerId)} as role_id,
      ${priceRowsOf({ ...context, customerId }, { product: 'v.product_id', variant: 'v.id' })} as prices
    from ${hits} with ordinality as h (tier, id, key, product_id, position, place)
    join variants v on v.account_id = ${scope.accountId} and v.id = h.id
    join products p on p.account_id = v.account_id and p.id = v.product_id
    left join stock_levels s on s.account_id = v.account_id and s.variant_id = v.id
    order by h.place`.execute(db);
  return rows.map(({ prices, buyer_rules: rules, role_id: roleId, ...row }) => ({
    ...row,
    priceTable: applicableTable(context, row.id, prices ?? []),
    is_sold: customerId === undefined || isSoldTo(rules, row.id, roleId),
  }));
}

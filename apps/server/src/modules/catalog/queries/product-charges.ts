import { type RawBuilder, sql } from 'kysely';
import { isOfLiveVariant } from './of-live-variant.ts';

/** A subquery: the setup and run charges of `products p` in their order, in the domain's own shape, as one JSON array. */
export const productChargesJson: RawBuilder<unknown> = sql`(
    select coalesce(jsonb_agg(jsonb_build_object('id', pc.id, 'variantId', pc.variant_id, 'kind', pc.kind, 'code', pc.code, 'name', pc.name,
      'currency', pc.currency, 'breaks', pc.breaks, 'removable', pc.removable) order by pc.position, pc.id), '[]')
    from product_charges pc where pc.account_id = p.account_id and pc.product_id = p.id and ${isOfLiveVariant(sql`p.account_id`, 'pc.variant_id')})`;

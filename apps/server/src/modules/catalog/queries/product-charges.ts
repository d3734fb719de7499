import { type RawBuilder, sql } from 'kysely';
import type { AccountScope } from '../../context.ts';
import { isOfLiveVariant } from './of-live-variant.ts';

/** A subquery: the setup and run charges of a product (a column) in their order, in the domain's own shape, as one JSON array. */
export function productChargesOf(scope: AccountScope, product: string): RawBuilder<unknown> {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('id', pc.id, 'variantId', pc.variant_id, 'kind', pc.kind, 'code', pc.code, 'name', pc.name,
      'currency', pc.currency, 'breaks', pc.breaks, 'removable', pc.removable) order by pc.position, pc.id), '[]')
    from product_charges pc where pc.account_id = ${scope.accountId} and pc.product_id = ${sql.ref(product)} and ${isOfLiveVariant(scope, 'pc.variant_id')})`;
}

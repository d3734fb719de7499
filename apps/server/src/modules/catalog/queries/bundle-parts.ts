import type { BundlePricing } from '@backdesk/domain/catalog/parts.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** One part of a bundle as it is defined, with what it is called: also when its variant is deleted. */
export type DefinedPart = {
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly name: string;
  readonly sku: string;
  readonly productCode: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly imageUrl: string | null;
};

export type BundleDefinition = { readonly pricing: BundlePricing; readonly parts: readonly DefinedPart[] };

/** Which of these products are bundles, and of what; by product id. */
export async function listBundles(db: Kysely<Tables>, scope: AccountScope, productIds: readonly string[]): Promise<ReadonlyMap<string, BundleDefinition>> {
  if (productIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; bundle: BundleDefinition }>`
    select p.id, ${bundleJson} as bundle from products p
    where p.account_id = ${scope.accountId} and p.id = any(${productIds}::uuid[]) and p.kind = 'bundle'`.execute(db);
  return new Map(rows.map(({ id, bundle }) => [id, bundle]));
}

/** A subquery: what `products p` is made of, as one JSON object; null: it is no bundle. */
export const bundleJson: RawBuilder<unknown> = sql`(
    select jsonb_build_object('pricing', b.bundle_pricing, 'parts', (
      select coalesce(jsonb_agg(jsonb_build_object('id', bp.id, 'variantId', bp.variant_id, 'productId', cv.product_id, 'quantity', bp.quantity,
        'name', cp.name, 'sku', cv.sku, 'productCode', cp.code, 'imageUrl', coalesce(cv.image_url, cp.image_url),
        'options', (select coalesce(jsonb_agg(jsonb_build_object('name', cp.options -> (n.ordinal - 1)::integer ->> 'name', 'value', n.value) order by n.ordinal), '[]')
          from unnest(cv.option_values) with ordinality n (value, ordinal)
          where cp.options -> (n.ordinal - 1)::integer ->> 'name' is not null)) order by bp.position, bp.id), '[]')
      from bundle_parts bp
      join variants cv on cv.account_id = bp.account_id and cv.id = bp.variant_id
      join products cp on cp.account_id = cv.account_id and cp.id = cv.product_id
      where bp.account_id = b.account_id and bp.product_id = b.id))
    from products b where b.account_id = p.account_id and b.id = p.id and b.kind = 'bundle')`;

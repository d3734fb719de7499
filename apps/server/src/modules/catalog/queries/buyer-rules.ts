import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { Problem } from '../../problem.ts';

export type BuyerRuleRow = {
  readonly roleId: string;
  readonly roleName: string;
  readonly variantId: string | null;
  readonly sku: string | null;
  readonly effect: 'include' | 'exclude';
};

/** A subquery: the buyer rules of `products p`, as one JSON array under the domain's names. What they say is for the domain. */
export const buyerRulesJson: RawBuilder<unknown> = sql`(select coalesce(json_agg(json_build_object('variantId', b.variant_id, 'roleId', b.role_id, 'effect', b.effect)), '[]')
    from buyer_rules b where b.account_id = p.account_id and b.product_id = p.id)`;

/** The rules of a product by role and variant, with their names. */
export async function listBuyerRules(db: Kysely<Tables>, { accountId }: AccountScope, productId: string): Promise<readonly BuyerRuleRow[]> {
  const product = await sql`select from products where account_id = ${accountId} and id = ${productId} and deleted_at is null`.execute(db);
  if (product.rows.length === 0) throw new Problem('not_found');
  const { rows } = await sql<BuyerRuleRow>`
    select b.role_id as "roleId", r.name as "roleName", b.variant_id as "variantId", v.sku, b.effect
    from buyer_rules b join customer_roles r on r.account_id = b.account_id and r.id = b.role_id
    left join variants v on v.account_id = b.account_id and v.id = b.variant_id
    where b.account_id = ${accountId} and b.product_id = ${productId} and (b.variant_id is null or v.deleted_at is null)
    order by b.variant_id is not null, v.position, lower(r.name), b.id`.execute(db);
  return rows;
}

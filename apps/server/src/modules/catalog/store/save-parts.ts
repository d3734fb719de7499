import type { BundlePricing } from '@backdesk/domain/catalog/parts.ts';
import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

export type StoredPart = { readonly id: string; readonly variantId: string; readonly quantity: number };
type Context = Pick<CommandContext, 'tx' | 'scope'>;

/** What a product is made of, as it is now; with no parts it is no bundle. Lines hold copies, so what is missing is deleted. */
export async function saveParts({ tx, scope }: Context, productId: string, pricing: BundlePricing, parts: readonly StoredPart[]): Promise<void> {
  const { accountId } = scope;
  const isBundle = parts.length > 0;
  await sql`
    delete from bundle_parts
    where account_id = ${accountId} and product_id = ${productId} and id <> all(${parts.map(({ id }) => id)}::uuid[])`.execute(tx);
  await sql`
    update products set kind = ${isBundle ? 'bundle' : 'product'}, bundle_pricing = ${isBundle ? pricing : null}
    where account_id = ${accountId} and id = ${productId}`.execute(tx);
  const rows = parts.map((part, index) => ({ ...part, position: index + 1 }));
  await sql`
    insert into bundle_parts (account_id, id, product_id, variant_id, position, quantity)
    select ${accountId}, p.id, ${productId}::uuid, p."variantId", p.position, p.quantity
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (id uuid, "variantId" uuid, position integer, quantity integer)
    on conflict (account_id, id) do update set (variant_id, position, quantity) = (excluded.variant_id, excluded.position, excluded.quantity)`.execute(tx);
}

export type PartCandidate = {
  readonly variantId: string;
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly isBundle: boolean;
};

/** The variants that a bundle is to be made of. Their products are locked, so that none becomes a bundle meanwhile; a deleted one is missing. */
export async function lockCandidates({ tx, scope }: Context, variantIds: readonly string[]): Promise<ReadonlyMap<string, PartCandidate>> {
  const { rows } = await sql<PartCandidate>`
    select v.id "variantId", p.id "productId", v.sku, p.name, p.kind = 'bundle' "isBundle"
    from variants v join products p on p.account_id = v.account_id and p.id = v.product_id
    where v.account_id = ${scope.accountId} and v.id = any(${variantIds}::uuid[]) and v.deleted_at is null and p.deleted_at is null
    order by p.id for share of p`.execute(tx);
  return new Map(rows.map((row) => [row.variantId, row]));
}

/** A bundle that this product is a part of; undefined: it is in none. */
export async function findBundleWith({ tx, scope }: Context, productId: string): Promise<{ readonly name: string } | undefined> {
  const { rows } = await sql<{ readonly name: string }>`
    select p.name from bundle_parts b
    join variants v on v.account_id = b.account_id and v.id = b.variant_id
    join products p on p.account_id = b.account_id and p.id = b.product_id
    where b.account_id = ${scope.accountId} and v.product_id = ${productId} and p.deleted_at is null
    limit 1`.execute(tx);
  return rows[0];
}

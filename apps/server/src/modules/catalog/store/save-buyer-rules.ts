import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';
import { isOfLiveVariant } from '../queries/of-live-variant.ts';

type Rule = { readonly variantId: string | null; readonly roleId: string; readonly effect: 'include' | 'exclude' };

/** Replaces the buyer rules of a product. */
export async function saveBuyerRules({ tx, scope, newId }: CommandContext, productId: string, rules: readonly Rule[]): Promise<void> {
  await sql`
    delete from buyer_rules where account_id = ${scope.accountId} and product_id = ${productId} and ${isOfLiveVariant(scope.accountId, 'variant_id')}`.execute(
    tx,
  );
  const rows = rules.map((rule) => ({ id: newId(), ...rule }));
  await sql`
    insert into buyer_rules (account_id, id, product_id, variant_id, role_id, effect)
    select ${scope.accountId}, r.id, ${productId}, r."variantId", r."roleId", r.effect
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "variantId" uuid, "roleId" uuid, effect text)`.execute(tx);
}

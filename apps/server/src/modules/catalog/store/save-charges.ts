import type { ProductCharge } from '@backdesk/domain/catalog/charges.ts';
import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';
import { isOfLiveVariant } from '../queries/of-live-variant.ts';

/** Writes the charges of a product as they are now, in this order. Lines hold copies, so what is missing is deleted. */
export async function saveCharges({ tx, scope }: CommandContext, productId: string, charges: readonly ProductCharge[]): Promise<void> {
  const { accountId } = scope;
  await sql`
    delete from product_charges
    where account_id = ${accountId} and product_id = ${productId} and id <> all(${charges.map(({ id }) => id)}::uuid[])
      and ${isOfLiveVariant(scope.accountId, 'variant_id')}`.execute(tx);
  if (charges.length === 0) return;
  const rows = charges.map((charge, index) => ({ ...charge, position: index + 1 }));
  await sql`
    insert into product_charges (account_id, id, product_id, variant_id, position, kind, code, name, currency, breaks, removable)
    select ${accountId}, c.id, ${productId}::uuid, c."variantId", c.position, c.kind, c.code, c.name, c.currency, c.breaks, c.removable
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id uuid, "variantId" uuid, position integer, kind text, code text, name text,
      currency text, breaks jsonb, removable boolean)
    on conflict (account_id, id) do update set (variant_id, position, kind, code, name, currency, breaks, removable) =
      (excluded.variant_id, excluded.position, excluded.kind, excluded.code, excluded.name, excluded.currency, excluded.breaks, excluded.removable)`.execute(
    tx,
  );
}

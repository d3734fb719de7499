// Buyer rules for the bench: one product in fifty is kept from a price role, another one is for others alone. Products that the bench orders
// have none.
import type { Client } from 'pg';
import { benchId, insertRows } from './insert-rows.ts';
import type { CatalogSample } from './seed-catalog.ts';

/** Gives a customer the role, so that a search for them has to look past what they may not buy. */
export async function seedBuyers(client: Client, accountId: string, ordered: readonly CatalogSample[], customerId: string): Promise<void> {
  const [kept, others] = [benchId('role', 0), benchId('role', 1)];
  await insertRows(client, 'customer_roles', ['Resale', 'Schools'], (name, at) => ({ account_id: accountId, id: benchId('role', at), name }));
  await client.query('update customers set role_id = $3 where account_id = $1 and id = $2', [accountId, customerId, kept]);
  await client.query(
    `insert into buyer_rules (account_id, id, product_id, role_id, effect)
     select account_id, gen_random_uuid(), id, case place % 50 when 0 then $2::uuid else $3::uuid end, case place % 50 when 0 then 'exclude' else 'include' end
     from (select account_id, id, row_number() over (order by code) as place from products where account_id = $1) p
     where place % 50 in (0, 25) and not exists (select from variants v where v.account_id = p.account_id and v.product_id = p.id and v.id = any($4))`,
    [accountId, kept, others, ordered.map(({ variantId }) => variantId)],
  );
}

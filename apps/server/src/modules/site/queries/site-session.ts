import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, Actor } from '../../context.ts';

export type SiteVisitorRow = {
  readonly customer: { readonly name: string; readonly email: string; readonly phone: string; readonly company: string } | null;
  readonly cartItems: number;
};

/** Who is here, and how many pieces are in their cart. */
export async function findVisitor(db: Kysely<Tables>, scope: AccountScope, actor: Pick<Actor, 'kind' | 'id'>): Promise<SiteVisitorRow> {
  const [guestId, customerId] = actor.kind === 'guest' ? [actor.id, null] : [null, actor.id];
  const { rows } = await sql<SiteVisitorRow>`
    select (select json_build_object('name', c.name, 'email', coalesce(c.email, ''), 'phone', c.phone, 'company', coalesce(f.name, ''))
        from customers c left join companies f on f.account_id = c.account_id and f.id = c.company_id
        where c.account_id = ${scope.accountId} and c.id = ${customerId}::uuid) customer,
      coalesce((select o.item_count from orders o
        where o.account_id = ${scope.accountId} and o.stage = 'cart' and o.deleted_at is null
          and (o.customer_id = ${customerId}::uuid
            or o.id = (select g.order_id from guest_carts g where g.account_id = ${scope.accountId} and g.guest_id = ${guestId}::uuid)) limit 1), 0) "cartItems"`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A select without a table answered nothing.');
  return row;
}

import { sql } from 'kysely';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';

export type OrderStock = {
  readonly variantId: string;
  /** On hand less what submitted orders hold; may be negative. */
  readonly available: number;
  readonly backorder: boolean;
  readonly incoming: { readonly quantity: number; readonly expectedOn: string } | null;
};

/** The stock of each variant of an order that is counted, of bundles that of their parts, as of now. Apart from the order: it moves without it. */
export async function listOrderStock({ db, scope }: Pick<ReadContext, 'db' | 'scope'>, orderId: string): Promise<readonly OrderStock[]> {
  const { rows } = await sql<{ readonly items: readonly OrderStock[] }>`
    select coalesce((
      select json_agg(json_build_object('variantId', v.id, 'available', coalesce(s.on_hand, 0) - coalesce(s.reserved, 0), 'backorder', v.allows_backorder,
        'incoming', case when s.incoming_on is not null then json_build_object('quantity', s.incoming_quantity, 'expectedOn', s.incoming_on) end))
      from (select distinct l.variant_id from order_lines l where l.account_id = o.account_id and l.order_id = o.id and l.variant_id is not null and l.kind <> 'bundle') l
      join variants v on v.account_id = o.account_id and v.id = l.variant_id
      left join stock_levels s on s.account_id = v.account_id and s.variant_id = v.id
      where v.tracks_stock), '[]') items
    from orders o where o.account_id = ${scope.accountId} and o.id = ${orderId} and o.deleted_at is null`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Problem('not_found');
  return found.items;
}

// After the load: every total is the sum of its parts, and nothing the server said yes to is missing. A quick server that
// loses a line is not quick.
import type { Ledger } from './operations.ts';
import type { World } from './world.ts';

/** Returns what does not add up, in words; empty when all is well. */
export async function checkSums({ client, accountId }: World, ledger: Ledger, linesBefore: number): Promise<readonly string[]> {
  const wrong: string[] = [];
  const ask = async (text: string, values: unknown[] = [accountId]): Promise<readonly Record<string, unknown>[]> => (await client.query(text, values)).rows;

  const totals = await ask(`
    select number from orders where account_id = $1
      and total_amount <> items_amount - discount_amount + coalesce(shipping_amount, 0) + case price_mode when 'tax_excluded' then coalesce(tax_amount, 0) else 0 end`);
  if (totals.length > 0) wrong.push(`${totals.length} orders whose total is not the sum of its parts (first: ${totals[0]?.number})`);

  const items = await ask(`
    select o.number from orders o where o.account_id = $1
      and o.items_amount <> (select coalesce(sum((line ->> 'total')::bigint), 0) from jsonb_array_elements(o.pricing -> 'lines') as line)`);
  if (items.length > 0) wrong.push(`${items.length} orders whose items are not the sum of their lines (first: ${items[0]?.number})`);

  const lines = await ask(`
    select o.id, o.number, o.line_count, count(l.id)::int as lines, jsonb_array_length(o.pricing -> 'lines') as priced
    from orders o left join order_lines l on l.account_id = o.account_id and l.order_id = o.id where o.account_id = $1
    group by o.account_id, o.id`);
  const uneven = lines.filter((order) => order.lines !== order.line_count || order.lines !== order.priced);
  if (uneven.length > 0) wrong.push(`${uneven.length} orders whose count of lines, lines and priced lines differ (first: ${uneven[0]?.number})`);

  const lost = lines.filter((order) => {
    const added = ledger.added.get(String(order.id));
    return added !== undefined && order.lines !== linesBefore + added;
  });
  if (lost.length > 0) wrong.push(`${lost.length} orders that have other lines than the server said it added (first: ${lost[0]?.number})`);
  if (lines.length !== ledger.created) wrong.push(`${lines.length} orders are there, ${ledger.created} were acknowledged`);
  return wrong;
}

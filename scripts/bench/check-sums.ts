// After the load: every total is the sum of its parts, and nothing the server said yes to is missing. A quick server that
// loses a line is not quick.
import { type ChainedEvent, chainHash } from '../../apps/server/src/modules/order/event-chain.ts';
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
      and o.items_amount <> (select coalesce(sum((line ->> 'total')::bigint), 0) from json_array_elements(o.pricing -> 'lines') as line)`);
  if (items.length > 0) wrong.push(`${items.length} orders whose items are not the sum of their lines (first: ${items[0]?.number})`);

  const lines = await ask(`
    select o.id, o.number, o.line_count, count(l.id)::int as lines, json_array_length(o.pricing -> 'lines') as priced
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
  return [...wrong, ...(await checkSubmitted(ask, ledger)), ...(await checkHistories(ask))];
}

type Ask = (text: string, values?: unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** What was submitted is submitted once, under a number of its own, and the stock it holds is the stock that moved. */
async function checkSubmitted(ask: Ask, ledger: Ledger): Promise<readonly string[]> {
  const wrong: string[] = [];
  const submitted = await ask("select id, number from orders where account_id = $1 and stage = 'submitted'");
  const there = new Set(submitted.map(({ id }) => String(id)));
  const lost = [...ledger.submitted].filter((id) => !there.has(id));
  if (lost.length > 0) wrong.push(`${lost.length} orders that the server said were submitted are not (first: ${lost[0]})`);
  const twice = await ask('select number from orders where account_id = $1 and number is not null group by number having count(*) > 1');
  if (twice.length > 0) wrong.push(`${twice.length} numbers were given twice (first: ${twice[0]?.number})`);
  const stock = await ask(`
    with ordered as (
      select l.variant_id, sum(l.quantity) quantity from order_lines l join orders o on o.account_id = l.account_id and o.id = l.order_id
      join variants v on v.account_id = l.account_id and v.id = l.variant_id and v.tracks_stock
      where l.account_id = $1 and o.stage = 'submitted' group by l.variant_id),
    held as (
      select variant_id, sum(quantity - shipped) quantity from stock_reservations where account_id = $1 and released_at is null group by variant_id)
    select s.variant_id, s.reserved, coalesce(h.quantity, 0) held, coalesce(d.quantity, 0) ordered
    from stock_levels s left join held h on h.variant_id = s.variant_id left join ordered d on d.variant_id = s.variant_id
    where s.account_id = $1 and (s.reserved <> coalesce(h.quantity, 0) or s.reserved <> coalesce(d.quantity, 0))`);
  if (stock.length > 0) wrong.push(`${stock.length} variants whose reserved stock is not what the orders hold (first: ${JSON.stringify(stock[0])})`);
  const charges = await ask(`
    select o.number from orders o where o.account_id = $1 and o.stage = 'submitted' and o.price_mode = 'tax_excluded' and o.total_amount <>
      (select coalesce(sum(c.amount), 0) from order_charges c where c.account_id = o.account_id and c.order_id = o.id)`);
  if (charges.length > 0) wrong.push(`${charges.length} submitted orders whose charges do not add up to their total (first: ${charges[0]?.number})`);
  return wrong;
}

/** The chain of every order's events, from its first to its last. */
async function checkHistories(ask: Ask): Promise<readonly string[]> {
  let broken = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const events = await ask(
      `with page as (select id from orders where id > $1 order by id limit 1000)
       select e.subject_id "orderId", version, index, type, actor, actor_name "actorName", at, data, encode(hash, 'hex') hash
       from page join events e on e.subject_id = page.id and e.subject = 'order' order by e.subject_id, version, index`,
      [after],
    );
    if (events.length === 0) break;
    let end: string | null = null;
    let order = '';
    for (const { hash, at, ...event } of events) {
      if (event.orderId !== order) end = null;
      order = String(event.orderId);
      const expected = chainHash(end, { ...event, at: (at as Date).toISOString() } as ChainedEvent);
      if (hash !== expected) broken += 1;
      end = String(hash);
    }
    after = order;
  }
  return broken === 0 ? [] : [`${broken} events of histories do not follow from the one before`];
}

import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { sentAhead } from '../../../db/pool.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { type KeptOrder, type OwnContent, ownContent } from '../kept-orders.ts';
import type { OrderRecord } from '../order-record.ts';
import { selectOrderRecord, selectOrderRecordBut } from '../queries/order-record-sql.ts';

/** An order read under its lock, with the hash (hex) that its next event continues from; null: it has no event yet. */
export type LoadedOrder = { readonly record: OrderRecord; readonly chainEnd: string | null };

/**
 * Locks the order and reads all of it; a deleted one is not found unless asked for. Two statements on purpose: one that
 * waited for the lock would see the new order row, but lines and events of the snapshot from before it waited. They travel
 * together.
 */
export async function loadOrderForUpdate(
  context: Pick<CommandContext, 'tx' | 'scope' | 'keptOrders'>,
  orderId: string,
  options: { readonly deleted?: boolean } = {},
): Promise<LoadedOrder> {
  const { tx, scope, keptOrders } = context;
  const kept = keptOrders.of(orderId);
  await sql`${sentAhead} select from orders where account_id = ${scope.accountId} and id = ${orderId} for update`.execute(tx);
  const { rows } = await sql<Read>`
    select r.record, (select encode(e.hash, 'hex') from events e where e.account_id = ${scope.accountId} and e.subject_id = ${orderId}
      order by e.version desc, e.index desc limit 1) "chainEnd"
    from (${selectOrderRecordBut(kept)}
      where o.account_id = ${scope.accountId} and o.id = ${orderId} and (o.deleted_at is not null) = ${options.deleted === true}) r`.execute(tx);
  const [read] = rows;
  if (read === undefined) throw new Problem('not_found');
  const { record, chainEnd } = read;
  if (isWhole(record)) return { record, chainEnd };
  if (kept === undefined) throw new Error('The database left out what nobody has.');
  if (keptOrders.isChecked) await holdToDatabase(context, orderId, kept);
  return { record: { ...record, ...kept.content }, chainEnd };
}

type Outside = Omit<OrderRecord, keyof OwnContent>;
type Read = { readonly record: OrderRecord | (Outside & { readonly [Part in keyof OwnContent]: null }); readonly chainEnd: string | null };

const isWhole = (record: Read['record']): record is OrderRecord => record.lines !== null;

/** A defect where what was kept is not what was written. */
async function holdToDatabase({ tx, scope }: Pick<CommandContext, 'tx' | 'scope'>, orderId: string, kept: KeptOrder): Promise<void> {
  const { rows } = await sql<{ record: OrderRecord }>`${selectOrderRecord} where o.account_id = ${scope.accountId} and o.id = ${orderId}`.execute(tx);
  const whole = rows[0]?.record;
  for (const part of ownContent) {
    const [written, held] = [whole?.[part], JSON.parse(JSON.stringify(kept.content[part]))];
    if (!isDeepStrictEqual(written, held)) throw new Error(`Kept ${part} differ: ${JSON.stringify(held)} is ${JSON.stringify(written)}`);
  }
}

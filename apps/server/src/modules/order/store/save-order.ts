// The only SQL that writes an order. One statement for the order row, its changed lines and its events: a command costs
// two reads and this one write, however many lines it touches; it is sent ahead of what follows (the kept
// answer, the commit), which fails with its error. Lists go in as JSON and not as arrays: the planner guesses an array's length
// from its value, and would plan this statement (which takes longer than running it) every time.
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import { CompiledQuery } from 'kysely';
import { aheadMark } from '../../../db/pool.ts';
import { actorKey, type CommandContext } from '../../context.ts';
import { chainHash } from '../event-chain.ts';
import { stampVersions } from '../field-versions.ts';
import type { OrderRecord } from '../order-record.ts';
import type { LoadedOrder } from './load-order.ts';
import { lineRow, orderRow, shipmentRow } from './order-rows.ts';
import { clearShipmentLines, saveDiscounts, saveShipments } from './save-parts.ts';

const keptForever = new Set(['account_id', 'id', 'created_by', 'created_at', 'deleted_at', 'currency', 'price_mode', 'split_from_order_id']);
const orderColumns = Object.keys(orderRow('', { pricing: { totals: {} }, billing: {}, lines: [], shipments: [], fulfilments: [] } as unknown as OrderRecord));
const lineColumns = Object.keys(lineRow({ accountId: '', orderId: '' }, { quantityRule: {} } as never));
const assign = (columns: readonly string[], from: string) => columns.map((column) => `${column} = ${from}.${column}`).join(', ');

const lineParts = `
  removed as (delete from order_lines l using jsonb_array_elements_text($4::jsonb) r (id)
    where l.account_id = $1 and l.order_id = $2 and l.id = r.id::uuid),
  kept as (insert into order_lines (${lineColumns.join(', ')}) select ${lineColumns.join(', ')} from jsonb_populate_recordset(null::order_lines, $5::jsonb)
    on conflict (account_id, order_id, id) do update set ${assign(lineColumns.slice(3), 'excluded')}),
  happened as (insert into events (account_id, subject_id, version, index, subject, type, actor, actor_name, at, data, previous_hash, hash)
    select account_id, subject_id, version, index, 'order', type, actor, actor_name, at, data, previous_hash, hash
    from jsonb_populate_recordset(null::events, $6::jsonb))`;

// `pricing` goes in as its own json, not taken apart with the rest; facts that did not change are null and stay where they are
// (large values lie outside the row and would be written again).
const pricingColumns = 'pricing = $7::json, pricing_facts = coalesce(x.pricing_facts, o.pricing_facts)';

// A row that changed under its lock is a defect: nobody is there any more to see it missing, so the statement itself fails.
const updateStatement = `${aheadMark} with ${lineParts},
  touched as (update order_activity set stage = x.stage, updated_at = x.updated_at from jsonb_populate_record(null::orders, $3::jsonb) x
    where order_activity.account_id = $1 and order_id = $2),
  saved as (update orders o set ${assign(
    orderColumns.filter((column) => !keptForever.has(column) && column !== 'pricing_facts'),
    'x',
  )}, ${pricingColumns}
    from jsonb_populate_record(null::orders, $3::jsonb) x where o.account_id = $1 and o.id = $2 and o.version = x.version - 1 returning o.version)
  select 1 / count(*) changed_under_its_lock from saved`;

const insertStatement = `${aheadMark} with ${lineParts},
  shipped as (insert into shipments select * from jsonb_populate_recordset(null::shipments, $8::jsonb)),
  listed as (insert into order_activity (account_id, order_id, stage, updated_at)
    select account_id, id, stage, updated_at from jsonb_populate_record(null::orders, $3::jsonb))
  insert into orders (${orderColumns.join(', ')}, pricing) select ${orderColumns.join(', ')}, $7::json from jsonb_populate_record(null::orders, $3::jsonb)`;

type Save = { readonly record: OrderRecord; readonly chainEnd: string | null; readonly before: OrderRecord | null; readonly events: readonly OrderEvent[] };

function eventRows(context: CommandContext, { record, chainEnd, events }: Save): readonly unknown[] {
  const { scope, actor } = context;
  const at = context.now.toISOString();
  let previous = chainEnd;
  return events.map(({ type, data }, index) => {
    const event = { orderId: record.id, version: record.version, index, type, actor: actorKey(actor), actorName: actor.name, at, data };
    const hash = chainHash(previous, event);
    const row = {
      account_id: scope.accountId,
      subject_id: record.id,
      version: record.version,
      index,
      type,
      actor: event.actor,
      actor_name: actor.name,
      at,
      data,
      previous_hash: previous === null ? null : `\\x${previous}`,
      hash: `\\x${hash}`,
    };
    previous = hash;
    return row;
  });
}

async function write(context: CommandContext, statement: string, save: Save, more: readonly string[] = []): Promise<void> {
  const { tx, scope } = context;
  const key = { accountId: scope.accountId, orderId: save.record.id };
  const before = new Map(save.before?.lines.map((line) => [line.id, line]));
  const changed = save.record.lines.filter((line) => before.get(line.id) !== line);
  const stillThere = new Set(save.record.lines.map((line) => line.id));
  const removed = [...before.keys()].filter((id) => !stillThere.has(id));
  const isFactsKept = save.before !== null && save.before.facts === save.record.facts;
  const parameters = [
    scope.accountId,
    save.record.id,
    JSON.stringify({ ...orderRow(scope.accountId, save.record), ...(isFactsKept ? { pricing_facts: null } : {}) }),
    JSON.stringify(removed),
    JSON.stringify(changed.map((line) => lineRow(key, line))),
    JSON.stringify(eventRows(context, save)),
    JSON.stringify(save.record.pricing),
    ...more,
  ];
  await tx.executeQuery(CompiledQuery.raw(statement, parameters));
  context.afterCommit(() => context.keptOrders.keep(save.record));
  context.announce(save.record.id);
}

/** Writes what differs from the loaded order with the events of the command; the answer is the order at its new version. */
export async function saveOrder(context: CommandContext, loaded: LoadedOrder, changed: OrderRecord, events: readonly OrderEvent[]): Promise<OrderRecord> {
  const before = loaded.record;
  const record = { ...stampVersions(before, changed, before.version + 1), updatedAt: context.now.toISOString() };
  const key = { accountId: context.scope.accountId, orderId: record.id };
  const shipmentsChanged = record.shipments !== before.shipments;
  // Held quantities point at lines: they go before a line does, and come after it has.
  if (shipmentsChanged) await clearShipmentLines(context.tx, key);
  await write(context, updateStatement, { record, chainEnd: loaded.chainEnd, before, events });
  if (shipmentsChanged) await saveShipments(context.tx, key, record.shipments);
  if (record.discounts !== before.discounts) await saveDiscounts(context.tx, key, record.discounts);
  return record;
}

/** Writes a new order as its version 1; the number is in the record, taken before unless it is a cart. */
export async function insertOrder(context: CommandContext, record: OrderRecord, events: readonly OrderEvent[]): Promise<OrderRecord> {
  const key = { accountId: context.scope.accountId, orderId: record.id };
  const shipments = JSON.stringify(record.shipments.map((shipment) => shipmentRow(key, shipment)));
  await write(context, insertStatement, { record, chainEnd: null, before: null, events }, [shipments]);
  if (record.discounts.length > 0) await saveDiscounts(context.tx, key, record.discounts);
  return record;
}

// Many orders out of a few: those few are made by the API or the desk's command, which takes too long for a hundred thousand. A copy is the
// same rows under an id, a number and a time of its own, for another customer. It is what the real one is: its history is a chain
// again, it is found by its own number and customer, and the goods that it holds came in for it. Its lines and shipments keep their ids,
// which are told apart by order: what a checkout step was done with is kept as a digest of them.
import type { Client } from 'pg';
import { newUuid } from '../../apps/server/src/adapters/ids/new-id.ts';
import { orderNumbersOf } from '../../apps/server/src/db/order-numbers.ts';
import { chainHash } from '../../apps/server/src/modules/order/event-chain.ts';
import { searchTextOf } from '../../apps/server/src/modules/order/store/order-rows.ts';
import { type Cell, type CopyText, copyIn, lineOf, readCells, type TableCells } from './copy-text.ts';

/** What an order is made of beside its events, in the order in which one refers to another. Its mails are not copied: nobody sent them. */
export const copiedTables = [
  'orders',
  'order_activity',
  'order_lines',
  'shipments',
  'shipment_lines',
  'order_discounts',
  'order_charges',
  'stock_reservations',
] as const;

type Customer = { readonly id: string; readonly name: string; readonly email: string | null; readonly company: Company | null };
type Company = { readonly id: string; readonly name: string };

/** What a copy has of its own. */
type Own = { readonly id: string; readonly ids: ReadonlyMap<string, string>; readonly number: number; readonly customer: Customer; readonly later: number };
/** A text with gaps for what each copy has of its own: the rows are taken apart once, not with each copy. */
type Template = readonly (string | ((own: Own) => string))[];
type EventTemplate = Readonly<Record<'type' | 'actor' | 'actorName', string>> & {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly version: number;
  readonly index: number;
  readonly at: string;
  readonly data: Template;
};
type Source = {
  readonly id: string;
  readonly stage: Cell;
  readonly createdAt: number;
  readonly customerId: string;
  readonly rows: ReadonlyMap<string, Template>;
  readonly events: readonly EventTemplate[];
};

export type Copied = { readonly id: string; readonly sourceId: string; readonly isSubmitted: boolean };

/** So many copies are sent at a time: memory stays where it is. */
const batch = 500;
const apart = 60_000;

/** Makes `count` copies of the sources in turn, each a minute before the next one, over all customers with the terms that everybody has. */
export async function copyOrders(
  client: Client,
  accountId: string,
  { sourceIds, count }: { readonly sourceIds: readonly string[]; readonly count: number },
): Promise<readonly Copied[]> {
  const { sources, columns } = await readSources(client, accountId, sourceIds);
  const customers = await readCustomers(client, accountId);
  const numbers = await takeNumbers(client, accountId, count);
  const first = Date.now() - (count + 1) * apart;
  const copied: Copied[] = [];
  const write = async (texts: ReadonlyMap<string, readonly string[]>): Promise<void> => {
    for (const [table, lines] of texts) await copyIn(client, { table, columns: columns.get(table) ?? [], text: lines.join('') });
  };
  await client.query('begin');
  let written = Promise.resolve();
  for (let from = 0; from < count; from += batch) {
    const texts = new Map<string, string[]>([...columns.keys()].map((table) => [table, []]));
    for (const [index, number] of numbers.slice(from, from + batch).entries()) {
      const at = from + index;
      const source = sources[at % sources.length] as Source;
      const customer = customers[(at * 7919) % customers.length] as Customer;
      const id = newUuid();
      const ids = new Map([
        [source.id, id],
        [source.customerId, customer.id],
      ]);
      const own: Own = { id, ids, number, customer, later: first + at * apart - source.createdAt };
      for (const [table, rows] of source.rows) texts.get(table)?.push(filled(rows, own));
      texts.get('events')?.push(historyOf(source, own, columns.get('events') ?? []));
      copied.push({ id, sourceId: source.id, isSubmitted: source.stage === 'submitted' });
    }
    // The database writes one batch while the next one is made.
    await written;
    written = write(texts);
  }
  await written;
  await bringIn(client, accountId, copied);
  await client.query('commit');
  return copied;
}

async function readSources(client: Client, accountId: string, ids: readonly string[]) {
  const tables = new Map<string, TableCells>();
  for (const table of copiedTables) tables.set(table, await readCells(client, { table, accountId, key: table === 'orders' ? 'id' : 'order_id', ids }));
  const events = await readCells(client, { table: 'events', accountId, key: 'subject_id', ids });
  const columns = new Map([...tables, ['events', events] as const].map(([table, cells]) => [table, cells.columns]));
  return { sources: ids.map((id) => sourceOf(id, tables, events)), columns };
}

function sourceOf(id: string, tables: ReadonlyMap<string, TableCells>, events: TableCells): Source {
  const rowsOf = (table: string): readonly ReadonlyMap<string, Cell>[] => tables.get(table)?.rows.get(id) ?? [];
  const [order] = rowsOf('orders');
  if (order === undefined) throw new Error(`There is no order ${id} to copy.`);
  // Checkout keeps for whom a step was done.
  const customerId = order.get('customer_id') ?? '';
  const known = new Set([id, customerId]);
  const ofOrder = ownColumns(order);
  const rows = copiedTables.map((table) => {
    const own = table === 'orders' ? ofOrder : {};
    return [table, rowsOf(table).flatMap((row) => templateOfRow(row, known, own))] as const;
  });
  const happened = (events.rows.get(id) ?? []).map((cells): EventTemplate => {
    const cell = (column: string): string => cells.get(column) ?? '';
    const [version, index] = [Number(cell('version')), Number(cell('index'))];
    return {
      cells,
      version,
      index,
      type: cell('type'),
      actor: cell('actor'),
      actorName: cell('actor_name'),
      at: cell('at'),
      data: templateOf(cell('data'), known),
    };
  });
  return {
    id,
    stage: order.get('stage') ?? null,
    createdAt: Date.parse(order.get('created_at') ?? ''),
    customerId,
    rows: new Map(rows),
    events: happened.toSorted((one, other) => one.version - other.version || one.index - other.index),
  };
}

type OwnColumns = Readonly<Record<string, (own: Own) => CopyText>>;

function ownColumns(order: ReadonlyMap<string, Cell>): OwnColumns {
  const [orderNumber, name, poNumber] = [order.get('order_number') ?? null, order.get('name') ?? '', order.get('po_number') ?? ''];
  return {
    number: ({ number }) => lineOf([String(number)]),
    company_id: ({ customer }) => lineOf([customer.company?.id ?? null]),
    search_text: ({ number, customer }) => lineOf([searchTextOf({ number, orderNumber, name, poNumber, customer, company: customer.company })]),
  };
}

function templateOfRow(row: ReadonlyMap<string, Cell>, known: ReadonlySet<string>, own: OwnColumns): Template {
  const cells = [...row].map(([column, cell]): Template => {
    const mine = own[column];
    return mine === undefined ? templateOf(lineOf([cell]), known) : [mine];
  });
  return [...cells.flatMap((cell, at) => (at === 0 ? cell : ['\t', ...cell])), '\n'];
}

// As in a column, or in JSON.
const gaps = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00(?::00)?))/;

/** The ids of the order and its customer are gaps, and every time. */
function templateOf(text: string, known: ReadonlySet<string>): Template {
  return text.split(gaps).map((piece, at) => {
    if (at % 2 === 0) return piece;
    if (known.has(piece)) return ({ ids }) => ids.get(piece) ?? piece;
    const time = Date.parse(piece);
    return piece.includes(':') ? ({ later }) => new Date(time + later).toISOString() : piece;
  });
}

const filled = (template: Template, own: Own): string => template.map((piece) => (typeof piece === 'string' ? piece : piece(own))).join('');

/** The events as lines, hashed anew one after the other. */
function historyOf({ events }: Source, own: Own, columns: readonly string[]): string {
  const orderId = own.id;
  let end: string | null = null;
  const lines = events.map(({ cells, data: template, at: time, ...event }) => {
    const told = JSON.parse(filled(template, own)) as Readonly<Record<string, unknown>>;
    const data = event.type === 'order.created' ? { ...told, number: own.number, customerName: own.customer.name } : told;
    const at = new Date(Date.parse(time) + own.later).toISOString();
    const previous = end;
    end = chainHash(previous, { ...event, orderId, at, data });
    const mine = new Map([
      ['subject_id', orderId],
      ['at', at],
      ['data', JSON.stringify(data)],
      ['previous_hash', previous === null ? null : `\\x${previous}`],
      ['hash', `\\x${end}`],
    ]);
    return `${lineOf(columns.map((column) => (mine.has(column) ? mine.get(column) : cells.get(column)) ?? null))}\n`;
  });
  return lines.join('');
}

/** Whoever has other terms would pay other prices than the order that is copied. */
async function readCustomers(client: Client, accountId: string): Promise<readonly Customer[]> {
  const { rows } = await client.query<Customer>(
    `select c.id, c.name, c.email, case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end company
     from customers c left join companies f on f.account_id = c.account_id and f.id = c.company_id
     where c.account_id = $1 and c.deleted_at is null and c.role_id is null and c.tax_exemption is null
       and (f.id is null or (f.deleted_at is null and f.role_id is null and f.tax_exemption is null and f.terms = ''))
     order by c.created_at, c.id`,
    [accountId],
  );
  return rows;
}

async function takeNumbers(client: Client, accountId: string, count: number): Promise<readonly number[]> {
  const { rows } = await client.query<{ readonly number: string }>('select nextval($1::regclass) as number from generate_series(1, $2)', [
    orderNumbersOf(accountId),
    count,
  ]);
  return rows.map(({ number }) => Number(number));
}

/** The goods that the copies hold: as many more are there, so that everybody else finds what was there before. */
async function bringIn(client: Client, accountId: string, copied: readonly Copied[]): Promise<void> {
  const times = Map.groupBy(copied, ({ sourceId }) => sourceId);
  await client.query(
    `update stock_levels s set on_hand = s.on_hand + held.quantity, reserved = s.reserved + held.quantity
     from (select r.variant_id, sum((r.quantity - r.shipped) * c.times) quantity from stock_reservations r
       join unnest($2::uuid[], $3::integer[]) c (order_id, times) on c.order_id = r.order_id
       where r.account_id = $1 and r.released_at is null group by r.variant_id) held
     where s.account_id = $1 and s.variant_id = held.variant_id`,
    [accountId, [...times.keys()], [...times.values()].map((copies) => copies.length)],
  );
}

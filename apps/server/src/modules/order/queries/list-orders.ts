import { searchWords } from '@backdesk/domain/core/search-words.ts';
import type { EstimateQueue } from '@backdesk/domain/estimate/queues.ts';
import type { FulfilmentStatus } from '@backdesk/domain/fulfilment/open-to-ship.ts';
import type { PickupStatus } from '@backdesk/domain/fulfilment/pickup-status.ts';
import type { Stage } from '@backdesk/domain/order/types.ts';
import type { OpenPart } from '@backdesk/domain/pricing/types.ts';
import { type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { ReadContext } from '../../context.ts';
import { isInQueue, queuesOf } from './estimate-queues.ts';

export type ListedOrder = {
  readonly id: string;
  readonly number: number | null;
  readonly orderNumber: string | null;
  readonly stage: Stage;
  readonly version: number;
  readonly name: string;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly company: { readonly id: string; readonly name: string } | null;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly itemCount: number;
  readonly lineCount: number;
  readonly totalAmount: number;
  readonly currency: string;
  readonly open: readonly OpenPart[];
  readonly fulfilment: FulfilmentStatus;
  readonly pickup: PickupStatus;
  readonly estimate: {
    readonly revision: number;
    readonly status: string;
    readonly validUntil: string;
    readonly expiresAt: Date | null;
    readonly releasedAt: Date | null;
    readonly sentAt: Date | null;
    readonly viewedAt: Date | null;
  } | null;
  /** The queues of the work queue in which it waits for staff. */
  readonly queues: readonly EstimateQueue[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
};

/** A row as it is found: its parts in columns, since an object made by PostgreSQL costs a quarter of reading the page. */
type Found = Omit<ListedOrder, 'customer' | 'company' | 'owner' | 'estimate' | 'queues'> & {
  readonly key: Date | string | number;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly companyId: string | null;
  readonly companyName: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly revision: number | null;
  readonly status: string;
  readonly validUntil: string;
  readonly expiresAt: Date | null;
  readonly releasedAt: Date | null;
  readonly sentAt: Date | null;
  readonly viewedAt: Date | null;
  /** null: it is no estimate. */
  readonly queues: readonly EstimateQueue[] | null;
};

type SortField = 'updated' | 'number' | 'customer' | 'total' | 'submitted' | 'validUntil';
type Query = {
  readonly stage?: readonly Stage[] | undefined;
  readonly q?: string | undefined;
  readonly customerId?: string | undefined;
  readonly companyId?: string | undefined;
  readonly numbered?: 'true' | undefined;
  readonly queue?: EstimateQueue | undefined;
  readonly fulfilment?: readonly FulfilmentStatus[] | undefined;
  readonly sort: SortField | `-${SortField}`;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

const handedIn: ReadonlySet<Stage> = new Set(['pending', 'submitted', 'approval_declined', 'canceled']);

type Sort = {
  readonly column: RawBuilder<unknown>;
  readonly kind: 'time' | 'integer' | 'text';
  readonly type: RawBuilder<unknown>;
  /** What every row has, said so that an index over those that have it serves. */
  readonly known?: RawBuilder<unknown>;
};

/** What a row is sorted by, never null: what has no value comes first, and a cursor can name it. */
function sortOf(field: SortField, { stage: stages = [], numbered }: Query): Sort {
  const areAll = (is: (stage: Stage) => boolean): boolean => stages.length > 0 && stages.every(is);
  switch (field) {
    case 'updated':
      return { column: sql`a.updated_at`, kind: 'time', type: sql`timestamptz` };
    case 'number':
      if (numbered !== undefined || areAll((stage) => stage !== 'cart'))
        return { column: sql`o.number`, kind: 'integer', type: sql`bigint`, known: sql` and o.number is not null` };
      return { column: sql`coalesce(o.number, 0)`, kind: 'integer', type: sql`bigint` };
    case 'customer':
      return {
        column: sql`(coalesce((select lower(c.name) from customers c where c.account_id = o.account_id and c.id = o.customer_id), '') collate "und-x-icu")`,
        kind: 'text',
        type: sql`text`,
      };
    case 'total':
      return { column: sql`o.total_amount`, kind: 'integer', type: sql`bigint` };
    case 'validUntil':
      return { column: sql`coalesce(o.valid_until, date '0001-01-01')::text`, kind: 'text', type: sql`text` };
    case 'submitted':
      if (areAll((stage) => handedIn.has(stage)))
        return { column: sql`o.submitted_at`, kind: 'time', type: sql`timestamptz`, known: sql` and o.submitted_at is not null` };
      return { column: sql`coalesce(o.submitted_at, o.created_at)`, kind: 'time', type: sql`timestamptz` };
  }
}

/** Every word of the search must begin a word of number, customer, company, name, e-mail or PO number. */
function conditions({ scope, now }: ReadContext, { q, customerId, companyId, numbered, queue, fulfilment }: Query): RawBuilder<unknown> {
  const words = searchWords(q ?? '').map((word) => sql` and o.search_text like ${`% ${word}%`}`);
  const customer = customerId === undefined ? sql`` : sql` and o.customer_id = ${customerId}`;
  const company = companyId === undefined ? sql`` : sql` and o.company_id = ${companyId}`;
  const hasNumber = numbered === undefined ? sql`` : sql` and o.number is not null`;
  const gone = fulfilment === undefined ? sql`` : sql` and o.fulfilment = any(${fulfilment}::text[])`;
  const waits =
    queue === undefined
      ? sql``
      : sql` and exists (select from estimate_standings s where s.account_id = o.account_id and s.order_id = o.id and ${isInQueue(queue, now)})`;
  return sql`o.account_id = ${scope.accountId} and o.deleted_at is null${customer}${company}${hasNumber}${gone}${waits}${sql.join(words, sql``)}`;
}

type Source = {
  readonly from: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  /** That it is in the stage `s.stage`. */
  readonly isInStage: RawBuilder<unknown>;
};

/** Where the rows of a page are found: by the last change in the narrow order_activity, which alone is enough unless they are searched. */
function sourceOf(context: ReadContext, query: Query): Source {
  const { accountId } = context.scope;
  if (!query.sort.endsWith('updated'))
    return { from: sql`orders o where ${conditions(context, query)}`, id: sql`o.id`, isInStage: sql` and o.stage = s.stage` };
  const { customerId, companyId, numbered, queue, fulfilment } = query;
  const isSearched = searchWords(query.q ?? '').length > 0 || [customerId, companyId, numbered, queue, fulfilment].some((filter) => filter !== undefined);
  const wanted = isSearched
    ? sql`join orders o on o.account_id = a.account_id and o.id = a.order_id where ${conditions(context, query)}`
    : sql`where a.account_id = ${accountId}`;
  // Of both, though they are the same: orders of other stages that the words find are not looked up in order_activity.
  const found = isSearched ? sql` and o.stage = s.stage` : sql``;
  return { from: sql`order_activity a ${wanted}`, id: sql`a.order_id`, isInStage: sql` and a.stage = s.stage${found}` };
}

/** Orders in keyset pages. Of several stages each gives its own first rows along the index, and those are merged. */
export async function listOrders(context: ReadContext, query: Query): Promise<{ readonly rows: readonly ListedOrder[]; readonly nextCursor: string | null }> {
  const { db } = context;
  const stages = query.stage ?? [];
  const isDescending = query.sort.startsWith('-');
  const sort = sortOf(query.sort.replace('-', '') as SortField, query);
  const source = sourceOf(context, query);
  const direction = isDescending ? sql`desc` : sql`asc`;
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, [sort.kind, 'uuid']);
  const beyond =
    after === null ? sql`` : sql` and (${sort.column}, ${source.id}) ${isDescending ? sql`<` : sql`>`} (${after[0]}::${sort.type}, ${after[1]}::uuid)`;
  // Written out, so that the planner knows it and need not plan each time anew; stages are JSON for the same reason.
  const most = sql.lit(query.limit + 1);
  const page = (stage: RawBuilder<unknown>) => sql`
    select ${context.scope.accountId}::uuid account_id, ${source.id} id, ${sort.column} as key from ${source.from}${stage}${sort.known ?? sql``}${beyond}
    order by key ${direction}, ${source.id} ${direction} limit ${most}`;
  const picked =
    stages.length === 0
      ? page(sql``)
      : sql`select x.* from jsonb_array_elements_text(${JSON.stringify(stages)}::jsonb) s (stage) cross join lateral (${page(source.isInStage)}) x`;
  const { rows } = await sql<Found>`
    with picked as (${picked}), page as (select * from picked order by key ${direction}, id ${direction} limit ${most})
    select p.key, o.id, o.number, o.order_number "orderNumber", o.stage, o.version, o.name, o.item_count "itemCount", o.line_count "lineCount",
      o.total_amount "totalAmount", o.currency, o.open_parts "open", o.fulfilment, o.pickup, o.created_at "createdAt", o.updated_at "updatedAt", o.submitted_at "submittedAt",
      c.id "customerId", c.name "customerName", f.id "companyId", f.name "companyName", w.id "ownerId", w.name "ownerName",
      o.estimate_revision revision, o.estimate_status status, o.valid_until "validUntil", r.expires_at "expiresAt", r.released_at "releasedAt",
      ${lastFact('sent')} "sentAt", ${lastFact('viewed')} "viewedAt", case when s.order_id is not null then ${queuesOf(context.now)} end queues
    from page p join orders o on o.account_id = p.account_id and o.id = p.id
    left join customers c on c.account_id = o.account_id and c.id = o.customer_id
    left join companies f on f.account_id = o.account_id and f.id = o.company_id
    left join staff w on w.id = o.owner_staff_id
    left join estimate_revisions r on r.account_id = o.account_id and r.order_id = o.id and r.revision = o.estimate_revision
    left join estimate_standings s on s.account_id = o.account_id and s.order_id = o.id
    order by p.key ${direction}, p.id ${direction}`.execute(db);
  const last = rows[query.limit - 1];
  return {
    rows: rows.slice(0, query.limit).map(asListed),
    nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([keyText(last.key), last.id]) : null,
  };
}

/** When the open revision was last sent, or viewed: looked up only for estimates. */
function lastFact(kind: 'sent' | 'viewed'): RawBuilder<Date | null> {
  return sql`case when r.revision is not null then (select max(e.at) from estimate_facts e
    where e.account_id = r.account_id and e.order_id = r.order_id and e.revision = r.revision and e.kind = ${sql.lit(kind)}) end`;
}

function asListed(found: Found): ListedOrder {
  const { customerId, customerName, companyId, companyName, ownerId, ownerName, revision, status, validUntil, expiresAt, releasedAt, sentAt, viewedAt } = found;
  return {
    ...found,
    customer: named(customerId, customerName),
    company: named(companyId, companyName),
    owner: named(ownerId, ownerName),
    estimate: revision === null ? null : { revision, status, validUntil, expiresAt, releasedAt, sentAt, viewedAt },
    queues: found.queues ?? [],
  };
}

const named = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name });

const keyText = (key: Date | string | number) => (key instanceof Date ? key.toISOString() : String(key));

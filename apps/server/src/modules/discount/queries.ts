import { judgeDiscount } from '@backdesk/domain/pricing/discounts/discount-rule.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../db/cursor.ts';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope, ReadContext } from '../context.ts';
import { dayIn } from '../day-in.ts';
import { Problem } from '../problem.ts';
import type { DiscountRow, RuleOfOrder } from './row-types.ts';

// The columns of a rule of `discounts d` under the domain's names. A deleted one is off.
const rule = sql`d.id, d.name, d.code, d.active and d.deleted_at is null as active, d.currency, d.reach, d.valid_from as "validFrom", d.valid_until as "validUntil",
  d.max_uses as "maxUses", d.max_uses_per_customer as "maxUsesPerCustomer", d.has_items_limit as "isLimitedToItems",
  case when d.kind = 'percentage' then json_build_object('kind', d.kind, 'ppm', d.ppm) else json_build_object('kind', d.kind, 'amount', d.amount) end as value,
  case when d.has_role_limit then
    (select coalesce(json_agg(l.role_id), '[]') from discount_limits l where l.account_id = d.account_id and l.discount_id = d.id and l.role_id is not null)
  end as "roleIds"`;

/** Whether a use is of another part of an estimate that was accepted in part: one promise, and one use in number. */
const isOfSamePromise = (orderId: string | null) =>
  orderId === null
    ? sql`false`
    : sql`exists (select from orders o join orders other on other.account_id = o.account_id and other.id = u.order_id
        where o.account_id = u.account_id and o.id = ${orderId}::uuid
          and coalesce(other.split_from_order_id, other.id) = coalesce(o.split_from_order_id, o.id))`;

const usedBy = (customerId: string | null, butOrderId: string | null) => sql`
  (select json_build_object('inAll', count(*) filter (where not u.is_same),
     'byCustomer', count(*) filter (where u.customer_id = ${customerId}::uuid and not u.is_same), 'amount', coalesce(sum(u.amount), 0))
   from (select u.customer_id, u.amount, ${isOfSamePromise(butOrderId)} is_same from discount_uses u
     where u.account_id = d.account_id and u.discount_id = d.id and u.released_at is null and u.order_id is distinct from ${butOrderId}::uuid) u) as used`;

type OfOrder = { readonly ids: readonly string[]; readonly orderId: string; readonly customerId: string | null };

/** The discounts with these ids and all automatic ones. The order module relies on it whenever an order is priced. */
export async function listRulesOfOrder(db: Kysely<Tables>, scope: AccountScope, { ids, orderId, customerId }: OfOrder): Promise<readonly RuleOfOrder[]> {
  const { rows } = await sql<RuleOfOrder>`
    select ${rule}, ${usedBy(customerId, orderId)}
    from discounts d
    where d.account_id = ${scope.accountId} and (d.id = any(${ids}::uuid[]) or (d.deleted_at is null and d.code is null and d.active))
    order by d.id`.execute(db);
  return rows;
}

/** Which of these products each of these discounts reaches, by discount id. */
export async function listReachedProducts(
  db: Kysely<Tables>,
  scope: AccountScope,
  { ids, productIds }: { readonly ids: readonly string[]; readonly productIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; products: readonly string[] }>`
    select d.id, array(select discount_products(${scope.accountId}::uuid, d.id, ${productIds}::uuid[]) order by 1) as products
    from unnest(${ids}::uuid[]) as d (id)`.execute(db);
  return new Map(rows.map(({ id, products }) => [id, products]));
}

/** The id of each code that there is, by the code in lower case. */
export async function findDiscountIds(db: Kysely<Tables>, scope: AccountScope, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const lower = codes.map((code) => code.toLowerCase());
  const { rows } = await sql<{ id: string; code: string }>`
    select id, lower(code) as code from discounts where account_id = ${scope.accountId} and lower(code) = any(${lower}::text[]) and deleted_at is null`.execute(
    db,
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** After one day up to another; `since` null: ever. */
export type DaySpan = { readonly since: string | null; readonly until: string };

/** Discounts that begin or end to be valid between two days. */
export async function listDiscountsWithTurn(
  db: Kysely<Tables>,
  { accountId }: AccountScope,
  { since, until }: DaySpan,
): Promise<readonly { readonly id: string; readonly code: string | null }[]> {
  // The day after its last is the first without it.
  const { rows } = await sql<{ id: string; code: string | null }>`
    select id, code from discounts
    where account_id = ${accountId} and deleted_at is null and active
      and ((valid_from <= ${until}::date and (${since}::date is null or valid_from > ${since}::date))
        or (valid_until < ${until}::date and (${since}::date is null or valid_until >= ${since}::date)))
    order by id`.execute(db);
  return rows;
}

type Context = Pick<ReadContext, 'scope' | 'account' | 'now'> & { readonly db: Kysely<Tables> };

async function selectRows({ db, scope, account, now }: Context, condition: RawBuilder<unknown>): Promise<readonly DiscountRow[]> {
  const { rows } = await sql<Omit<DiscountRow, 'state'>>`
    select ${rule}, d.version, ${usedBy(null, null)},
      array(select l.product_id from discount_limits l where l.account_id = d.account_id and l.discount_id = d.id and l.product_id is not null) as "productIds",
      array(select l.category_id from discount_limits l where l.account_id = d.account_id and l.discount_id = d.id and l.category_id is not null) as "categoryIds"
    from discounts d where d.account_id = ${scope.accountId} and d.deleted_at is null and ${condition}`.execute(db);
  const day = dayIn(account.timeZone, now);
  return rows.map((row) => ({
    ...row,
    state: judgeDiscount({ ...row, roleIds: null }, { day, currency: row.currency, roleId: null, used: row.used }) ?? 'running',
  }));
}

type Query = { readonly q?: string | undefined; readonly cursor?: string | undefined; readonly limit: number };

/** Discounts by name, in keyset pages. */
export async function listDiscounts(
  context: ReadContext,
  query: Query,
): Promise<{ readonly rows: readonly DiscountRow[]; readonly nextCursor: string | null }> {
  const [name, id] = query.cursor === undefined ? ['', '00000000-0000-0000-0000-000000000000'] : decodeCursor(query.cursor, ['text', 'uuid']);
  const words = query.q?.trim().toLowerCase() ?? '';
  const found = await selectRows(
    context,
    sql`(lower(d.name), d.id) > (${name}, ${id}::uuid) and (${words} = '' or strpos(lower(d.name), ${words}) > 0 or strpos(lower(d.code), ${words}) > 0)
      order by lower(d.name), d.id limit ${query.limit + 1}`,
  );
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  return { rows, nextCursor: found.length > query.limit && last !== undefined ? encodeCursor([last.name.toLowerCase(), last.id]) : null };
}

export async function getDiscount(context: Context, id: string): Promise<DiscountRow> {
  const [row] = await selectRows(context, sql`d.id = ${id}`);
  if (row === undefined) throw new Problem('not_found');
  return row;
}

import { sql } from 'kysely';
import { uniqueViolation } from '../../db/failures.ts';
import type { CommandContext } from '../context.ts';
import { Problem } from '../problem.ts';
import type { DiscountRow } from './row-types.ts';

type Context = Pick<CommandContext, 'tx' | 'scope' | 'now' | 'newId'>;
export type DiscountRecord = Omit<DiscountRow, 'used' | 'state' | 'isLimitedToItems'> & { readonly isLimitedToItems: boolean };

/** Writes a discount, new or changed, with its limits. */
export async function saveDiscount({ tx, scope, now, newId }: Context, discount: DiscountRecord): Promise<void> {
  const { id, version, name, code, active, value, currency, reach, validFrom, validUntil, maxUses, maxUsesPerCustomer, roleIds, isLimitedToItems } = discount;
  const ppm = value.kind === 'percentage' ? value.ppm : null;
  const amount = value.kind === 'percentage' ? null : value.amount;
  try {
    await sql`
      insert into discounts (account_id, id, version, name, code, active, kind, ppm, amount, currency, reach, valid_from, valid_until, max_uses,
        max_uses_per_customer, has_items_limit, has_role_limit, created_at)
      values (${scope.accountId}, ${id}, ${version}, ${name}, ${code}, ${active}, ${value.kind}, ${ppm}, ${amount}, ${currency}, ${reach}, ${validFrom}, ${validUntil},
        ${maxUses}, ${maxUsesPerCustomer}, ${isLimitedToItems}, ${roleIds !== null}, ${now})
      on conflict (account_id, id) do update set (version, name, code, active, kind, ppm, amount, currency, reach, valid_from, valid_until, max_uses,
        max_uses_per_customer, has_items_limit, has_role_limit) = (excluded.version, excluded.name, excluded.code, excluded.active, excluded.kind, excluded.ppm,
        excluded.amount, excluded.currency, excluded.reach, excluded.valid_from, excluded.valid_until, excluded.max_uses, excluded.max_uses_per_customer,
        excluded.has_items_limit, excluded.has_role_limit)`.execute(tx);
  } catch (error) {
    if (uniqueViolation(error) === 'discounts_code') throw new Problem('discount.code_taken');
    throw error;
  }
  const limits = [
    ...discount.productIds.map((productId) => ({ id: newId(), productId })),
    ...discount.categoryIds.map((categoryId) => ({ id: newId(), categoryId })),
    ...(roleIds ?? []).map((roleId) => ({ id: newId(), roleId })),
  ];
  await sql`delete from discount_limits where account_id = ${scope.accountId} and discount_id = ${id}`.execute(tx);
  await sql`
    insert into discount_limits (account_id, id, discount_id, product_id, category_id, role_id)
    select ${scope.accountId}, l.id, ${id}, l."productId", l."categoryId", l."roleId"
    from jsonb_to_recordset(${JSON.stringify(limits)}::jsonb) as l (id uuid, "productId" uuid, "categoryId" uuid, "roleId" uuid)`.execute(tx);
}

/** Deletes softly: orders that used it keep it by its id. */
export async function markDiscountDeleted({ tx, scope, now }: Context, id: string, version: number): Promise<void> {
  await sql`update discounts set deleted_at = ${now}, version = ${version} where account_id = ${scope.accountId} and id = ${id}`.execute(tx);
}

/**
 * Holds those of these discounts that can be used up until the transaction ends, in the order of their ids, so that the last use is
 * taken once. `no key`: a use that is written refers to the row. One without limits is not held: every order may have it at once.
 */
export async function lockLimitedDiscounts({ tx, scope }: Context, ids: readonly string[]): Promise<void> {
  await sql`
    select from discounts where account_id = ${scope.accountId} and (id = any(${ids}::uuid[]) or (deleted_at is null and code is null and active))
      and (max_uses is not null or max_uses_per_customer is not null or kind = 'balance')
    order by id for no key update`.execute(tx);
}

type Use = { readonly discountId: string; readonly amount: number };

/** Writes what an order uses; one that used it before and was released uses it anew. */
export async function insertUses(
  { tx, scope, now }: Context,
  order: { readonly id: string; readonly customerId: string | null },
  uses: readonly Use[],
): Promise<void> {
  await sql`
    insert into discount_uses (account_id, order_id, discount_id, customer_id, amount, used_at)
    select ${scope.accountId}, ${order.id}, u."discountId", ${order.customerId}::uuid, u.amount, ${now}
    from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as u ("discountId" uuid, amount bigint)
    on conflict (account_id, order_id, discount_id) do update
      set customer_id = excluded.customer_id, amount = excluded.amount, used_at = excluded.used_at, released_at = null`.execute(tx);
}

/** Gives the uses of an order back, or takes them again. Answers whose uses they are. */
export async function moveUses({ tx, scope, now }: Context, orderId: string, direction: 'release' | 'take'): Promise<readonly string[]> {
  const isRelease = direction === 'release';
  const { rows } = await sql<{ readonly id: string }>`
    update discount_uses set released_at = ${isRelease ? now : null}::timestamptz
    where account_id = ${scope.accountId} and order_id = ${orderId} and (released_at is null) = ${isRelease}::boolean
    returning discount_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

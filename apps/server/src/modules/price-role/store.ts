import { sql } from 'kysely';
import { uniqueViolation } from '../../db/failures.ts';
import type { CommandContext } from '../context.ts';
import { Problem } from '../problem.ts';

type Role = { readonly id: string; readonly version: number; readonly name: string; readonly isDefault: boolean };
type Context = Pick<CommandContext, 'tx' | 'scope'>;

/** Price roles of one account change one at a time, so that there is one default. `no key`: rows being made still refer to the account. */
export async function lockPriceRoles({ tx, scope }: Context): Promise<void> {
  await sql`select from accounts where account_id = ${scope.accountId} for no key update`.execute(tx);
}

/** Writes a role, new or changed; a new default takes over from the one before it. */
export async function savePriceRole({ tx, scope }: Context, { id, version, name, isDefault }: Role): Promise<void> {
  if (isDefault)
    await sql`update customer_roles set is_default = false, version = version + 1 where account_id = ${scope.accountId} and is_default and id <> ${id}`.execute(
      tx,
    );
  try {
    await sql`
      insert into customer_roles (account_id, id, version, name, is_default) values (${scope.accountId}, ${id}, ${version}, ${name}, ${isDefault})
      on conflict (account_id, id) do update set (version, name, is_default) = (excluded.version, excluded.name, excluded.is_default)`.execute(tx);
  } catch (error) {
    if (uniqueViolation(error) === 'customer_roles_name') throw new Problem('price_role.name_taken');
    throw error;
  }
}

/** Deletes a role; whoever was deleted with it has none when they are restored. Held by rows in use it must not be called. */
export async function removePriceRole({ tx, scope }: Context, id: string): Promise<void> {
  await sql`update customers set role_id = null where account_id = ${scope.accountId} and role_id = ${id}`.execute(tx);
  await sql`update companies set role_id = null where account_id = ${scope.accountId} and role_id = ${id}`.execute(tx);
  await sql`delete from customer_roles where account_id = ${scope.accountId} and id = ${id}`.execute(tx);
}

type Merge = { readonly from: string; readonly into: string };

/** Hands all that has a role to another. Where both have prices for the same thing those of the other stand. */
export async function moveToPriceRole({ tx, scope }: Context, { from, into }: Merge): Promise<void> {
  const { accountId } = scope;
  await sql`update customers set role_id = ${into} where account_id = ${accountId} and role_id = ${from}`.execute(tx);
  await sql`update companies set role_id = ${into} where account_id = ${accountId} and role_id = ${from}`.execute(tx);
  await sql`
    update price_rows r set role_id = ${into} where r.account_id = ${accountId} and r.role_id = ${from} and not exists (
      select from price_rows t where t.account_id = r.account_id and t.role_id = ${into} and t.product_id = r.product_id
        and t.variant_id is not distinct from r.variant_id and t.currency = r.currency)`.execute(tx);
  await sql`delete from price_rows where account_id = ${accountId} and role_id = ${from}`.execute(tx);
  await sql`
    update buyer_rules b set role_id = ${into} where b.account_id = ${accountId} and b.role_id = ${from} and not exists (
      select from buyer_rules t where t.account_id = b.account_id and t.role_id = ${into} and t.product_id = b.product_id
        and t.variant_id is not distinct from b.variant_id)`.execute(tx);
  await sql`delete from buyer_rules where account_id = ${accountId} and role_id = ${from}`.execute(tx);
  await sql`update discount_limits set role_id = ${into} where account_id = ${accountId} and role_id = ${from}`.execute(tx);
}

type RolePrice = { readonly id: string; readonly quantity: number; readonly extendedPrice: string };
type Of = { readonly productId: string; readonly roleId: string };

/** Replaces the price breaks without days that a role has for a product whatever the variant, in the currency of the account. */
export async function saveRolePrices(
  { tx, scope, account }: Pick<CommandContext, 'tx' | 'scope' | 'account'>,
  { productId, roleId }: Of,
  prices: readonly RolePrice[],
): Promise<void> {
  await sql`
    delete from price_rows where account_id = ${scope.accountId} and product_id = ${productId} and role_id = ${roleId} and variant_id is null
      and currency = ${account.currency} and valid_from is null and valid_until is null`.execute(tx);
  await sql`
    insert into price_rows (account_id, id, product_id, role_id, currency, quantity, extended_price)
    select ${scope.accountId}, g.id, ${productId}, ${roleId}, ${account.currency}, g.quantity, g."extendedPrice"
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as g (id uuid, quantity integer, "extendedPrice" numeric)`.execute(tx);
}

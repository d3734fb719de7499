import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, Actor, CommandContext } from '../../context.ts';
import { actorKey } from '../../context.ts';

type Context = Pick<CommandContext, 'tx' | 'scope' | 'now'>;

export type GuestContact = { readonly name: string; readonly email: string; readonly phone: string; readonly company: string };
export type GuestCart = { readonly orderId: string; readonly contact: GuestContact | null; readonly contactCustomerId: string | null };

/** Two tabs that put the first thing into a cart make one cart: they do it one after the other. */
export async function lockCartOf({ tx, scope, actor }: Pick<CommandContext, 'tx' | 'scope' | 'actor'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cart ${scope.accountId} ${actorKey(actor)}`}, 0))`.execute(tx);
}

/** The cart of whoever is here, under its lock; undefined: there is none. */
export async function lockCartId({ tx, scope, actor }: Pick<CommandContext, 'tx' | 'scope' | 'actor'>): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`${selectCartId(scope, actor)} for update of o`.execute(tx);
  return rows[0]?.id;
}

export const selectCartId = (scope: AccountScope, actor: Pick<Actor, 'kind' | 'id'>) =>
  actor.kind === 'guest'
    ? sql<{ id: string }>`select o.id from guest_carts g join orders o on o.account_id = g.account_id and o.id = g.order_id
        where g.account_id = ${scope.accountId} and g.guest_id = ${actor.id} and o.stage = 'cart' and o.deleted_at is null`
    : sql<{ id: string }>`select o.id from orders o
        where o.account_id = ${scope.accountId} and o.customer_id = ${actor.id} and o.stage = 'cart' and o.deleted_at is null`;

export async function findGuestCart(db: Kysely<Tables>, scope: AccountScope, guestId: string): Promise<GuestCart | undefined> {
  const { rows } = await sql<GuestCart>`
    select order_id "orderId", contact, contact_customer_id "contactCustomerId" from guest_carts
    where account_id = ${scope.accountId} and guest_id = ${guestId}`.execute(db);
  return rows[0];
}

/** The guest's cart is this one from now on; who they said they are stays. */
export async function saveGuestCart({ tx, scope, now }: Context, guestId: string, orderId: string): Promise<void> {
  await sql`insert into guest_carts (account_id, guest_id, order_id, created_at) values (${scope.accountId}, ${guestId}, ${orderId}, ${now})
    on conflict (account_id, guest_id) do update set order_id = excluded.order_id`.execute(tx);
}

export async function saveGuestContact({ tx, scope }: Context, guestId: string, contact: GuestContact, customerId: string): Promise<void> {
  await sql`update guest_carts set contact = ${JSON.stringify(contact)}::jsonb, contact_customer_id = ${customerId}
    where account_id = ${scope.accountId} and guest_id = ${guestId}`.execute(tx);
}

export async function deleteGuestCart({ tx, scope }: Context, guestId: string): Promise<void> {
  await sql`delete from guest_carts where account_id = ${scope.accountId} and guest_id = ${guestId}`.execute(tx);
}

import type { newAddress } from '@backdesk/contract/customer/schema.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';

type NewAddress = z.output<typeof newAddress>;

/** Adds addresses to a customer and answers their ids. A new default takes over from the one before it. */
export async function addAddresses(
  { tx, scope, now, newId }: CommandContext,
  customerId: string,
  addresses: readonly NewAddress[],
): Promise<readonly string[]> {
  if (addresses.length === 0) return [];
  const rows = addresses.map((address, place) => ({ id: newId(), place, ...address }));
  const lastShipping = rows.findLast((row) => row.defaultShipping)?.id ?? null;
  const lastBilling = rows.findLast((row) => row.defaultBilling)?.id ?? null;
  await sql`
    update addresses set default_shipping = default_shipping and ${lastShipping}::uuid is null, default_billing = default_billing and ${lastBilling}::uuid is null
    where account_id = ${scope.accountId} and customer_id = ${customerId} and (default_shipping or default_billing)`.execute(tx);
  await sql`
    insert into addresses (account_id, id, customer_id, label, address, default_shipping, default_billing, created_at)
    select ${scope.accountId}, a.id, ${customerId}, a.label, a.address, a.id is not distinct from ${lastShipping}::uuid, a.id is not distinct from ${lastBilling}::uuid,
      -- They are listed in the order given.
      ${now}::timestamptz + a.place * interval '1 microsecond'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a (id uuid, place integer, label text, address jsonb)`.execute(tx);
  return rows.map((row) => row.id);
}

type AddressOf = NewAddress & { readonly customerId: string };

/** Adds addresses to many customers, at most one default of a kind for each: it takes over from the one before it. */
export async function addAddressesOfMany({ tx, scope, now, newId }: CommandContext, addresses: readonly AddressOf[]): Promise<void> {
  if (addresses.length === 0) return;
  const rows = JSON.stringify(addresses.map((address, place) => ({ ...address, id: newId(), place })));
  await sql`
    update addresses a set default_shipping = a.default_shipping and not n.shipping, default_billing = a.default_billing and not n.billing
    from (select r."customerId", bool_or(r."defaultShipping") as shipping, bool_or(r."defaultBilling") as billing
      from jsonb_to_recordset(${rows}::jsonb) as r ("customerId" uuid, "defaultShipping" boolean, "defaultBilling" boolean) group by 1) n
    where a.account_id = ${scope.accountId} and a.customer_id = n."customerId"
      and (a.default_shipping and n.shipping or a.default_billing and n.billing)`.execute(tx);
  await sql`
    insert into addresses (account_id, id, customer_id, label, address, default_shipping, default_billing, created_at)
    select ${scope.accountId}, r.id, r."customerId", r.label, r.address, r."defaultShipping", r."defaultBilling",
      ${now}::timestamptz + r.place * interval '1 microsecond'
    from jsonb_to_recordset(${rows}::jsonb)
      as r (id uuid, place integer, "customerId" uuid, label text, address jsonb, "defaultShipping" boolean, "defaultBilling" boolean)`.execute(tx);
}

/** Raises the version of the customer whose addresses changed. */
export async function touchCustomer({ tx, scope, now }: CommandContext, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update customers set version = version + 1, updated_at = ${now} where account_id = ${scope.accountId} and id = ${id} returning version`.execute(tx);
  return rows[0]?.version ?? 1;
}

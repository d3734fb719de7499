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

/** Raises the version of the customer whose addresses changed. */
export async function touchCustomer({ tx, scope, now }: CommandContext, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update customers set version = version + 1, updated_at = ${now} where account_id = ${scope.accountId} and id = ${id} returning version`.execute(tx);
  return rows[0]?.version ?? 1;
}

import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { newAddress } from '@backdesk/contract/customer/schema.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';

type NewAddress = z.output<typeof newAddress>;

/** Adds addresses to a customer and answers their ids. A new default takes over from the one before it. */
export async function addAddresses(
  { tx, scope, now, newId }: CommandContext,
  { customerId, version, addresses }: { readonly customerId: string; readonly version: number; readonly addresses: readonly NewAddress[] },
): Promise<readonly string[]> {
  if (addresses.length === 0) return [];
  const rows = addresses.map((address, place) => ({ id: newId(), place, ...address }));
  const lastShipping = rows.findLast((row) => row.defaultShipping)?.id ?? null;
  const lastBilling = rows.findLast((row) => row.defaultBilling)?.id ?? null;
  await sql`
    update addresses set default_shipping = default_shipping and ${lastShipping}::uuid is null, default_billing = default_billing and ${lastBilling}::uuid is null
    where account_id = ${scope.accountId} and customer_id = ${customerId} and (default_shipping or default_billing)`.execute(tx);
  await sql`
    insert into addresses (account_id, id, customer_id, label, address, default_shipping, default_billing, version, created_at)
    select ${scope.accountId}, a.id, ${customerId}, a.label, a.address, a.id is not distinct from ${lastShipping}::uuid, a.id is not distinct from ${lastBilling}::uuid, ${version},
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

/** An address of the book as commands hold it; `version` and `fieldVersions` are versions of its customer. */
export type AddressRecord = {
  readonly id: string;
  readonly version: number;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly label: string;
  readonly address: Address;
  readonly defaultShipping: boolean;
  readonly defaultBilling: boolean;
  readonly isDeleted: boolean;
};

/** All addresses of a customer's own book, deleted ones too. The customer's lock guards them. */
export async function loadAddressBook({ tx, scope }: CommandContext, customerId: string): Promise<readonly AddressRecord[]> {
  const { rows } = await sql<AddressRecord>`
    select id, version, field_versions as "fieldVersions", label, address, default_shipping as "defaultShipping", default_billing as "defaultBilling",
      deleted_at is not null as "isDeleted"
    from addresses where account_id = ${scope.accountId} and customer_id = ${customerId} order by created_at, id`.execute(tx);
  return rows;
}

/** Writes an address of the book. A default takes over from the one before it. */
export async function saveAddress({ tx, scope, now }: CommandContext, customerId: string, record: AddressRecord): Promise<void> {
  const { id, version, fieldVersions, label, address, defaultShipping, defaultBilling, isDeleted } = record;
  await sql`
    update addresses set version = ${version}, field_versions = ${JSON.stringify(fieldVersions)}, label = ${label}, address = ${JSON.stringify(address)},
      default_shipping = ${defaultShipping}, default_billing = ${defaultBilling}, deleted_at = ${isDeleted ? now : null}
    where account_id = ${scope.accountId} and id = ${id}`.execute(tx);
  if (isDeleted || !(defaultShipping || defaultBilling)) return;
  await sql`
    update addresses set default_shipping = default_shipping and not ${defaultShipping}, default_billing = default_billing and not ${defaultBilling}
    where account_id = ${scope.accountId} and customer_id = ${customerId} and id <> ${id} and deleted_at is null`.execute(tx);
}

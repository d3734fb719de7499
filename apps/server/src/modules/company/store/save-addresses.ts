import type { companyAddress } from '@backdesk/contract/company/schema.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';

type Address = z.output<typeof companyAddress>;

/** An address of a company as commands hold it; `version` and `fieldVersions` are versions of its company. */
export type AddressRecord = Address & { readonly id: string; readonly version: number; readonly fieldVersions: Readonly<Record<string, number>> };

/** One address of a company; the company's lock guards it. */
export async function loadAddress({ tx, scope }: CommandContext, companyId: string, id: string): Promise<AddressRecord> {
  const { rows } = await sql<AddressRecord>`
    select id, version, field_versions as "fieldVersions", label, address, default_shipping as "defaultShipping", default_billing as "defaultBilling"
    from addresses where account_id = ${scope.accountId} and company_id = ${companyId} and id = ${id}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Problem('not_found');
  return row;
}

/** Writes an address of a company, new or changed. A new default takes over from the one before it. */
export async function saveAddress(
  { tx, scope, now }: CommandContext,
  { companyId, id, version, fieldVersions, place = 0, ...address }: AddressRecord & { readonly companyId: string; readonly place?: number },
): Promise<void> {
  const { label, defaultShipping, defaultBilling } = address;
  await sql`
    update addresses set default_shipping = default_shipping and not ${defaultShipping}::boolean, default_billing = default_billing and not ${defaultBilling}::boolean
    where account_id = ${scope.accountId} and company_id = ${companyId} and id <> ${id} and (default_shipping or default_billing)`.execute(tx);
  await sql`
    insert into addresses (account_id, id, company_id, version, field_versions, label, address, default_shipping, default_billing, created_at)
    values (${scope.accountId}, ${id}, ${companyId}, ${version}, ${JSON.stringify(fieldVersions)}::jsonb, ${label}, ${JSON.stringify(address.address)}::jsonb,
      ${defaultShipping}, ${defaultBilling},
      -- They are listed in the order given.
      ${now}::timestamptz + ${place}::integer * interval '1 microsecond')
    on conflict (account_id, id) do update set (version, field_versions, label, address, default_shipping, default_billing) =
      (excluded.version, excluded.field_versions, excluded.label, excluded.address, excluded.default_shipping, excluded.default_billing)`.execute(tx);
}

/** Removes an address of a company and answers which it was. */
export async function removeAddress({ tx, scope }: CommandContext, companyId: string, id: string): Promise<Pick<Address, 'label' | 'address'>> {
  const { rows } = await sql<Pick<Address, 'label' | 'address'>>`
    delete from addresses where account_id = ${scope.accountId} and company_id = ${companyId} and id = ${id} returning label, address`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Problem('not_found');
  return row;
}

import type { companyAddress } from '@backdesk/contract/company/schema.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';

type Address = z.output<typeof companyAddress>;

/** Writes an address of a company, new or changed. A new default takes over from the one before it. */
export async function saveAddress(
  { tx, scope, now }: CommandContext,
  { companyId, id, place = 0, ...address }: Address & { readonly companyId: string; readonly id: string; readonly place?: number },
): Promise<void> {
  const { label, defaultShipping, defaultBilling } = address;
  await sql`
    update addresses set default_shipping = default_shipping and not ${defaultShipping}::boolean, default_billing = default_billing and not ${defaultBilling}::boolean
    where account_id = ${scope.accountId} and company_id = ${companyId} and id <> ${id} and (default_shipping or default_billing)`.execute(tx);
  await sql`
    insert into addresses (account_id, id, company_id, label, address, default_shipping, default_billing, created_at)
    values (${scope.accountId}, ${id}, ${companyId}, ${label}, ${JSON.stringify(address.address)}::jsonb, ${defaultShipping}, ${defaultBilling},
      -- They are listed in the order given.
      ${now}::timestamptz + ${place}::integer * interval '1 microsecond')
    on conflict (account_id, id) do update set (label, address, default_shipping, default_billing) =
      (excluded.label, excluded.address, excluded.default_shipping, excluded.default_billing)`.execute(tx);
}

/** Removes an address of a company and answers which it was. */
export async function removeAddress({ tx, scope }: CommandContext, companyId: string, id: string): Promise<Pick<Address, 'label' | 'address'>> {
  const { rows } = await sql<Pick<Address, 'label' | 'address'>>`
    delete from addresses where account_id = ${scope.accountId} and company_id = ${companyId} and id = ${id} returning label, address`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Problem('not_found');
  return row;
}

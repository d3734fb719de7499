import type { companyAddress } from '@backdesk/contract/company/schema.ts';
import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import { checkedAddress } from '../../checked-address.ts';
import type { CommandContext } from '../../context.ts';
import { getCompanyAddress } from '../queries/get-company.ts';
import { removeAddress, saveAddress } from '../store/save-addresses.ts';
import { lockCompany, touchCompany } from '../store/save-company.ts';

type Body = z.output<typeof companyAddress>;

/** Adds an address to a company and answers its id. */
export async function addCompanyAddress(context: CommandContext, companyId: string, body: Body): Promise<string> {
  await lockCompany(context, companyId);
  const id = context.newId();
  const address = await checkedAddress({ address: body.address, pointer: '/address' });
  await saveAddress(context, { ...body, address, companyId, id });
  await told(context, companyId, { type: 'company.address_added', addressId: id, label: body.label, address });
  return id;
}

/** Replaces an address of a company; orders keep what they hold. */
export async function changeCompanyAddress(context: CommandContext, companyId: string, id: string, body: Body): Promise<void> {
  await lockCompany(context, companyId);
  const before = await getCompanyAddress(context.tx, context.scope, companyId, id);
  const address = await checkedAddress({ address: body.address, pointer: '/address', stored: async () => [before.address] });
  await saveAddress(context, { ...body, address, companyId, id });
  await told(context, companyId, { type: 'company.address_changed', addressId: id, label: body.label, address });
}

/** Removes an address of a company; orders keep what they hold. */
export async function removeCompanyAddress(context: CommandContext, companyId: string, id: string): Promise<void> {
  await lockCompany(context, companyId);
  const removed = await removeAddress(context, companyId, id);
  await told(context, companyId, { type: 'company.address_removed', addressId: id, ...removed });
}

type Told = { readonly type: string; readonly addressId: string; readonly label: string; readonly address: Address };

async function told(context: CommandContext, companyId: string, { type, ...data }: Told): Promise<void> {
  const version = await touchCompany(context, companyId);
  await recordEvents(context, [{ subject: 'company', subjectId: companyId, version, type, data }]);
}

import { isDeepStrictEqual } from 'node:util';
import type { companyAddress } from '@backdesk/contract/company/schema.ts';
import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { changeAddress } from '@backdesk/contract/customer/schema.ts';
import type { z } from 'zod';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import { checkedAddress } from '../../checked-address.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { loadAddress, removeAddress, saveAddress } from '../store/save-addresses.ts';
import { lockCompany, touchCompany } from '../store/save-company.ts';

/** Adds an address to a company and answers its id. */
export async function addCompanyAddress(context: CommandContext, companyId: string, body: z.output<typeof companyAddress>): Promise<string> {
  await lockCompany(context, companyId);
  const id = context.newId();
  const address = await checkedAddress({ address: body.address, pointer: '/address' });
  const version = await touchCompany(context, companyId);
  await saveAddress(context, { ...body, address, companyId, id, version, fieldVersions: {} });
  await told(context, companyId, version, { type: 'company.address_added', addressId: id, label: body.label, address });
  return id;
}

type Ids = { readonly companyId: string; readonly addressId: string };

/** Changes an address of a company. What someone else changed after `basedOn` is a conflict; orders keep the copy they have. */
export async function changeCompanyAddress(
  context: CommandContext,
  { companyId, addressId }: Ids,
  { basedOn, ...body }: z.output<typeof changeAddress>,
): Promise<void> {
  await lockCompany(context, companyId);
  const before = await loadAddress(context, companyId, addressId);
  const address = body.address && (await checkedAddress({ address: body.address, pointer: '/address', stored: async () => [before.address] }));
  const now: Readonly<Record<string, unknown>> = before;
  const wanted = Object.entries({ ...body, ...(address && { address }) }).filter(([field, to]) => to !== undefined && !isDeepStrictEqual(to, now[field]));
  if (wanted.length === 0) return;
  const current = Object.fromEntries(wanted.map(([field]) => [field, now[field]]));
  const conflicts = await fieldConflicts({ context, subjectId: companyId, basedOn, fieldVersions: before.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  const version = await touchCompany(context, companyId);
  const fieldVersions = { ...before.fieldVersions, ...Object.fromEntries(wanted.map(([field]) => [field, version])) };
  const after = { ...before, ...Object.fromEntries(wanted), version, fieldVersions };
  await saveAddress(context, { ...after, companyId });
  await told(context, companyId, version, { type: 'company.address_changed', addressId, label: after.label, address: after.address });
}

/** Removes an address of a company; orders keep what they hold. */
export async function removeCompanyAddress(context: CommandContext, companyId: string, id: string): Promise<void> {
  await lockCompany(context, companyId);
  const removed = await removeAddress(context, companyId, id);
  await told(context, companyId, await touchCompany(context, companyId), { type: 'company.address_removed', addressId: id, ...removed });
}

type Told = { readonly type: string; readonly addressId: string; readonly label: string; readonly address: Address };

async function told(context: CommandContext, companyId: string, version: number, { type, ...data }: Told): Promise<void> {
  await recordEvents(context, [{ subject: 'company', subjectId: companyId, version, type, data }]);
}

import type { createCompany as createCompanyBody } from '@backdesk/contract/company/schema.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import { checkedAddress } from '../../checked-address.ts';
import type { CommandContext } from '../../context.ts';
import { saveAddress } from '../store/save-addresses.ts';
import { assertFree, saveCompany } from '../store/save-company.ts';

/** Makes a company without terms of its own yet, and answers its id. */
export async function createCompany(context: CommandContext, body: z.output<typeof createCompanyBody>): Promise<string> {
  const id = context.newId();
  const { name, notes = '', addresses = [] } = body;
  const number = body.number || null;
  await assertFree(context, { id, name, number });
  const terms = { terms: '', role: null, taxExemption: null, creditLimitAmount: null };
  await saveCompany(context, { id, version: 1, fieldVersions: {}, name, number, notes, ...terms });
  for (const [place, given] of addresses.entries()) {
    const address = await checkedAddress({ address: given.address, pointer: `/addresses/${place}/address` });
    await saveAddress(context, { ...given, address, companyId: id, id: context.newId(), version: 1, fieldVersions: {}, place });
  }
  await recordEvents(context, [{ subject: 'company', subjectId: id, version: 1, type: 'company.created', data: { name } }]);
  return id;
}

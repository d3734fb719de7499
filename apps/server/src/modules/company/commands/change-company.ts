import type { changeCompany as changeCompanyBody } from '@backdesk/contract/company/schema.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { assertFree, lockCompany } from '../store/save-company.ts';
import { renameForContacts } from '../store/save-contacts.ts';
import { mergeChanges } from './merge-changes.ts';

/** Changes what a company is called and noted by. Under another name its contacts are found by that one. */
export async function changeCompany(context: CommandContext, id: string, { basedOn, ...body }: z.output<typeof changeCompanyBody>): Promise<void> {
  const company = await lockCompany(context, id);
  const given = { ...body, ...(body.number !== undefined && { number: body.number || null }) };
  await assertFree(context, { id, name: given.name, number: given.number });
  const changed = await mergeChanges(context, company, { basedOn, given });
  if (changed !== null && changed.name !== company.name) await renameForContacts(context, changed);
}

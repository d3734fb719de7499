import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { findOrMakeCompany } from '../store/save-customer.ts';

/** The company typed into the form, by name; none for an empty one. */
export async function companyOf(context: CommandContext, name: string | null): Promise<{ readonly id: string; readonly name: string } | null> {
  if (name === null || name === '') return null;
  const { isNew, ...company } = await findOrMakeCompany(context, name);
  if (isNew) await recordEvents(context, [{ subject: 'company', subjectId: company.id, version: 1, type: 'company.created', data: { name: company.name } }]);
  return company;
}

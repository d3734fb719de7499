import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { findOrMakeCompanies } from '../store/find-or-make-companies.ts';

type Company = { readonly id: string; readonly name: string };

/** The companies of these names, upper and lower case alike; those that do not exist are made. */
export async function companiesOf(context: CommandContext, names: readonly string[]): Promise<ReadonlyMap<string, Company>> {
  const { byName, made } = await findOrMakeCompanies(context, names);
  await recordEvents(
    context,
    made.map(({ id, name }) => ({ subject: 'company', subjectId: id, version: 1, type: 'company.created', data: { name } }) as const),
  );
  return byName;
}

/** The company typed into the form, by name; none for an empty one. */
export async function companyOf(context: CommandContext, name: string | null): Promise<Company | null> {
  if (name === null || name === '') return null;
  const company = (await companiesOf(context, [name])).get(name);
  if (company === undefined) throw new Error('The company was neither made nor found.');
  return company;
}

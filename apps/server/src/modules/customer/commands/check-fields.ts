import type { CommandContext } from '../../context.ts';
import { invalidField } from '../../problem.ts';
import { listFieldCodes } from '../store/save-customer.ts';

/** Refuses a value for a custom field that the account does not have. */
export async function checkFields({ tx, scope }: CommandContext, fields: Readonly<Record<string, unknown>> | undefined): Promise<void> {
  const given = Object.keys(fields ?? {});
  if (given.length === 0) return;
  const codes = await listFieldCodes(tx, scope);
  const unknown = given.find((code) => !codes.has(code));
  if (unknown !== undefined) throw invalidField(`/fields/${unknown.replaceAll('~', '~0').replaceAll('/', '~1')}`, 'is not a customer field of this account');
}

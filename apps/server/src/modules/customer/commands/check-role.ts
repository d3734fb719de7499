import type { CommandContext } from '../../context.ts';
import { invalidField } from '../../problem.ts';
import { listRoleNames } from '../queries/list-role-names.ts';

/** The price role as given, once it is certain that the account has it. */
export async function checkRole({ tx, scope }: CommandContext, roleId: string | null): Promise<string | null> {
  if (roleId === null || (await listRoleNames(tx, scope)).has(roleId)) return roleId;
  throw invalidField('/roleId', 'must be a price role of this account');
}

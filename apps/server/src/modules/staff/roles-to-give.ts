import type { RoleName } from '@backdesk/domain/staff/roles.ts';
import { isRoleName, permissionsOf } from '@backdesk/domain/staff/roles.ts';
import type { CommandContext } from '../context.ts';
import { invalidField } from '../problem.ts';

/** The roles somebody or a key is to get. Nobody but the system gives roles that allow more than their own. */
export function rolesToGive({ actor }: Pick<CommandContext, 'actor'>, wanted: readonly string[]): readonly RoleName[] {
  return [...new Set(wanted)].map((role, index) => {
    const refuse = (message: string) => invalidField(`/roles/${index}`, message);
    if (!isRoleName(role)) throw refuse('must be owner, sales, approver or viewer');
    if (actor.kind !== 'system' && [...permissionsOf([role])].some((permission) => !actor.permissions.has(permission)))
      throw refuse('must not allow more than your own roles');
    return role;
  });
}

// The built-in roles are lists of permissions, nothing more: no code asks for a role, only for a permission.
// Design "Accounts and people".
import type { Permission } from './permissions.ts';
import { permissions } from './permissions.ts';

export const roleNames = ['owner', 'sales', 'approver', 'viewer'] as const;
export type RoleName = (typeof roleNames)[number];

const reading = ['order:read', 'customer:read', 'catalog:read'] as const satisfies readonly Permission[];

/** What each role may do. Owner may do all there is, so a new permission reaches them without a change here. */
export const rolePermissions: Readonly<Record<RoleName, readonly Permission[]>> = {
  owner: permissions,
  sales: [...reading, 'order:write', 'order:submit', 'order:cancel', 'order:ship', 'estimate:send', 'price:override', 'shipping:override', 'customer:write'],
  approver: [...reading, 'order:approve', 'cost:read'],
  viewer: reading,
};

/** Names a role, as the table has it. */
export function isRoleName(text: string): text is RoleName {
  return (roleNames as readonly string[]).includes(text);
}

/** The union of what the roles may do. A name that is no role (one of a later version) gives nothing. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.filter(isRoleName).flatMap((role) => rolePermissions[role]));
}

// An account always has somebody who can manage it: its last active owner can be neither demoted, deactivated nor removed.
// Decision record 0018. The caller holds a lock under which no other change of owners can happen.
import type { Refusal } from '../core/refusal.ts';
import { permissionsOf } from './roles.ts';

export type Standing = { readonly roles: readonly string[]; readonly active: boolean };

/** Whether somebody of this standing can let others in and out: what makes an owner here. */
export function isOwner({ roles, active }: Standing): boolean {
  return active && permissionsOf(roles).has('staff:write');
}

/** Refuses a change of one member's standing (`after` is null when they leave) that would leave no owner beside `others`. */
export function keepAnOwner(change: { readonly before: Standing; readonly after: Standing | null; readonly others: readonly Standing[] }): Refusal | null {
  const { before, after, others } = change;
  const stops = isOwner(before) && (after === null || !isOwner(after));
  return stops && !others.some(isOwner) ? { code: 'staff.last_owner' } : null;
}

import { randomBytes } from 'node:crypto';
import type { RoleName } from '@backdesk/domain/staff/roles.ts';
import { isRoleName, permissionsOf } from '@backdesk/domain/staff/roles.ts';
import { sha256 } from '../../../db/token-hash.ts';
import type { CommandContext } from '../../context.ts';
import { actorKey } from '../../context.ts';
import { invalidField } from '../../problem.ts';
import { insertApiKey } from '../store.ts';

export type CreatedApiKey = { readonly id: string; readonly key: string };

/** Makes a key. It is shown this once: only its hash is kept. Nobody but the system gives roles that they lack themselves. */
export async function createApiKey(context: CommandContext, wanted: { readonly name: string; readonly roles: readonly string[] }): Promise<CreatedApiKey> {
  const roles = [...new Set(wanted.roles)].map((role, index) => knownRole(context, role, index));
  const id = context.newId();
  const key = `bdk_${randomBytes(32).toString('base64url')}`;
  await insertApiKey(context.tx, context.scope, {
    id,
    name: wanted.name,
    prefix: key.slice(0, 12),
    hash: sha256(key),
    roles,
    createdBy: actorKey(context.actor),
    createdAt: context.now,
  });
  return { id, key };
}

function knownRole({ actor }: CommandContext, role: string, index: number): RoleName {
  const refuse = (message: string) => invalidField(`/roles/${index}`, message);
  if (!isRoleName(role)) throw refuse('must be owner, sales, approver or viewer');
  if (actor.kind !== 'system' && [...permissionsOf([role])].some((permission) => !actor.permissions.has(permission)))
    throw refuse('must not allow more than your own roles');
  return role;
}

import { randomBytes } from 'node:crypto';
import { sha256 } from '../../../db/token-hash.ts';
import type { CommandContext } from '../../context.ts';
import { actorKey } from '../../context.ts';
import { rolesToGive } from '../roles-to-give.ts';
import { insertApiKey } from '../store/people.ts';

export type CreatedApiKey = { readonly id: string; readonly key: string };

/** Makes a key. It is shown this once: only its hash is kept. Nobody but the system gives roles that they lack themselves. */
export async function createApiKey(context: CommandContext, wanted: { readonly name: string; readonly roles: readonly string[] }): Promise<CreatedApiKey> {
  const roles = rolesToGive(context, wanted.roles);
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

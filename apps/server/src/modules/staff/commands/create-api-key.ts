import { randomBytes } from 'node:crypto';
import { sha256 } from '../../../db/token-hash.ts';
import type { CommandContext } from '../../context.ts';
import { actorKey } from '../../context.ts';
import { rolesToGive } from '../roles-to-give.ts';
import { findKeyBounds, insertApiKey } from '../store/people.ts';

export type CreatedApiKey = { readonly id: string; readonly key: string };

type Wanted = { readonly name: string; readonly roles: readonly string[]; readonly expiresInDays?: number | null | undefined };

const dayMilliseconds = 24 * 3_600_000;

/**
 * Makes a key. It is shown this once: only its hash is kept. Nobody but the system gives roles that they lack themselves.
 * What a key makes belongs to whoever made that key, and works no longer than it.
 */
export async function createApiKey(context: CommandContext, wanted: Wanted): Promise<CreatedApiKey> {
  const roles = rolesToGive(context, wanted.roles);
  const { staffId, expiresAt } = await boundsOf(context, wanted.expiresInDays ?? null);
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
    staffId,
    expiresAt,
  });
  return { id, key };
}

async function boundsOf({ actor, tx, scope, now }: CommandContext, days: number | null) {
  const asked = days === null ? null : new Date(now.getTime() + days * dayMilliseconds);
  if (actor.kind !== 'api_key') return { staffId: actor.kind === 'staff' ? actor.id : null, expiresAt: asked };
  const { staffId, expiresAt: parent } = await findKeyBounds(tx, scope, actor.id);
  const isLater = parent !== null && (asked === null || asked > parent);
  return { staffId, expiresAt: isLater ? parent : asked };
}

import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { revokeApiKey as storeRevocation } from '../store/people.ts';

/** Revokes a key at once: the next request with it is refused. A revoked one stays as it is. */
export async function revokeApiKey({ tx, scope, now }: CommandContext, id: string): Promise<void> {
  if (!(await storeRevocation(tx, scope, id, now))) throw new Problem('not_found');
}

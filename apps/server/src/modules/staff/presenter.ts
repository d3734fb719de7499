import type { Session } from '@backdesk/contract/session/schema.ts';
import type { Acting } from '../../db/transaction.ts';

/** Who is signed in, where, and what they may do. */
export function presentSession(found: Pick<Acting, 'account' | 'actor' | 'roles' | 'email'>): Session {
  const { account, actor } = found;
  return {
    staff: { id: actor.id, name: actor.name, email: found.email },
    account: {
      id: account.id,
      name: account.name,
      locale: account.locale,
      timeZone: account.timeZone,
      currency: account.currency,
      country: account.country,
      priceMode: account.priceMode,
      paper: account.paper,
      accent: account.accent,
    },
    roles: [...found.roles],
    permissions: [...actor.permissions],
  };
}

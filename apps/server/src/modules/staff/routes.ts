import type { sessionRoutes } from '@backdesk/contract/session/routes.ts';
import type { staffRoutes } from '@backdesk/contract/staff/routes.ts';
import type { AllHandlers } from '../../http/handlers.ts';
import type { Limits } from '../access/limits.ts';
import type { StaffAuth } from './auth.ts';
import { createApiKey } from './commands/create-api-key.ts';
import { revokeApiKey } from './commands/revoke-api-key.ts';
import { membersHandlers } from './member-routes.ts';
import { passwordHandlers } from './password-routes.ts';
import { getApiKey, listApiKeys } from './queries/people.ts';
import { secondFactorHandlers } from './second-factor-routes.ts';
import { sessionHandlers } from './session-routes.ts';

/** Sign-in, sessions, passwords, staff and API keys. */
export function staffHandlers(auth: StaffAuth, limits: Limits): AllHandlers<typeof sessionRoutes & typeof staffRoutes> {
  return {
    ...sessionHandlers(auth, limits),
    ...passwordHandlers(limits),
    ...secondFactorHandlers(auth, limits),
    ...membersHandlers(limits),
    listApiKeys: (context, { query }) => listApiKeys(context, query),
    createApiKey: async (context, { body }) => {
      const { id, key } = await createApiKey(context, body);
      return { ...(await getApiKey({ ...context, db: context.tx }, id)), key };
    },
    revokeApiKey: async (context, { params }) => {
      await revokeApiKey(context, params.id);
      return getApiKey({ ...context, db: context.tx }, params.id);
    },
  };
}

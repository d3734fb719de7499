import type { sessionRoutes } from '@backdesk/contract/session/routes.ts';
import type { AllHandlers } from '../../http/handlers.ts';
import type { StaffAuth } from './auth.ts';
import { createApiKey } from './commands/create-api-key.ts';
import { revokeApiKey } from './commands/revoke-api-key.ts';
import { signIn } from './commands/sign-in.ts';
import { presentSession } from './presenter.ts';
import { getApiKey, listApiKeys, listStaff } from './queries.ts';
import type { SignInLimit } from './sign-in-limit.ts';

/** Sign-in, staff and API keys. */
export function staffHandlers(auth: StaffAuth, limit: SignInLimit): AllHandlers<typeof sessionRoutes> {
  return {
    signIn: {
      visit: async (visit, { body }) => {
        const { found, cookies } = await signIn({ auth, limit, db: visit.services.db }, { ...visit, ...body });
        for (const cookie of cookies) visit.setHeader('set-cookie', cookie);
        return presentSession(found);
      },
    },
    getSession: async (context) => presentSession(context),
    signOut: {
      ownTransactions: async (_context, _input, visit) => {
        const { headers } = await auth.api.signOut({ headers: visit.headers, returnHeaders: true });
        for (const cookie of headers.getSetCookie()) visit.setHeader('set-cookie', cookie);
        return { done: true };
      },
    },
    listStaff: (context, { query }) => listStaff(context, query),
    listApiKeys: (context, { query }) => listApiKeys(context, query),
    createApiKey: async (context, { body }) => {
      const { id, key } = await createApiKey(context, body);
      return { ...(await getApiKey({ db: context.tx, scope: context.scope }, id)), key };
    },
    revokeApiKey: async (context, { params }) => {
      await revokeApiKey(context, params.id);
      return getApiKey({ db: context.tx, scope: context.scope }, params.id);
    },
  };
}

import type { sessionRoutes } from '@backdesk/contract/session/routes.ts';
import type { AllHandlers } from '../../http/handlers.ts';
import { logSecurity } from '../../http/log.ts';
import type { Limits } from '../access/limits.ts';
import { Problem } from '../problem.ts';
import { addressMark } from './address-mark.ts';
import type { StaffAuth } from './auth.ts';
import { signIn } from './commands/sign-in.ts';
import { presentSession } from './presenter.ts';
import { listOwnSessions } from './queries/sessions.ts';
import { deleteSession, deleteSessions } from './store/sessions.ts';

type Served = Pick<typeof sessionRoutes, 'signIn' | 'getSession' | 'signOut' | 'listSessions' | 'endSession' | 'endOtherSessions'>;

/** Signing in and out, and where one is signed in. An API key has no sessions. */
export function sessionHandlers(auth: StaffAuth, limits: Limits): AllHandlers<Served> {
  return {
    signIn: {
      visit: async (visit, { body }) => {
        const seen = { address: addressMark(body.email), ipAddress: visit.ipAddress, requestId: visit.requestId };
        try {
          const { found, cookies } = await signIn({ auth, limits, db: visit.services.db }, { ...visit, ...body });
          for (const cookie of cookies) visit.setHeader('set-cookie', cookie);
          logSecurity('sign_in.succeeded', { ...seen, staff: found.actor.id, account: found.scope.accountId });
          return presentSession(found);
        } catch (error) {
          if (error instanceof Problem) logSecurity(error.code === 'request.rate_limited' ? 'sign_in.limited' : 'sign_in.failed', seen);
          throw error;
        }
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
    listSessions: (context) => listOwnSessions(context),
    endSession: async ({ tx, actor, afterCommit }, { params }) => {
      if (actor.kind !== 'staff' || !(await deleteSession(tx, actor.id, params.id))) throw new Problem('not_found');
      afterCommit(() => logSecurity('sessions.ended', { staff: actor.id, by: actor.id, ended: 1 }));
      return { done: true };
    },
    endOtherSessions: async ({ tx, actor, sessionId, afterCommit }) => {
      const ended = actor.kind === 'staff' ? await deleteSessions(tx, actor.id, sessionId) : 0;
      afterCommit(() => logSecurity('sessions.ended', { staff: actor.id, by: actor.id, ended }));
      return { ended };
    },
  };
}

import type { sessionRoutes } from '@backdesk/contract/session/routes.ts';
import { isAPIError } from 'better-auth/api';
import type { AllHandlers, Visit } from '../../http/handlers.ts';
import { logSecurity } from '../../http/log.ts';
import type { Limits } from '../access/limits.ts';
import type { ReadContext } from '../context.ts';
import { actorKey } from '../context.ts';
import { invalidField, Problem } from '../problem.ts';
import type { StaffAuth } from './auth.ts';
import { claimCode } from './commands/claim-code.ts';

type Served = Pick<typeof sessionRoutes, 'startSecondFactor' | 'confirmSecondFactor' | 'removeSecondFactor' | 'renewBackupCodes'>;

/** One's own second factor. Each change needs the password (or a code), so that a desk left open is no way in. */
export function secondFactorHandlers(auth: StaffAuth, limits: Limits): AllHandlers<Served> {
  const attempt = async <Answer>({ actor }: ReadContext, field: '/password' | '/code', work: () => Promise<Answer>): Promise<Answer> => {
    if (actor.kind !== 'staff') throw new Problem('request.forbidden');
    await limits.take('password_change', actorKey(actor));
    try {
      return await work();
    } catch (error) {
      if (!isAPIError(error)) throw error;
      const code = String(error.body?.code ?? '');
      if (code === 'TOTP_ALREADY_ENABLED') throw new Problem('second_factor.already_on');
      if (/NOT_ENABLED/.test(code)) throw new Problem('second_factor.off');
      throw invalidField(field, field === '/code' ? 'is not the code of your app now' : 'is not your password');
    }
  };
  return {
    startSecondFactor: {
      ownTransactions: (context, { body }, { headers }) =>
        attempt(context, '/password', async () => {
          const started = await auth.api.enableTwoFactor({ body: { password: body.password, method: 'totp', issuer: 'Backdesk' }, headers });
          if (started.method !== 'totp') throw new Error('The second factor was started without a code.');
          return { uri: started.totpURI, backupCodes: started.backupCodes };
        }),
    },
    confirmSecondFactor: {
      ownTransactions: (context, { body }, visit) =>
        attempt(context, '/code', async () => {
          const confirmed = await auth.api.verifyTOTP({ body: { code: body.code }, headers: visit.headers, returnHeaders: true });
          // The code that turned it on is used up too: over a shoulder it must not open a session.
          if (!(await claimCode(context, context.actor.id, body.code))) throw invalidField('/code', 'was used already: wait for the next one');
          return changed(context, visit, confirmed.headers, 'second_factor.on');
        }),
    },
    removeSecondFactor: {
      ownTransactions: (context, { body }, visit) =>
        attempt(context, '/password', async () => {
          const removed = await auth.api.disableTwoFactor({ body: { password: body.password }, headers: visit.headers, returnHeaders: true });
          return changed(context, visit, removed.headers, 'second_factor.off');
        }),
    },
    renewBackupCodes: {
      ownTransactions: (context, { body }, { headers }) =>
        attempt(context, '/password', async () => {
          const { backupCodes } = await auth.api.generateBackupCodes({ body: { password: body.password }, headers });
          return { backupCodes };
        }),
    },
  };
}

/** better-auth gives the session a new token when the factor changes. */
function changed({ actor }: ReadContext, visit: Visit, headers: Headers, event: 'second_factor.on' | 'second_factor.off'): { readonly done: true } {
  for (const cookie of headers.getSetCookie()) visit.setHeader('set-cookie', cookie);
  logSecurity(event, { staff: actor.id, ipAddress: visit.ipAddress, requestId: visit.requestId });
  return { done: true };
}

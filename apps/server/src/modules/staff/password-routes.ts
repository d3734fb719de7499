import type { sessionRoutes } from '@backdesk/contract/session/routes.ts';
import type { AllHandlers, Visit } from '../../http/handlers.ts';
import { logSecurity } from '../../http/log.ts';
import type { Limits } from '../access/limits.ts';
import { placeOf } from '../access/limits.ts';
import { actorKey } from '../context.ts';
import { Problem } from '../problem.ts';
import { addressMark } from './address-mark.ts';
import { changePassword } from './commands/change-password.ts';
import { redeemPasswordReset } from './commands/redeem-password-reset.ts';
import { resetJob } from './jobs.ts';

type Served = Pick<typeof sessionRoutes, 'changePassword' | 'requestPasswordReset' | 'redeemPasswordReset'>;

/** One's own password, known or forgotten. */
export function passwordHandlers(limits: Limits): AllHandlers<Served> {
  return {
    changePassword: async (context, { body }) => {
      const { actor, afterCommit } = context;
      // Whoever found a desk unlocked must not try passwords there.
      await limits.take('password_change', actorKey(actor));
      await changePassword(context, body);
      afterCommit(() => logSecurity('password.changed', { staff: actor.id }));
      return { done: true };
    },
    requestPasswordReset: {
      visit: async (visit, { body }) => {
        await limits.take('reset_place', placeOf(visit.ipAddress));
        const email = body.email.toLowerCase();
        const { ipAddress, requestId } = visit;
        logSecurity('password.reset_requested', { address: addressMark(email), ipAddress, requestId });
        // Too many for one address end in silence: refusing would tell that somebody is asking for it.
        if (await limits.allows('reset_address', email)) await askForMail(visit, email);
        return { done: true };
      },
    },
    redeemPasswordReset: {
      visit: async ({ services, now, ipAddress, requestId }, { params, body }) => {
        const place = placeOf(ipAddress);
        limits.check('wrong_link', place);
        const staff = await redeemPasswordReset(services.db, now, { token: params.token, password: body.password });
        if (staff === undefined) {
          await limits.take('wrong_link', place);
          // What was used is cleared away at once: the page cannot tell it from what never was, and neither do we.
          throw new Problem('password_reset.gone');
        }
        logSecurity('password.reset', { staff, ipAddress, requestId });
        return { done: true };
      },
    },
  };
}

async function askForMail({ services, host, headers }: Visit, email: string): Promise<void> {
  const payload = { email, host, account: headers.get('backdesk-account') };
  await services.db.transaction().execute((tx) => services.enqueue(tx, resetJob, payload));
}

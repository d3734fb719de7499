import type { siteRoutes } from '@backdesk/contract/site/routes.ts';
import { sha256 } from '../../db/token-hash.ts';
import { inTransaction } from '../../db/transaction.ts';
import { guestCookie } from '../../http/guest-cookie.ts';
import type { AllHandlers, Visit } from '../../http/handlers.ts';
import { identifyVisitor } from '../../http/identify-visitor.ts';
import { logSecurity } from '../../http/log.ts';
import type { Limits } from '../access/limits.ts';
import { placeOf } from '../access/limits.ts';
import { Problem } from '../problem.ts';
import { addressMark } from '../staff/address-mark.ts';
import type { CustomerAuth } from './auth.ts';
import { type DoorParts, type Opened, openSession, signInCustomer } from './commands/open-session.ts';
import { useLink } from './commands/use-link.ts';
import { linkJob } from './jobs.ts';
import { presentSiteSession } from './presenter.ts';
import { findVisitor } from './queries/site-session.ts';
import { findCustomerLink } from './store/links.ts';

type Served = Pick<
  typeof siteRoutes,
  'getSiteSession' | 'signInToSite' | 'signOutOfSite' | 'registerCustomer' | 'requestSitePassword' | 'openPasswordLink' | 'redeemPasswordLink'
>;

/** Coming in and going out: sessions, registration, passwords by mail. */
export function doorHandlers(auth: CustomerAuth, limits: Limits): AllHandlers<Served> {
  const answerSession = async ({ services }: Visit, { acting }: Pick<Opened, 'acting'>) =>
    presentSiteSession(await findVisitor(services.db, acting.scope, acting.actor), acting.account);
  const letIn = async (visit: Visit, opened: Opened) => {
    for (const cookie of opened.cookies) visit.setHeader('set-cookie', cookie);
    visit.setHeader('set-cookie', guestCookie(undefined, visit.services));
    return answerSession(visit, opened);
  };
  const partsOf = ({ services }: Visit): DoorParts => ({ auth, limits, services });
  return {
    getSiteSession: { visit: async (visit) => answerSession(visit, { acting: await identifyVisitor(visit) }) },
    signInToSite: {
      visit: async (visit, { body }) => {
        const before = await identifyVisitor(visit);
        const seen = { address: addressMark(body.email), ipAddress: visit.ipAddress, requestId: visit.requestId, account: before.scope.accountId };
        try {
          const opened = await signInCustomer(partsOf(visit), { ...visit, ...body, before });
          logSecurity('site.signed_in', { ...seen, customer: opened.acting.actor.id });
          return await letIn(visit, opened);
        } catch (error) {
          if (error instanceof Problem) logSecurity('site.sign_in_failed', { ...seen, code: error.code });
          throw error;
        }
      },
    },
    signOutOfSite: {
      visit: async (visit) => {
        const { scope } = await identifyVisitor(visit);
        const { headers } = await auth(scope.accountId).api.signOut({ headers: visit.headers, returnHeaders: true });
        for (const cookie of headers.getSetCookie()) visit.setHeader('set-cookie', cookie);
        return { done: true };
      },
    },
    registerCustomer: {
      visit: async (visit, { body }) => {
        const { scope, account } = await identifyVisitor(visit);
        if (account.siteSignIn === 'guest_only' || account.siteRegistration === 'none') throw new Problem('site.registration_off');
        const { name, company, phone } = body;
        await askForMail(visit, limits, { accountId: scope.accountId, email: body.email, registers: { name, company, phone } });
        return { done: true };
      },
    },
    requestSitePassword: {
      visit: async (visit, { body }) => {
        const { scope, account } = await identifyVisitor(visit);
        if (account.siteSignIn === 'guest_only') throw new Problem('site.sign_in_off');
        await askForMail(visit, limits, { accountId: scope.accountId, email: body.email, registers: null });
        return { done: true };
      },
    },
    openPasswordLink: {
      visit: async (visit, { params }) => {
        const { scope } = await identifyVisitor(visit);
        const place = placeOf(visit.ipAddress);
        limits.check('wrong_link', place);
        const link = await findCustomerLink(visit.services.db, scope, sha256(params.token));
        if (link !== undefined && link.expiresAt > visit.now) return { purpose: link.purpose, email: link.email, name: link.name };
        await limits.take('wrong_link', place);
        throw new Problem('password_reset.gone');
      },
    },
    redeemPasswordLink: {
      visit: async (visit, { params, body }) => {
        const before = await identifyVisitor(visit);
        limits.check('wrong_link', placeOf(visit.ipAddress));
        const { email, isApproved } = await inTransaction(visit.services, before, (context) => useLink(context, params.token, body.password));
        logSecurity('site.password_set', { address: addressMark(email), ipAddress: visit.ipAddress, requestId: visit.requestId });
        if (!isApproved) throw new Problem('site.not_approved');
        return letIn(visit, await openSession(partsOf(visit), { ...visit, email, password: body.password, before }));
      },
    },
  };
}

type Mail = {
  readonly accountId: string;
  readonly email: string;
  readonly registers: { readonly name: string; readonly company: string; readonly phone: string } | null;
};

/** Too many for one address end in silence: refusing would tell that somebody is asking for it. */
async function askForMail(visit: Visit, limits: Limits, mail: Mail): Promise<void> {
  const { services, ipAddress, requestId } = visit;
  await limits.take('reset_place', `site ${placeOf(ipAddress)}`);
  logSecurity('site.registered', { address: addressMark(mail.email), ipAddress, requestId, account: mail.accountId });
  if (!(await limits.allows('reset_address', `site ${mail.accountId} ${mail.email.toLowerCase()}`))) return;
  await services.db.transaction().execute((tx) => services.enqueue(tx, linkJob, mail));
}

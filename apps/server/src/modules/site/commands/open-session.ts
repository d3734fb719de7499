import { isAPIError } from 'better-auth/api';
import type { Acting, Services } from '../../../db/transaction.ts';
import type { Limits } from '../../access/limits.ts';
import { placeOf } from '../../access/limits.ts';
import { Problem } from '../../problem.ts';
import type { CustomerAuth } from '../auth.ts';
import { getCustomerName } from '../queries/customer-name.ts';
import { deleteSessionByToken, findLoginByEmail } from '../store/logins.ts';
import { carryOver } from './carry-over.ts';

export type DoorParts = { readonly auth: CustomerAuth; readonly limits: Limits; readonly services: Services };
export type Attempt = {
  readonly email: string;
  readonly password: string;
  readonly headers: Headers;
  readonly ipAddress: string;
  /** Who was here before: the guest whose cart comes along. */
  readonly before: Acting;
};
export type Opened = { readonly acting: Acting; readonly cookies: readonly string[] };

/** Checks the password under the limits of its own account. A wrong address and a wrong password answer the same and take as long. */
export async function signInCustomer(parts: DoorParts, attempt: Attempt): Promise<Opened> {
  const { limits } = parts;
  const { accountId } = attempt.before.scope;
  const place = placeOf(attempt.ipAddress);
  const [here, there] = [`site ${accountId} ${attempt.email.toLowerCase()} ${place}`, `site ${accountId} ${attempt.email.toLowerCase()}`];
  if (attempt.before.account.siteSignIn === 'guest_only') throw new Problem('site.sign_in_off');
  await limits.take('sign_in', here);
  await limits.take('sign_in_place', `site ${place}`);
  await limits.take('sign_in_address', there);
  const opened = await openSession(parts, attempt);
  await limits.forget([['sign_in', here]]);
  await limits.giveBack('sign_in_place', `site ${place}`);
  await limits.giveBack('sign_in_address', there);
  return opened;
}

/** Opens a session with a password that is right or was just set, and brings the guest's cart along. */
export async function openSession({ auth, services }: DoorParts, { email, password, headers, ipAddress, before }: Attempt): Promise<Opened> {
  const { scope } = before;
  const seen = new Headers({ 'user-agent': headers.get('user-agent') ?? '', 'x-forwarded-for': ipAddress });
  const opened = await auth(scope.accountId)
    .api.signInEmail({ body: { email: email.toLowerCase(), password }, headers: seen, returnHeaders: true })
    .catch((error: unknown) => {
      throw isAPIError(error) ? new Problem('session.wrong_credentials') : error;
    });
  const login = await findLoginByEmail(services.db, scope, email);
  const name = login === undefined ? undefined : await getCustomerName(services.db, scope, login.customerId);
  // The password was right, so it may be said: they are not let in yet, or are no customer any more.
  if (login === undefined || login.approvedAt === null || name === undefined) {
    await deleteSessionByToken(services.db, scope, opened.response.token);
    throw new Problem(login?.approvedAt === null ? 'site.not_approved' : 'session.wrong_credentials');
  }
  const acting: Acting = { ...before, actor: { kind: 'customer', id: login.customerId, name, permissions: new Set() } };
  await carryOver(services, acting, before.actor.kind === 'guest' ? before.actor.id : undefined);
  return { acting, cookies: opened.headers.getSetCookie() };
}

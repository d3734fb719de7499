import { isAPIError } from 'better-auth/api';
import type { Database } from '../../../db/pool.ts';
import type { Found } from '../../../db/sign-in-queries.ts';
import { findStaffBySession } from '../../../db/sign-in-queries.ts';
import type { Limits } from '../../access/limits.ts';
import { placeOf } from '../../access/limits.ts';
import { Problem } from '../../problem.ts';
import type { StaffAuth } from '../auth.ts';
import { isKnownPlace } from '../queries/sessions.ts';
import { deleteSessionOf } from '../store/sessions.ts';

type Parts = { readonly auth: StaffAuth; readonly limits: Limits; readonly db: Database };
type Attempt = {
  readonly email: string;
  readonly password: string;
  readonly headers: Headers;
  readonly host: string;
  readonly ipAddress: string;
  readonly now: Date;
};

/**
 * Checks the password and opens a session; answers who it is and the cookies to set. A wrong address and a wrong
 * password answer the same and take as long (better-auth hashes for an unknown address too).
 */
export async function signIn({ auth, limits, db }: Parts, attempt: Attempt): Promise<{ readonly found: Found; readonly cookies: readonly string[] }> {
  const email = attempt.email.toLowerCase();
  const place = placeOf(attempt.ipAddress);
  const here = `${email} ${place}`;
  await limits.take('sign_in', here);
  await limits.take('sign_in_place', place);
  // Guessing from many machines counts together, but never against a place that the person is known at.
  const isKnown = await isKnownPlace(db, email, attempt.ipAddress);
  if (!isKnown) await limits.take('sign_in_address', email);
  const { token, cookies } = await openSession(auth, email, attempt);
  // The password was right: what came before here was typing, not guessing. Others at the same place may still be guessing.
  await limits.forget([['sign_in', here]]);
  await limits.giveBack('sign_in_place', place);
  if (!isKnown) await limits.giveBack('sign_in_address', email);
  const account = attempt.headers.get('backdesk-account') ?? undefined;
  const found = await findStaffBySession(db, token, { account, host: attempt.host, now: attempt.now });
  if (typeof found !== 'string') return { found, cookies };
  await deleteSessionOf(db, token);
  // A right password but no place in this account: said only to somebody who proved who they are.
  throw new Problem('request.forbidden');
}

async function openSession(auth: StaffAuth, email: string, { password, headers, ipAddress }: Attempt) {
  // Where from is what we saw, not what a visitor's own headers say.
  const seen = new Headers({ 'user-agent': headers.get('user-agent') ?? '', 'x-forwarded-for': ipAddress });
  try {
    const opened = await auth.api.signInEmail({ body: { email, password }, headers: seen, returnHeaders: true });
    return { token: opened.response.token, cookies: opened.headers.getSetCookie() };
  } catch (error) {
    if (isAPIError(error)) throw new Problem('session.wrong_credentials');
    throw error;
  }
}

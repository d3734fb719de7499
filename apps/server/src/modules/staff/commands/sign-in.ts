import { isAPIError } from 'better-auth/api';
import type { Database } from '../../../db/pool.ts';
import type { Found } from '../../../db/sign-in-queries.ts';
import { findStaffBySession } from '../../../db/sign-in-queries.ts';
import { Problem } from '../../problem.ts';
import type { StaffAuth } from '../auth.ts';
import type { SignInLimit } from '../sign-in-limit.ts';

type Parts = { readonly auth: StaffAuth; readonly limit: SignInLimit; readonly db: Database };
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
export async function signIn({ auth, limit, db }: Parts, attempt: Attempt): Promise<{ readonly found: Found; readonly cookies: readonly string[] }> {
  const email = attempt.email.toLowerCase();
  await limit.take({ email, ipAddress: attempt.ipAddress });
  const { token, cookies } = await openSession(auth, email, attempt);
  await limit.forget({ email, ipAddress: attempt.ipAddress });
  const account = attempt.headers.get('backdesk-account') ?? undefined;
  const found = await findStaffBySession(db, token, { account, host: attempt.host, now: attempt.now });
  // A right password but no place in this account: said only to somebody who proved who they are.
  if (typeof found === 'string') throw new Problem('request.forbidden');
  return { found, cookies };
}

async function openSession(auth: StaffAuth, email: string, { password, headers }: Attempt) {
  try {
    const opened = await auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
    return { token: opened.response.token, cookies: opened.headers.getSetCookie() };
  } catch (error) {
    if (isAPIError(error)) throw new Problem('session.wrong_credentials');
    throw error;
  }
}

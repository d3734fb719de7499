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
import { claimCode } from './claim-code.ts';

type Parts = { readonly auth: StaffAuth; readonly limits: Limits; readonly db: Database };
type Attempt = {
  readonly email: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly rememberDevice?: boolean | undefined;
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
  const { token, cookies } = await openSession({ auth, limits, db }, email, attempt);
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

type Opened = { readonly token: string; readonly cookies: readonly string[] };

async function openSession(parts: Parts, email: string, { password, headers, ipAddress, ...attempt }: Attempt): Promise<Opened> {
  // Where from is what we saw, not what a visitor's own headers say. Of the cookies only that of a remembered device counts.
  const seen = { 'user-agent': headers.get('user-agent') ?? '', 'x-forwarded-for': ipAddress };
  const device = cookiesNamed(headers.get('cookie') ?? '', 'trust_device');
  const opened = await refusing('session.wrong_credentials', () =>
    parts.auth.api.signInEmail({ body: { email, password }, headers: new Headers({ ...seen, cookie: device }), returnHeaders: true }),
  );
  const cookies = opened.headers.getSetCookie();
  if ('token' in opened.response) return { token: opened.response.token, cookies };
  if (attempt.code === undefined) throw new Problem('session.code_required');
  await parts.limits.take('second_factor', email);
  const challenge = new Headers({ ...seen, cookie: cookies.map((line) => line.split(';')[0]).join('; ') });
  const found = await checkCode(parts, challenge, attempt.code.replaceAll(/\s/g, ''), attempt);
  await parts.limits.forget([['second_factor', email]]);
  return found;
}

/** The code of the app, or a backup code; each opens one session. */
async function checkCode(
  { auth, db }: Parts,
  headers: Headers,
  code: string,
  { rememberDevice = false, now }: Pick<Attempt, 'rememberDevice' | 'now'>,
): Promise<Opened> {
  const given = { body: { code, trustDevice: rememberDevice }, headers, returnHeaders: true } as const;
  const opened = await refusing('session.wrong_code', () => (/^\d{6}$/.test(code) ? auth.api.verifyTOTP(given) : auth.api.verifyBackupCode(given)));
  const { token, user } = opened.response;
  if (token === undefined) throw new Error('A right code opened no session.');
  if (await claimCode({ db, now }, user.id, code)) return { token, cookies: opened.headers.getSetCookie() };
  await deleteSessionOf(db, token);
  throw new Problem('session.wrong_code');
}

async function refusing<Answer>(code: 'session.wrong_credentials' | 'session.wrong_code', work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (isAPIError(error)) throw new Problem(code);
    throw error;
  }
}

const cookiesNamed = (header: string, name: string) =>
  header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.split('=')[0]?.endsWith(name))
    .join('; ');

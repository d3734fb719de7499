import type { Found } from '../db/sign-in-queries.ts';
import { findSiteVisitor } from '../db/site-visitor-queries.ts';
import type { Limits } from '../modules/access/limits.ts';
import { placeOf } from '../modules/access/limits.ts';
import { Problem } from '../modules/problem.ts';
import { customerCookieName, readCustomerToken } from './credentials.ts';
import { guestCookie, readGuest } from './guest-cookie.ts';
import type { Visit } from './handlers.ts';

/**
 * Who visits the site: the customer of a session, else a guest. With `limits` (for a write) a guest who is new gets a cookie;
 * who only looks around gets none. An account that is not there answers as missing.
 */
export async function identifyVisitor(visit: Visit, limits?: Limits): Promise<Found> {
  const { services, headers, host, now } = visit;
  const { publicUrl, secret } = services;
  const token = readCustomerToken(headers, { cookieName: customerCookieName(publicUrl), secret });
  const found = await findSiteVisitor(services.db, token, { account: headers.get('backdesk-account') ?? undefined, host, now });
  if (found === undefined) throw new Problem('not_found');
  if (found.customer !== null) return { ...found.acting, actor: { kind: 'customer', ...found.customer, permissions: new Set() }, sessionId: found.sessionId };
  const known = readGuest(headers, { publicUrl, secret });
  const id = known ?? services.newId();
  if (known === undefined && limits !== undefined) {
    await limits.take('new_guest', placeOf(visit.ipAddress));
    visit.setHeader('set-cookie', guestCookie(id, { publicUrl, secret }));
  }
  return { ...found.acting, actor: { kind: 'guest', id, name: 'Guest', permissions: new Set() } };
}

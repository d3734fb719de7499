import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../db/token-hash.ts';

/** What a request signs in with. A cookie needs the cross-site check, a key does not. */
export type Credential = { readonly kind: 'session'; readonly token: string } | { readonly kind: 'api_key'; readonly hash: Buffer };

/** The name of the staff cookie: with https the `__Host-` prefix, which a browser keeps from other hosts and paths. */
export function staffCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-backdesk-staff' : 'backdesk-staff';
}

/** The name of the customers' cookie on the site, by the same rule. */
export function customerCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-backdesk-customer' : 'backdesk-customer';
}

/** The session token in the customers' cookie, if we signed it. */
export function readCustomerToken(headers: Headers, options: { readonly cookieName: string; readonly secret: string }): string | undefined {
  const cookie = readCookie(headers.get('cookie') ?? '', options.cookieName);
  return cookie === undefined ? undefined : signedToken(cookie, options.secret);
}

/** The credential of a request, if it has one that is at all ours: a bearer key before a cookie. */
export function readCredential(headers: Headers, options: { readonly cookieName: string; readonly secret: string }): Credential | undefined {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const key = /^Bearer (bdk_[A-Za-z0-9_-]{20,100})$/i.exec(authorization)?.[1];
    return key === undefined ? undefined : { kind: 'api_key', hash: sha256(key) };
  }
  const cookie = readCookie(headers.get('cookie') ?? '', options.cookieName);
  const token = cookie === undefined ? undefined : signedToken(cookie, options.secret);
  return token === undefined ? undefined : { kind: 'session', token };
}

export function readCookie(header: string, name: string): string | undefined {
  const found = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent(found.slice(name.length + 1));
  } catch {
    return undefined;
  }
}

/** better-auth writes `token.signature`, the signature an HMAC-SHA-256 in base64: a made-up cookie never reaches the database. */
function signedToken(cookie: string, secret: string): string | undefined {
  const dot = cookie.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = cookie.slice(0, dot);
  const given = Buffer.from(cookie.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

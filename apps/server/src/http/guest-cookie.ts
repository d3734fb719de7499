// A guest of the site is a cookie that we signed: an id that nobody can guess or make up, and nothing in the database until
// they put something into a cart.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readCookie } from './credentials.ts';

const days = 90;

export function guestCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-backdesk-guest' : 'backdesk-guest';
}

const signatureOf = (id: string, secret: string) => createHmac('sha256', secret).update(`guest ${id}`).digest('base64url');

/** The id in the cookie of a request, if we signed it. */
export function readGuest(headers: Headers, { publicUrl, secret }: { readonly publicUrl: string; readonly secret: string }): string | undefined {
  const [id = '', signature = ''] = (readCookie(headers.get('cookie') ?? '', guestCookieName(publicUrl)) ?? '').split('.');
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(id, secret))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
}

/** The header that gives a guest their cookie, or, without an id, takes it away. */
export function guestCookie(id: string | undefined, { publicUrl, secret }: { readonly publicUrl: string; readonly secret: string }): string {
  const value = id === undefined ? '' : `${id}.${signatureOf(id, secret)}`;
  const parts = [`${guestCookieName(publicUrl)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${id === undefined ? 0 : days * 24 * 3600}`];
  return [...parts, ...(publicUrl.startsWith('https:') ? ['Secure'] : [])].join('; ');
}

/**
 * Whether a browser sent this write from another site, which it marks by itself. Programs that are no browser send
 * neither header; they hold the cookie only if somebody gave it to them.
 */
export function isCrossSite(headers: Headers, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (origin === null) return false;
  if (origin === publicUrl) return false;
  return !URL.canParse(origin) || new URL(origin).host !== headers.get('host');
}

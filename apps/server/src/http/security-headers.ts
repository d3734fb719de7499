/**
 * Headers of every answer. Scripts and styles come as files of ours only, so no text that somebody typed can become one;
 * styles may stand on elements (component libraries set positions and sizes so). Pictures of products may be anywhere.
 */
export function securityHeaders(publicUrl: string): readonly (readonly [string, string])[] {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  const always: readonly (readonly [string, string])[] = [
    ['content-security-policy', policy],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()'],
  ];
  // Only where we are behind https: a browser would refuse plain http on that host for two years.
  return publicUrl.startsWith('https:') ? [...always, ['strict-transport-security', 'max-age=63072000; includeSubDomains']] : always;
}

const withToken = /^\/(e|password|shared|admin\/(invite|reset)|api\/(estimates|v1\/(invites|password-resets)|site\/v1\/(password-links|shared-carts)))(\/|$)/;

/** Pages and routes whose address opens something: no browser may tell it to whom they link. */
export function hasTokenInPath(path: string): boolean {
  return withToken.test(path);
}

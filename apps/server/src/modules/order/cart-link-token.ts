import { createHmac } from 'node:crypto';

/** The token of a shared cart, 256 bits in base64url: made from the server's secret, so that it can be shown again although only its hash is kept. */
export function cartLinkToken(secret: string, linkId: string): string {
  return createHmac('sha256', secret).update(`cart-link\n${linkId}`).digest('base64url');
}

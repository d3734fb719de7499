import { createHash, createHmac } from 'node:crypto';

/**
 * The token of a link, 256 bits in base64url. Made from the server's secret, so that it can be shown again although only
 * its hash is stored; a raised generation makes the old one worthless.
 */
export function linkToken(secret: string, linkId: string, generation: number): string {
  return createHmac('sha256', secret).update(`estimate-link\n${linkId}\n${generation}`).digest('base64url');
}

/** What is stored of a token and looked up by. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

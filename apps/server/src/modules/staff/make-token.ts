import { randomBytes } from 'node:crypto';
import { sha256 } from '../../db/token-hash.ts';

/** The secret of a link, 256 bits, and what is kept of it. */
export function makeToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: sha256(token) };
}

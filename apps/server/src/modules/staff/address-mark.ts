import { sha256 } from '../../db/token-hash.ts';

/** An e-mail address in the security log: the same address has the same mark, and nobody's address lies in a log. */
export function addressMark(email: string): string {
  return sha256(email.trim().toLowerCase()).toString('hex').slice(0, 12);
}

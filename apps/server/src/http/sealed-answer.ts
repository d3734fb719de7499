// Answers that hold a secret (a new API key, the address of an estimate) are kept for a replay as every other, but
// encrypted under the server's secret: what is in the database alone opens nothing.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const mark = 'sealed:';
const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'idempotency answers', 32));

/** AES-256-GCM; the mark tells it from JSON. */
export function sealAnswer(secret: string, body: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const sealed = Buffer.concat([cipher.update(body, 'utf8'), cipher.final()]);
  return mark + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The body as it was answered; one that was never sealed comes back as it is. Throws when it was sealed under another secret. */
export function openAnswer(secret: string, kept: string): string {
  if (!kept.startsWith(mark)) return kept;
  const bytes = Buffer.from(kept.slice(mark.length), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

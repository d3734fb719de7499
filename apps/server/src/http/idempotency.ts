import { createHash } from 'node:crypto';
import { idempotencyKey } from '@backdesk/contract/core/primitives.ts';
import { Problem } from '../modules/problem.ts';

export type IdempotencyRequest = { readonly key: string; readonly hash: Buffer };

/** The `Idempotency-Key` of a write with the hash that tells a repetition from another request; undefined without one. */
export function readIdempotency(
  headers: Headers,
  request: { readonly method: string; readonly url: URL; readonly text: string },
): IdempotencyRequest | undefined {
  const key = headers.get('idempotency-key');
  if (key === null) return undefined;
  if (!idempotencyKey.safeParse(key).success) {
    const message = 'Idempotency-Key must be 1 to 255 visible ASCII characters';
    throw new Problem('request.invalid', { errors: [{ pointer: '', message }] });
  }
  const { method, url, text } = request;
  const hash = createHash('sha256').update(`${method} ${url.pathname}${url.search}\n`).update(text).digest();
  return { key, hash };
}

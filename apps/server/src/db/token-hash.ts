import { createHash } from 'node:crypto';

/** A key or link token as it is kept: never itself. They are long and random, so that a plain hash is enough. */
export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

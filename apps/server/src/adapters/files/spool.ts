import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

export type Spooled = { readonly bytes: number /** SHA-256, hexadecimal, of what was written. */; readonly hash: string };

type Bounds = {
  readonly largest: number;
  /** So much is listened to; without it no more than `largest`. */
  readonly hearsTo?: number;
  /** Looks on; false: nothing more is wanted. */
  readonly look?: (piece: Buffer) => boolean;
};

/**
 * Writes what comes to a new file that only we read, piece by piece, so that its size never is our memory. `bytes` beyond `largest` say that it
 * was too large: what is written is cut off then, and the caller removes it.
 */
export async function spool(pieces: AsyncIterable<Buffer>, path: string, { largest, hearsTo = largest, look = () => true }: Bounds): Promise<Spooled> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > hearsTo) break;
      if (bytes > largest || !look(piece)) continue;
      hash.update(piece);
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  return { bytes, hash: hash.digest('hex') };
}

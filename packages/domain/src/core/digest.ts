// A short mark of a set of texts, to compare what is too long to keep: 5,000 lines and their quantities. Not for secrets: it
// resists no forger.

/** One FNV-1a pass over UTF-16 units: 32 bits. */
function pass(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The same for the same texts in any order, on every machine: the sums of two passes, 64 bits in base 36. */
export function digestOfSet(texts: readonly string[]): string {
  let [first, second] = [0, 0];
  for (const text of texts) {
    first = (first + pass(text, 0x811c9dc5)) >>> 0;
    second = (second + pass(text, 0x2f0b4c47)) >>> 0;
  }
  return `${first.toString(36)}${second.toString(36).padStart(7, '0')}`;
}

// A mistyped word is one or two slips away from the word that was meant: a letter too many, missing, wrong, or two swapped.

/**
 * The candidate with the fewest slips from `word`, the earliest of equals; undefined when none is near enough: one slip
 * for words of up to four letters, two for longer ones.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const most = word.length <= 4 ? 1 : 2;
  let best: string | undefined;
  let fewest = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const slips = countSlips(word, candidate);
    if (slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}

/** How many letters were added, left out, replaced or swapped with their neighbour (optimal string alignment). */
function countSlips(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const replaced = (last[column - 1] ?? 0) + (same ? 0 : 1);
      let slips = Math.min(replaced, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      current.push(slips);
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length] ?? 0;
}

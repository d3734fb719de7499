// Giving a figure that was rounded once back to the exact shares it came from, which may differ in sign: largest remainder, ties to the
// earliest. `allocate` splits by weights; this one keeps each part within one unit of its own exact share.

/** An exact share; all shares of one call have the same, positive denominator. */
export type ExactShare = { readonly numerator: bigint; readonly denominator: bigint };

/** Whole parts that sum to `total`, which is the rounded sum of the shares; each part is its share rounded down or up. */
export function apportion(total: number, shares: readonly ExactShare[]): readonly number[] {
  if (total < 0) {
    return apportion(
      -total,
      shares.map(({ numerator, denominator }) => ({ numerator: -numerator, denominator })),
    ).map((part) => 0 - part);
  }
  const floors = shares.map(({ numerator, denominator }) => {
    const remainder = ((numerator % denominator) + denominator) % denominator;
    return { whole: Number((numerator - remainder) / denominator), remainder };
  });
  const parts = floors.map((each) => each.whole);
  const left = total - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = floors.map((each, index) => ({ index, remainder: each.remainder }));
  byRemainder.sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : 0));
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

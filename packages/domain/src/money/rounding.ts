// The one rounding of amounts: half away from zero, at the currency's own digits (cases, policy 1; decision record 0003).

/** `numerator ÷ denominator` to the nearest whole number, halves away from zero. The denominator is positive. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n;
  const positive = negative ? -numerator : numerator;
  const rounded = (2n * positive + denominator) / (2n * denominator);
  return negative ? -rounded : rounded;
}

// The one rounding of amounts: half away from zero, at the currency's own digits (cases, policy 1; decision record 0003).
// Plain numbers are used while every product is a safe integer (exact, and what keeps 5,000 lines instant); big integers beyond.

/** `numerator ÷ denominator` to the nearest whole number, halves away from zero. The denominator is positive. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n;
  const positive = negative ? -numerator : numerator;
  const rounded = (2n * positive + denominator) / (2n * denominator);
  return negative ? -rounded : rounded;
}

/**
 * `amount × numerator ÷ denominator` to the nearest whole number, halves away from zero, exact whatever the size. All whole, the
 * denominator positive. The answer may be beyond the safe integers: `minor()` refuses it then.
 * @example scaleRounded(1033, 50_000, 1_000_000) // 5 % of 10.33: 52
 */
export function scaleRounded(amount: number, numerator: number, denominator: number): number {
  const product = amount * numerator;
  // 2^52: twice the remainder must stay exact too.
  if (Math.abs(product) > 4_503_599_627_370_496 || denominator > 4_503_599_627_370_496) {
    return Number(divideRounded(BigInt(amount) * BigInt(numerator), BigInt(denominator)));
  }
  const remainder = product % denominator;
  const whole = (product - remainder) / denominator;
  if (2 * Math.abs(remainder) < denominator) return whole + 0;
  return product < 0 ? whole - 1 : whole + 1;
}

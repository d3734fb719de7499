// What a line's customization costs once, however many pieces: a set-up, a die, an engraving plate. Unit price × quantity does
// not hold it, so whoever shows the arithmetic of a line shows it beside.

/** The sum of what upcharges add once to a line; minor units in and out. */
export function onceAmount(upcharges: readonly { readonly perLine: number }[]): number {
  return upcharges.reduce((sum, { perLine }) => sum + perLine, 0);
}

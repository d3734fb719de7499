type Upcharges = readonly { readonly perLine: number }[];

/** What a line's customization adds once, however many pieces; minor units. Unit price × quantity does not hold it. */
export function onceOf(upcharges: Upcharges): number {
  return upcharges.reduce((sum, { perLine }) => sum + perLine, 0);
}

// The break curve as a path: quantities across, each doubling as wide as the one before (from 1 to 24 is as telling as from 144 to 500),
// prices of a piece up. For the eye alone: no figure is read off it.
import { millionths, unitDecimal } from '@backdesk/domain/money/rational.ts';
import type { PriceBreak } from '@backdesk/domain/pricing/types.ts';

type Size = { readonly width: number; readonly height: number };
type Point = { readonly x: number; readonly y: number };

export type Curve = {
  /** SVG path: a step down at each break, from left to right. */
  readonly line: string;
  /** Where the quantity of now is; null: below the lowest break, or none. */
  readonly now: Point | null;
};

/** Room above and below, so that neither line nor point is cut. */
const margin = 6;

/** null: with one break there is nothing to see. */
export function curveOf(breaks: readonly PriceBreak[], quantity: number, { width, height }: Size): Curve | null {
  // Millionths of a piece: far enough for the eye.
  const steps = breaks.map((each) => ({ quantity: each.quantity, price: Number(millionths(unitDecimal(each.extendedPrice, each.quantity))) }));
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  // The last price goes on: as far again as half of all before it.
  const end = Math.max(last.quantity * (last.quantity / first.quantity) ** 0.5, last.quantity * 1.5, quantity);
  const prices = steps.map(({ price }) => price);
  const [dearest, cheapest] = [Math.max(...prices), Math.min(...prices)];
  const x = (at: number) => round((width * Math.log(at / first.quantity)) / Math.log(end / first.quantity));
  const y = (price: number) => round(dearest === cheapest ? height / 2 : margin + ((height - 2 * margin) * (dearest - price)) / (dearest - cheapest));
  const drawn = steps.map((step, at) => (at === 0 ? `M 0 ${y(step.price)}` : `H ${x(step.quantity)} V ${y(step.price)}`));
  const held = steps.findLast((step) => step.quantity <= quantity);
  return { line: `${drawn.join(' ')} H ${width}`, now: held === undefined ? null : { x: x(quantity), y: y(held.price) } };
}

const round = (value: number) => Math.round(value * 10) / 10;

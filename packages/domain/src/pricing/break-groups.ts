// Lines with the same break group add their quantities up to choose the break: 6 S + 12 M + 6 L of one shirt are 24 pieces
// (cases, policy 8). A line with a price set by a person stands alone, and so does an optional line that is not chosen.
import { checkQuantity } from './bounds.ts';
import type { LineGroup } from './price-breaks.ts';
import type { PriceTable, PricingLine } from './types.ts';

export type BreakGroup = LineGroup & {
  /** The line on which the group's quantity rules are reported: the one changed last. */
  readonly reportsAt: string;
};

function sameBreaks(left: PriceTable | null, right: PriceTable | null): boolean {
  if (left === right) return true;
  if (left === null || right === null || left.breaks.length !== right.breaks.length) return false;
  return left.breaks.every((each, index) => each.quantity === right.breaks[index]?.quantity && each.extendedPrice === right.breaks[index]?.extendedPrice);
}

/** Pieces of a line; a quantity that no line can hold counts as none, so that it spoils no neighbour's price. */
const piecesOf = (line: PricingLine) => (checkQuantity(line.quantity) === null ? line.quantity : 0);

const groupOf = (line: PricingLine) => (line.counted && line.override === null ? line.breakGroup : null);

/** The group of each line, in the order of the lines; a line of no group is a group of its own. */
export function breakGroups(lines: readonly PricingLine[]): readonly BreakGroup[] {
  const groups = new Map<
    string,
    { quantity: number; sameTable: boolean; reportsAt: string; changedAt: number; isBelow: boolean; readonly table: PriceTable | null }
  >();
  for (const line of lines) {
    const key = groupOf(line);
    if (key === null) continue;
    const known = groups.get(key);
    const changedAt = line.quantityVersion ?? 0;
    if (known === undefined) {
      groups.set(key, {
        quantity: piecesOf(line),
        sameTable: true,
        reportsAt: line.id,
        changedAt,
        isBelow: line.parentLineId !== null,
        table: line.priceTable,
      });
      continue;
    }
    known.quantity += piecesOf(line);
    known.sameTable &&= sameBreaks(known.table, line.priceTable);
    // How many a bundle holds is not decided at its parts.
    if (line.parentLineId === null && (changedAt >= known.changedAt || known.isBelow)) {
      known.reportsAt = line.id;
      known.changedAt = changedAt;
      known.isBelow = false;
    }
  }
  return lines.map((line) => {
    const key = groupOf(line);
    const group = key === null ? undefined : groups.get(key);
    return group ?? { quantity: piecesOf(line), sameTable: true, reportsAt: line.id };
  });
}

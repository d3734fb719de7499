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

/** What is paid for a piece beyond its table, as a text to compare. An amount off a line is that line's alone. */
function addedKey({ upcharges, discount }: PricingLine): string {
  if (upcharges.length === 0 && discount === null) return '';
  const added = upcharges.map(({ perPiece, ppm = 0, breaks = [] }) => [perPiece, ppm, breaks.map((each) => [each.quantity, each.perPiece])]);
  return JSON.stringify([added, discount?.kind === 'percentage' ? discount.ppm : null]);
}

/** Of the charges that hang on lines, what they hang on and how many they are for: a charge for each piece is for as many as its line has. */
function runsOf(lines: readonly PricingLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ kind, parentLineId, quantity }) => (kind === 'charge' && parentLineId !== null ? `${parentLineId} ${quantity}` : [])));
}

/** Pieces of a line; a quantity that no line can hold counts as none, so that it spoils no neighbour's price. */
export const piecesOf = (line: PricingLine) => (checkQuantity(line.quantity) === null ? line.quantity : 0);

const groupOf = (line: PricingLine) => (line.counted && line.override === null ? line.breakGroup : null);

type Counting = {
  quantity: number;
  alike: boolean;
  reportsAt: string;
  changedAt: number;
  isBelow: boolean;
  readonly table: PriceTable | null;
  readonly added: string;
};

/** The group of each line, in the order of the lines; a line of no group is a group of its own. */
export function breakGroups(lines: readonly PricingLine[]): readonly BreakGroup[] {
  const runs = runsOf(lines);
  const groups = new Map<string, Counting>();
  for (const line of lines) {
    const key = groupOf(line);
    if (key === null) continue;
    const known = groups.get(key);
    const changedAt = line.quantityVersion ?? 0;
    if (known === undefined) {
      groups.set(key, {
        quantity: piecesOf(line),
        alike: line.discount?.kind !== 'fixed',
        reportsAt: line.id,
        changedAt,
        isBelow: line.parentLineId !== null,
        table: line.priceTable,
        added: addedKey(line),
      });
      continue;
    }
    known.quantity += piecesOf(line);
    known.alike &&= line.discount?.kind !== 'fixed' && sameBreaks(known.table, line.priceTable) && known.added === addedKey(line);
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
    const hasRun = runs.size > 0 && runs.has(`${line.id} ${line.quantity}`);
    if (group === undefined) return { quantity: piecesOf(line), alike: true, reportsAt: line.id, hasRun };
    return { quantity: group.quantity, alike: group.alike, reportsAt: group.reportsAt, hasRun };
  });
}

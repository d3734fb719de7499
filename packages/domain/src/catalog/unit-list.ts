// The units that an account sells by, as it keeps them: what is offered where a unit is typed (ordering facts 10.1: each account edits a
// list of its own). A unit that is not in it can be typed all the same, so nothing hangs on the list.
import type { SellingUnit } from './selling-unit.ts';

export type ListedUnit = {
  readonly name: string;
  /** Filled in with it; null: as most variants have it. */
  readonly pieces: number | null;
  /** Whether it is offered. */
  readonly active: boolean;
};

const unit = (name: string, pieces: number | null = null): ListedUnit => ({ name, pieces, active: true });

/** What an account has until it keeps a list of its own. */
export const startingUnits: readonly ListedUnit[] = [
  unit('box'),
  unit('case'),
  unit('dozen', 12),
  unit('pack'),
  unit('pair', 2),
  unit('roll'),
  unit('set'),
  unit('metre', 1),
  unit('kg', 1),
];

/** Units are told apart by their names, whatever their case. */
export const unitKey = (name: string): string => name.trim().toLowerCase();

/** What is offered: those of the list in its order, then others in use. `inUse`: those of most variants first. */
export function offeredUnits(list: readonly ListedUnit[], inUse: readonly SellingUnit[]): readonly SellingUnit[] {
  const pieces = new Map(inUse.toReversed().map((used) => [unitKey(used.name), used.pieces]));
  const listed = new Set(list.map(({ name }) => unitKey(name)));
  return [
    ...list.filter(({ active }) => active).map(({ name, pieces: own }) => ({ name, pieces: own ?? pieces.get(unitKey(name)) ?? 1 })),
    ...inUse.filter(({ name }) => !listed.has(unitKey(name))),
  ];
}

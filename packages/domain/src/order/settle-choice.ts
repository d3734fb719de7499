// Optional lines and choose-one groups: what is optional counts only once it is chosen, and of a group one is chosen at most
// (design, "Shape"; decision record 0027).
import type { Refusal } from '../core/refusal.ts';

export type ChoiceLine = {
  readonly id: string;
  readonly parentLineId: string | null;
  readonly optional: boolean;
  /** Counts although it is optional. True on every line that is not. */
  readonly chosen: boolean;
  /** The name of the group of which one is chosen; null: it is by itself. */
  readonly choiceGroup: string | null;
};

export type ChoicePatch = { readonly optional?: boolean | undefined; readonly chosen?: boolean | undefined; readonly choiceGroup?: string | null | undefined };

/** What a line becomes: a group makes it optional, and what has just become optional is left out unless it is chosen in the same breath. */
function patched(
  line: ChoiceLine,
  { optional: wanted, chosen: choose, choiceGroup: group }: ChoicePatch,
): Pick<ChoiceLine, 'optional' | 'chosen' | 'choiceGroup'> {
  const optional = wanted ?? (typeof group === 'string' ? true : line.optional);
  if (!optional) return { optional, chosen: true, choiceGroup: null };
  return { optional, chosen: choose ?? (line.optional && line.chosen), choiceGroup: group === undefined ? line.choiceGroup : group };
}

const same = (a: ChoiceLine, b: Pick<ChoiceLine, 'optional' | 'chosen' | 'choiceGroup'>) =>
  a.optional === b.optional && a.chosen === b.chosen && a.choiceGroup === b.choiceGroup;

/**
 * The lines with one of them set. Choosing it takes the choice from the others of its group; what hangs on a line goes with it. A
 * line that stays as it was stays the same object.
 */
export function settleChoice<Line extends ChoiceLine>(lines: readonly Line[], lineId: string, patch: ChoicePatch): readonly Line[] {
  if (patch.optional === undefined && patch.chosen === undefined && patch.choiceGroup === undefined) return lines;
  const target = lines.find(({ id }) => id === lineId);
  if (target === undefined) return lines;
  const now = patched(target, patch);
  const losing = new Set(
    now.chosen && now.choiceGroup !== null ? lines.flatMap(({ id, choiceGroup }) => (id !== lineId && choiceGroup === now.choiceGroup ? id : [])) : [],
  );
  return lines.map((line) => {
    const owner = line.parentLineId ?? line.id;
    const next =
      owner === lineId ? { ...now, choiceGroup: line.id === lineId ? now.choiceGroup : null } : losing.has(owner) ? { ...line, chosen: false } : line;
    return same(line, next) ? line : { ...line, optional: next.optional, chosen: next.chosen, choiceGroup: next.choiceGroup };
  });
}

/** A group of which nothing is chosen keeps the order from being submitted; each is told once, at its first line. */
export function choiceRefusals(lines: readonly ChoiceLine[]): readonly Refusal[] {
  const chosen = new Set(lines.flatMap(({ choiceGroup, chosen: isChosen }) => (isChosen && choiceGroup !== null ? choiceGroup : [])));
  const told = new Set<string>();
  return lines.flatMap(({ id, choiceGroup }, index): readonly Refusal[] => {
    if (choiceGroup === null || chosen.has(choiceGroup) || told.has(choiceGroup)) return [];
    told.add(choiceGroup);
    return [{ code: 'line.choice_open', lineId: id, pointer: `/lines/${index}/chosen`, detail: { group: choiceGroup } }];
  });
}

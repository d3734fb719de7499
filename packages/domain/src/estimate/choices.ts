// What a customer may decide in an estimate, and whether they did it within what was offered: optional lines, one of a group,
// quantities between staff's bounds, and, where the account allows it, lines to leave out. Decision records 0027 and 0032.
import type { Refusal } from '../core/refusal.ts';
import { choiceRefusals } from '../order/settle-choice.ts';
import type { PromisedEstimate, PromisedLine } from './promise.ts';

/** A line that is not named stays as it was frozen. */
export type LineChoice = { readonly lineId: string; readonly chosen?: boolean | undefined; readonly quantity?: number | undefined };

export type EstimateChoices = {
  readonly lines: readonly LineChoice[];
  /** Lines the customer does not take (accepting in part); what hangs on them goes with them. */
  readonly leftOut: readonly string[];
};

export const noChoices: EstimateChoices = { lines: [], leftOut: [] };

/** Whether there is anything to decide but yes or no. */
export function hasChoices({ lines }: Pick<PromisedEstimate, 'lines'>): boolean {
  return lines.some((line) => line.parentLineId === null && (line.optional || boundsOf(line) !== null));
}

/** The bounds of a line whose quantity is the customer's; null: it is staff's. */
export function boundsOf({ quantityBounds }: Pick<PromisedLine, 'quantityBounds'>): { readonly minimum: number; readonly maximum: number } | null {
  return quantityBounds ?? null;
}

/**
 * The promised lines as chosen, those left out gone; a setup that others share passes on to the first of them that is taken. Takes the
 * choices as they come: `checkChoices` says whether they may be made.
 */
export function chosenLines(lines: readonly PromisedLine[], choices: EstimateChoices): readonly PromisedLine[] {
  const settled = withoutPassing(lines, choices);
  const heirs = heirsOf(lines, settled);
  if (heirs.size === 0) return settled;
  const passed = Map.groupBy(
    lines.filter(({ id }) => heirs.has(id)),
    ({ id }) => heirs.get(id)?.id,
  );
  return settled.flatMap((line) => {
    if (heirs.has(line.id)) return [];
    const inherited = passed.get(line.id) ?? [];
    return [line, ...inherited.map((setup) => ({ ...setup, parentLineId: line.id, optional: line.optional, chosen: line.chosen }))];
  });
}

/** The break groups of the setups that what is taken pays for: who takes the rest later does not pay for them again. */
export function setupsTaken(lines: readonly PromisedLine[], choices: EstimateChoices): ReadonlySet<string> {
  return new Set(chosenLines(lines, choices).flatMap((line) => (isSetup(line) && (!line.optional || line.chosen) ? (line.breakGroup ?? []) : [])));
}

/** The lines that are left out, for an estimate of their own. A setup goes with them only when none of those it is shared with was taken. */
export function restOf<Line extends PromisedLine>(lines: readonly Line[], choices: EstimateChoices): readonly Line[] {
  const leftOut = new Set(choices.leftOut);
  const taken = setupsTaken(lines, choices);
  return lines.filter((line) => leftOut.has(line.parentLineId ?? line.id) && !(isSetup(line) && taken.has(line.breakGroup ?? '')));
}

const isSetup = ({ kind, breakGroup }: PromisedLine) => kind === 'charge' && breakGroup?.startsWith('setup ') === true;

/** By setup: the line that has to carry it, where the one that it hangs on is not taken and others of its group are. */
function heirsOf(lines: readonly PromisedLine[], settled: readonly PromisedLine[]): ReadonlyMap<string, PromisedLine> {
  const setups = lines.filter(isSetup);
  const taken = settled.filter((line) => line.parentLineId === null && (!line.optional || line.chosen));
  return new Map(
    setups.flatMap(({ id, parentLineId, breakGroup }) => {
      if (taken.some((line) => line.id === parentLineId)) return [];
      const heir = taken.find((line) => owesSetup(line, breakGroup ?? ''));
      return heir === undefined ? [] : [[id, heir] as const];
    }),
  );
}

/** Revisions of before this was noted say only which group a line is in. */
function owesSetup({ setups, breakGroup, id }: PromisedLine, setup: string): boolean {
  return setups === undefined ? setup.endsWith(` ${breakGroup ?? id}`) : setups.includes(setup);
}

function withoutPassing(lines: readonly PromisedLine[], choices: EstimateChoices): readonly PromisedLine[] {
  const byLine = new Map(choices.lines.map((choice) => [choice.lineId, choice]));
  const leftOut = new Set(choices.leftOut);
  const optional = new Map(lines.map((line) => [line.id, line.optional]));
  return lines.flatMap((line) => {
    const owner = line.parentLineId ?? line.id;
    if (leftOut.has(owner) || leftOut.has(line.id)) return [];
    const { chosen } = byLine.get(owner) ?? {};
    const { quantity = line.quantity } = byLine.get(line.id) ?? {};
    const counts = chosen !== undefined && (line.optional || optional.get(owner) === true) ? chosen : line.chosen;
    return counts === line.chosen && quantity === line.quantity ? line : { ...line, chosen: counts, quantity };
  });
}

/** Every reason against the choices at once; quantity rules of the catalogue are the calculator's to say. */
export function checkChoices(promise: Pick<PromisedEstimate, 'lines'>, choices: EstimateChoices, mayLeaveOut: boolean): readonly Refusal[] {
  const lines = new Map(promise.lines.map((line) => [line.id, line]));
  const refusals = choices.lines.flatMap((choice, index): readonly Refusal[] => refusalsOf(choice, lines.get(choice.lineId), `/choices/${index}`));
  const named = new Set(choices.lines.map(({ lineId }) => lineId));
  if (named.size < choices.lines.length) refusals.push(notOffered('/choices', 'named_twice'));
  choices.leftOut.forEach((lineId, index) => {
    const line = lines.get(lineId);
    const isPart = line !== undefined && line.parentLineId === null && line.kind !== 'credit' && line.kind !== 'section';
    if (!mayLeaveOut || !isPart) refusals.push(notOffered(`/leftOut/${index}`, mayLeaveOut ? 'no_such_line' : 'whole_only', lineId));
  });
  const left = chosenLines(promise.lines, choices);
  if (!left.some((line) => line.kind !== 'section' && (!line.optional || line.chosen))) refusals.push({ code: 'estimate.no_lines', pointer: '/leftOut' });
  return [...refusals, ...twoOfOne(left), ...choiceRefusals(left).map(({ pointer: _, ...open }) => ({ ...open, pointer: '/choices' }))];
}

function refusalsOf({ lineId, chosen, quantity }: LineChoice, line: PromisedLine | undefined, pointer: string): Refusal[] {
  if (line === undefined) return [notOffered(pointer, 'no_such_line', lineId)];
  const refusals: Refusal[] = [];
  if (chosen !== undefined && (!line.optional || line.parentLineId !== null)) refusals.push(notOffered(`${pointer}/chosen`, 'not_optional', lineId));
  if (quantity === undefined || quantity === line.quantity) return refusals;
  const bounds = boundsOf(line);
  if (bounds === null) return [...refusals, notOffered(`${pointer}/quantity`, 'quantity_fixed', lineId)];
  if (quantity < bounds.minimum || quantity > bounds.maximum)
    refusals.push({ code: 'estimate.quantity_out_of_bounds', lineId, pointer: `${pointer}/quantity`, detail: { ...bounds, quantity } });
  return refusals;
}

/** `why`: no_such_line, not_optional, quantity_fixed, named_twice, two_of_one, whole_only. */
function notOffered(pointer: string, why: string, lineId?: string): Refusal {
  return { code: 'estimate.choice_not_offered', pointer, detail: { why }, ...(lineId !== undefined && { lineId }) };
}

function twoOfOne(lines: readonly PromisedLine[]): readonly Refusal[] {
  const taken = new Set<string>();
  return lines.flatMap(({ id, choiceGroup, chosen }) => {
    if (choiceGroup === null || !chosen) return [];
    if (taken.has(choiceGroup)) return [notOffered('/choices', 'two_of_one', id)];
    taken.add(choiceGroup);
    return [];
  });
}

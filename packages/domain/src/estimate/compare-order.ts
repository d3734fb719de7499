// Whether lines and headings stand in another order than before. What moved is as little as explains it: the rest kept its order, and is
// not told for having been shifted. Lines that moved together are one change, and what nobody can follow step by step is told as a whole.
import { type ComparedLine, change, type EstimateChange, nameOf } from './estimate-change.ts';

/** More moves than this are told as one change. */
const mostMoves = 3;

/**
 * Headings that came, went or were renamed, then what moved.
 * @example Tee, Mug, Cap, Pen become Pen, Tee, Mug, Cap: one `line_moved`, Pen from after Cap to the top.
 */
export function orderChanges(before: readonly ComparedLine[], after: readonly ComparedLine[]): readonly EstimateChange[] {
  // What hangs on a line moves along with it.
  const [was, now] = [before, after].map((lines) => lines.filter(({ parentLineId }) => (parentLineId ?? null) === null)) as [ComparedLine[], ComparedLine[]];
  return [...headingChanges(was, now), ...moves(was, now)];
}

function headingChanges(was: readonly ComparedLine[], now: readonly ComparedLine[]): readonly EstimateChange[] {
  const headings = (lines: readonly ComparedLine[]) => new Map(lines.flatMap((line) => (line.kind === 'section' ? [[line.id, nameOf(line)] as const] : [])));
  const [old, current] = [headings(was), headings(now)];
  return [
    ...[...old].flatMap(([id, name]) => (current.has(id) ? [] : change('section_removed', name, name, null))),
    ...[...current].flatMap(([id, name]) => {
      const from = old.get(id);
      if (from === undefined) return [change('section_added', name, null, name)];
      return from === name ? [] : [change('section_renamed', from, from, name)];
    }),
  ];
}

function moves(was: readonly ComparedLine[], now: readonly ComparedLine[]): readonly EstimateChange[] {
  const present = new Set(now.map(({ id }) => id));
  const places = new Map(was.filter(({ id }) => present.has(id)).map(({ id }, place) => [id, place]));
  const common = now.filter(({ id }) => places.has(id));
  const placeOf = ({ id }: ComparedLine) => places.get(id) ?? 0;
  // Where either could have moved, it is the line that went to another heading.
  const stayed = heaviestRising(common.map(placeOf), (index) => (common[index]?.kind === 'section' ? 3 : 2));
  const moved = common.filter((_, at) => !stayed.has(at));
  if (moved.length === 0) return [];
  const runs = movedRuns(common, stayed, placeOf);
  if (runs.length > mostMoves) return [change('lines_reordered', '', null, String(moved.length))];
  const before = (lines: readonly ComparedLine[], { id }: ComparedLine) => {
    const previous = lines[lines.findIndex((line) => line.id === id) - 1];
    return previous === undefined ? null : nameOf(previous);
  };
  return runs.map(([first, ...others]) => {
    const label = others.length === 0 ? nameOf(first) : `${nameOf(first)} and ${others.length} more`;
    return change('line_moved', label, before(was, first), before(now, first));
  });
}

type Run = [ComparedLine, ...ComparedLine[]];

/** What moved, lines that followed one another before and still do as one. */
function movedRuns(common: readonly ComparedLine[], stayed: ReadonlySet<number>, placeOf: (line: ComparedLine) => number): readonly Run[] {
  const runs: Run[] = [];
  common.forEach((line, at) => {
    if (stayed.has(at)) return;
    const previous = common[at - 1];
    const goesOn = previous !== undefined && !stayed.has(at - 1) && placeOf(previous) + 1 === placeOf(line);
    if (goesOn) runs.at(-1)?.push(line);
    else runs.push([line]);
  });
  return runs;
}

/**
 * The indices of the heaviest rising subsequence of places (0 to n − 1, each once). The best so far is kept in a binary indexed tree of
 * maxima: n log n, so that 5,000 lines are no matter.
 */
function heaviestRising(places: readonly number[], weightOf: (index: number) => number): ReadonlySet<number> {
  const weights: number[] = [];
  const before: (number | undefined)[] = [];
  const tree: (number | undefined)[] = [];
  const heavier = (a: number | undefined, b: number | undefined) => ((weights[b ?? -1] ?? 0) > (weights[a ?? -1] ?? 0) ? b : a);
  let last: number | undefined;
  places.forEach((place, index) => {
    let best: number | undefined;
    for (let at = place; at > 0; at -= at & -at) best = heavier(best, tree[at]);
    before[index] = best;
    weights[index] = weightOf(index) + (weights[best ?? -1] ?? 0);
    for (let at = place + 1; at <= places.length; at += at & -at) tree[at] = heavier(tree[at], index);
    last = heavier(last, index);
  });
  const rising = new Set<number>();
  for (let at = last; at !== undefined; at = before[at]) rising.add(at);
  return rising;
}

// What each row is held to: ten times quicker at one client and twenty times the requests at sixteen than the best existing
// system reached (its milliseconds and requests a second on an idle machine of two cores), or not over twice (reads) or three
// times (writes) the floor. Milliseconds do not travel to another machine: where the floor there is known, the goal at one client
// is also given as a multiple of it, and reaching that is reaching it.
import { type Row, timesFloor } from './report.ts';

/** `floor`: what bare `node:http` and `pg` took there at one client, in milliseconds. */
type Best = { readonly milliseconds: number; readonly perSecond: number; readonly floor?: number };

const best: Readonly<Record<string, Best>> = {
  'product search, name': { milliseconds: 108, perSecond: 15, floor: 1.2 },
  'product search, SKU': { milliseconds: 75, perSecond: 26, floor: 0.9 },
  'customer search': { milliseconds: 39, perSecond: 45, floor: 0.7 },
  'create a draft': { milliseconds: 40, perSecond: 46, floor: 1.2 },
  'add a line, with totals': { milliseconds: 43, perSecond: 35, floor: 1.1 },
  'read a draft of 10 lines': { milliseconds: 28, perSecond: 47, floor: 0.6 },
  'first page of 50 drafts': { milliseconds: 27, perSecond: 57 },
  'a whole order': { milliseconds: 227, perSecond: 7.7 },
};

/** A line for each row that has a goal: the goal, what was reached, and whether that is enough. */
export function goalsTable(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => {
    const goal = best[row.operation];
    if (goal === undefined || (row.clients !== 1 && row.clients !== 16)) return [];
    const isByTime = row.clients === 1;
    const wanted = isByTime ? goal.milliseconds / 10 : goal.perSecond * 20;
    const reached = isByTime ? row.ours.p50 : row.ours.perSecond;
    const isMet = isByTime ? reached <= wanted : reached >= wanted;
    const nearest = row.kind === 'read' ? 2 : 3;
    const wantedTimes = isByTime && goal.floor !== undefined ? Math.max(wanted / goal.floor, nearest) : nearest;
    const isNearFloor = timesFloor(row) <= wantedTimes;
    const unit = isByTime ? 'ms' : 'req/s';
    const verdict = isMet ? 'yes' : isNearFloor ? 'by the floor' : '**no**';
    const figures = [`${wanted.toFixed(isByTime ? 1 : 0)} ${unit}`, `${reached.toFixed(isByTime ? 2 : 0)} ${unit}`];
    const times = [wantedTimes.toFixed(1), timesFloor(row).toFixed(1)];
    return [`| ${[row.operation, row.clients, ...figures, ...times, verdict].join(' | ')} |`];
  });
  return ['| operation | clients | goal | reached | goal × floor | reached × floor | met |', '|---|--:|--:|--:|--:|--:|---|', ...lines].join('\n');
}

type Earlier = { readonly rows: readonly Row[] };

/** The same rows of an earlier run (other sizes, or other code) beside this one's: how many times as long, or as dear. */
export function besideTable(rows: readonly Row[], earlier: Earlier): string {
  const lines = rows.flatMap((row) => {
    const before = earlier.rows.find(({ operation, clients }) => operation === row.operation && clients === row.clients);
    if (before === undefined) return [];
    const times = (figure: (one: Row) => number) => (figure(row) / figure(before)).toFixed(2);
    const cells = [before.ours.p95.toFixed(2), row.ours.p95.toFixed(2), times(({ ours }) => ours.p95), times(({ ours }) => ours.processor)];
    return [`| ${row.operation} | ${row.clients} | ${cells.join(' | ')} |`];
  });
  return ['| operation | clients | p95 ms before | p95 ms now | × p95 | × CPU |', '|---|--:|--:|--:|--:|--:|', ...lines].join('\n');
}

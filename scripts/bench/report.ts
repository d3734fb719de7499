// The table people read and the JSON that runs are compared by.
import type { ImportFigures } from './measure-import.ts';

export type Figures = {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
  readonly count: number /** Milliseconds of a core, of server and database together. */;
  readonly processor: number;
};
export type Row = {
  readonly operation: string;
  readonly kind: 'read' | 'write';
  readonly clients: number;
  readonly refused: number;
  readonly ours: Figures;
  readonly floor: Figures;
};

/** Percentiles of all samples of the rounds together; requests a second over the time they took. */
export function figuresOf(
  samples: readonly { readonly milliseconds: readonly number[]; readonly seconds: number; readonly processorTime?: number }[],
): Figures {
  const all = samples.flatMap((sample) => sample.milliseconds).toSorted((a, b) => a - b);
  const at = (part: number): number => all[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0;
  const seconds = samples.reduce((sum, sample) => sum + sample.seconds, 0);
  const processor = samples.reduce((sum, sample) => sum + (sample.processorTime ?? 0), 0) / Math.max(1, all.length);
  return { p50: at(0.5), p95: at(0.95), perSecond: all.length / seconds, count: all.length, processor };
}

export function table(rows: readonly Row[]): string {
  const head = ['operation', 'clients', 'p50 ms', 'p95 ms', 'req/s', 'floor p50', 'floor req/s', '× floor', 'CPU ms', 'floor CPU', '× CPU'];
  const cells = rows.map((row) => [
    row.operation,
    String(row.clients),
    row.ours.p50.toFixed(2),
    row.ours.p95.toFixed(2),
    row.ours.perSecond.toFixed(0),
    row.floor.p50.toFixed(2),
    row.floor.perSecond.toFixed(0),
    row.refused > 0 ? `${row.refused} refused` : timesFloor(row).toFixed(1),
    row.ours.processor.toFixed(2),
    row.floor.processor.toFixed(2),
    (row.ours.processor / row.floor.processor).toFixed(1),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...cells.map(line)].join('\n');
}

/** At one client by latency, at several by throughput: how many times the floor. */
export function timesFloor({ clients, ours, floor }: Row): number {
  return clients === 1 ? ours.p50 / floor.p50 : floor.perSecond / ours.perSecond;
}

/** One row as it comes in, to read while the rest is measured. */
export function rowText({ operation, clients, ours, floor }: Row): string {
  const figures = ({ p50, perSecond }: Figures) => `${p50.toFixed(2)} ms, ${perSecond.toFixed(0)}/s`;
  return `${operation}, ${clients} clients: ${figures(ours)} (floor ${figures(floor)})`;
}

export function importText({ rows, megabytes, seconds, uploadSeconds, rowsPerSecond, processorSeconds, idle, overIdle }: ImportFigures): string {
  return [
    `Import of ${rows} product rows (${megabytes.toFixed(1)} MB): ${seconds.toFixed(1)} s, of these ${uploadSeconds.toFixed(1)} s until the upload was answered;`,
    `${rowsPerSecond.toFixed(0)} rows/s; ${processorSeconds.toFixed(1)} s of processor time; at most ${overIdle} MB over the ${idle} MB before it.`,
  ].join(' ');
}

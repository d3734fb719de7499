import { uniqueViolation } from '../../../db/failures.ts';
import type { Acting, Services } from '../../../db/transaction.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { Problem } from '../../problem.ts';
import type { Counts } from '../counts.ts';
import { addCounts, noCounts } from '../counts.ts';
import type { CsvRecord } from '../csv/read-csv.ts';
import { readCsv, UnreadableFile } from '../csv/read-csv.ts';
import type { Heading } from '../plan/columns.ts';
import { readHeading } from '../plan/columns.ts';
import type { Notice, ParsedRow } from '../plan/parse-row.ts';
import { parseRow } from '../plan/parse-row.ts';
import { finishImport } from '../store/imports.ts';
import type { BatchOutcome, FileGroup } from './import-batch.ts';
import { importBatch } from './import-batch.ts';

export type ImportRun = {
  readonly importId: string;
  readonly overwrite: boolean;
  /** Rows that an earlier process took in already. */
  readonly rowsBefore: number;
  readonly pieces: AsyncIterable<string> | Iterable<string>;
  readonly onBatch?: (outcome: BatchOutcome) => void;
};

/** Rows of about this many are taken in at once; those of one product stay together. */
const batchRows = 500;

/** Takes in a whole file, batch by batch, and ends the run: done, or failed with the reason and the row. */
export async function runImport(services: Services, acting: Acting, run: ImportRun): Promise<{ readonly counts: Counts; readonly error: string | null }> {
  const progress = new Progress(services, acting, run);
  let error: string | null = null;
  try {
    for await (const groups of batchesOf(run.pieces, run.rowsBefore)) await progress.take(groups);
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    error = `Row ${thrown.row}: ${thrown.message}`;
  }
  await finishImport(services.db, acting.scope, { id: run.importId, error, now: services.now() });
  return { counts: progress.counts, error };
}

/** What the heading says, or why the file cannot be read. */
export function headingOf(record: CsvRecord | undefined): Heading {
  if (record === undefined) throw new UnreadableFile('The file is empty.', 1);
  const read = readHeading(record.cells);
  if ('missing' in read) throw new UnreadableFile(`These columns are missing: ${read.missing.join(', ')}.`, 1);
  return read.heading;
}

/** The products of the file, each with its rows that stand together, some at a time. */
async function* batchesOf(pieces: ImportRun['pieces'], skip: number): AsyncGenerator<readonly FileGroup[]> {
  const records = readCsv(pieces);
  const first = await records.next();
  const heading = headingOf(first.done === true ? undefined : first.value);
  const seen = new Set<string>();
  let groups: FileGroup[] = [];
  let rows: ParsedRow[] = [];
  let waiting = 0;
  let passed = 0;
  const close = () => {
    const handle = rows.find((row) => row.handle !== '')?.handle ?? '';
    const key = handle.toLowerCase();
    // Rows of one product that stand apart are one product when they are taken in at once; else the later ones add to it.
    const before = key === '' || !seen.has(key) ? -1 : groups.findIndex((group) => group.handle.toLowerCase() === key);
    const earlier = groups[before];
    if (earlier !== undefined) groups[before] = { ...earlier, rows: [...earlier.rows, ...rows] };
    else if (rows.length > 0) groups.push({ handle, rows, isContinued: seen.has(key) });
    seen.add(key);
    rows = [];
  };
  let failure: unknown;
  try {
    for await (const record of records) {
      const row = parseRow(record, heading);
      const current = rows[0]?.handle;
      if (current === undefined || current.toLowerCase() !== row.handle.toLowerCase()) {
        if (passed > skip) close();
        else [rows] = [[]];
        if (waiting >= batchRows) {
          yield groups;
          [groups, waiting] = [[], 0];
        }
      }
      passed += 1;
      if (passed <= skip) {
        seen.add(row.handle.toLowerCase());
        continue;
      }
      rows.push(row);
      waiting += 1;
    }
  } catch (error) {
    failure = error;
  }
  // What was read before a file broke off comes in all the same.
  close();
  if (groups.length > 0) yield groups;
  if (failure !== undefined) throw failure;
}

class Progress {
  counts = noCounts;
  readonly #services: Services;
  readonly #acting: Acting;
  readonly #run: ImportRun;

  constructor(services: Services, acting: Acting, run: ImportRun) {
    [this.#services, this.#acting, this.#run] = [services, acting, run];
  }

  async take(groups: readonly FileGroup[]): Promise<void> {
    try {
      await this.#store(groups);
    } catch (error) {
      if (!isClash(error)) throw error;
      // Something that only the database compares so (a letter of a SKU that is two in lower case) spoiled the batch: one by one.
      for (const group of groups) await this.#storeAlone(group);
    }
  }

  async #storeAlone(group: FileGroup): Promise<void> {
    try {
      await this.#store([group]);
    } catch (error) {
      if (!isClash(error)) throw error;
      const notice = (row: ParsedRow): Notice => ({
        kind: 'refused',
        row: row.row,
        column: '',
        value: group.handle,
        reason: 'a code, SKU or option of it is that of another already',
      });
      await this.#store([
        { ...group, handle: '', rows: group.rows.map((row) => ({ ...row, isRefused: true, notices: row.isRefused ? row.notices : [notice(row)] })) },
      ]);
    }
  }

  async #store(groups: readonly FileGroup[]): Promise<void> {
    const { importId, overwrite, rowsBefore, onBatch } = this.#run;
    const batch = { importId, overwrite, rowsBefore: rowsBefore + this.counts.rowsRead, groups };
    const outcome = await inTransaction(this.#services, this.#acting, (context) => importBatch(context, batch));
    this.counts = addCounts(this.counts, outcome.counts);
    onBatch?.(outcome);
  }
}

const isClash = (error: unknown) =>
  uniqueViolation(error) !== undefined || (error instanceof Problem && ['product.code_taken', 'variant.sku_taken'].includes(error.code));

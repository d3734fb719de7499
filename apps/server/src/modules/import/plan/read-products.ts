import type { ProductMapping } from '@backdesk/domain/catalog/import-columns.ts';
import type { CsvRecord } from '@backdesk/domain/csv/read-csv.ts';
import { readCsv, UnreadableFile } from '@backdesk/domain/csv/read-csv.ts';
import type { Heading } from './columns.ts';
import { mappedHeading, readHeading } from './columns.ts';
import type { ParsedRow } from './parse-row.ts';
import { parseRow } from './parse-row.ts';

export type FileGroup = {
  readonly handle: string;
  readonly heading: Heading;
  readonly rows: readonly ParsedRow[];
  /** Rows of this product came before, in this file or an earlier one that these mend. */
  readonly isContinued: boolean;
};

/** Rows of about this many are taken in at once; those of one product stay together. */
const batchRows = 500;

/** What the heading of a product file says, or why the file cannot be read. `mapping` null: Shopify's layout. */
export function productHeadingOf(record: CsvRecord | undefined, mapping: ProductMapping | null): Heading {
  if (record === undefined) throw new UnreadableFile('The file is empty.', 1);
  if (mapping !== null) {
    const heading = mappedHeading(
      record.cells.map((cell) => cell.trim()),
      mapping,
      record.delimiter,
    );
    if (heading === undefined) throw new UnreadableFile('No column is the product code or the SKU: a product is known again by one of them.', 1);
    return heading;
  }
  const read = readHeading(record.cells);
  if ('missing' in read) throw new UnreadableFile(`These columns are missing: ${read.missing.join(', ')}.`, 1);
  return read.heading;
}

/** The products of the file, each with its rows that stand together, some at a time. */
export async function* readProducts(
  pieces: AsyncIterable<string> | Iterable<string>,
  { skip, mapping }: { readonly skip: number; readonly mapping: ProductMapping | null },
): AsyncGenerator<readonly FileGroup[]> {
  const records = readCsv(pieces);
  const first = await records.next();
  const heading = productHeadingOf(first.done === true ? undefined : first.value, mapping);
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
    else if (rows.length > 0) groups.push({ handle, heading, rows, isContinued: heading.isMended || seen.has(key) });
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

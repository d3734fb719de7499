import { productTargetOf } from '@backdesk/domain/catalog/import-columns.ts';
import { type CsvRecord, readCsv, UnreadableFile } from '@backdesk/domain/csv/read-csv.ts';
import type { Mapping } from '@backdesk/domain/customer/import-columns.ts';
import { Problem } from '../../problem.ts';
import { fileHead } from '../file-head.ts';
import { customerHeadingOf } from '../plan/customer-heading.ts';
import { productHeadingOf } from '../plan/read-products.ts';
import type { NewImport } from '../store/imports.ts';

type Inspected = Pick<NewImport, 'heading' | 'delimiter' | 'mapping' | 'rowsTotal'>;

/** Reads a file through: its heading, what that means and how many rows it has. Throws `import.unreadable`. */
export async function inspectFile(
  { kind, mapping }: { readonly kind: NewImport['kind']; readonly mapping: Mapping | null },
  pieces: AsyncIterable<string>,
): Promise<Inspected> {
  try {
    const records = readCsv(pieces);
    const first = await records.next();
    const record = first.done === true ? undefined : first.value;
    const taken = kind === 'customers' ? customerHeadingOf(record, mapping ?? {}).mapping : productMappingOf(record, mapping);
    if (kind === 'products') productHeadingOf(record, mapping);
    const rowsTotal = await countRows(records);
    if (rowsTotal === 0) throw new UnreadableFile('The file has a heading and no rows.', 1);
    return { ...fileHead(record), mapping: taken, rowsTotal };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new Problem('import.unreadable', { detail: { row: error.row, reason: error.message } });
  }
}

/** What each heading of a product file is taken for, so that the run takes it for the same. */
function productMappingOf(record: CsvRecord | undefined, mapping: Mapping | null): Mapping | null {
  if (mapping === null) return null;
  const headings = (record?.cells ?? []).map((cell) => cell.trim());
  return Object.fromEntries(headings.map((heading) => [heading.slice(0, 500), mapping[heading] ?? productTargetOf(heading) ?? '']).toReversed());
}

/** null: the file breaks off, which the run will say when it has taken in what stands before. */
async function countRows(records: AsyncIterable<unknown>): Promise<number | null> {
  let rows = 0;
  try {
    for await (const _ of records) rows += 1;
    return rows;
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}

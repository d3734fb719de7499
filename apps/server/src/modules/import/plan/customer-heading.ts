import type { CsvRecord } from '@backdesk/domain/csv/read-csv.ts';
import { UnreadableFile } from '@backdesk/domain/csv/read-csv.ts';
import type { MappedColumns, Mapping } from '@backdesk/domain/customer/import-columns.ts';
import { mapCustomerColumns, missingCustomerColumns } from '@backdesk/domain/customer/import-columns.ts';

export type CustomerHeading = { readonly columns: MappedColumns; readonly headings: readonly string[]; readonly mapping: Mapping };

const missingTexts = {
  identity: 'No column is the customer number or the email address: a row is known again by one of them.',
  name: 'No column is the name of the customer or their company.',
};

/** What the columns of a customer file are taken for, or why the file cannot be used. */
export function customerHeadingOf(record: CsvRecord | undefined, asked: Mapping): CustomerHeading {
  if (record === undefined) throw new UnreadableFile('The file is empty.', 1);
  const headings = record.cells.map((cell) => cell.trim());
  const columns = mapCustomerColumns(headings, asked);
  const missing = missingCustomerColumns(columns);
  if (missing !== undefined) throw new UnreadableFile(missingTexts[missing], 1);
  const targetAt = new Map([...columns].map(([target, place]) => [place, target]));
  const mapping = Object.fromEntries(headings.map((heading, index) => [heading.slice(0, 500), targetAt.get(index) ?? '']).toReversed());
  return { columns, headings, mapping };
}

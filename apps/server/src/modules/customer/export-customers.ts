import type { CustomerFilters } from '@backdesk/contract/customer/listing.ts';
import type { CsvFile } from '@backdesk/contract/route.ts';
import { csvRow, csvStart } from '@backdesk/domain/csv/csv-row.ts';
import type { ReadContext } from '../context.ts';
import { dayIn } from '../day-in.ts';
import type { FieldRow } from '../field/field-row.ts';
import { listFields } from '../field/queries.ts';
import { termsOfRow } from './presenter.ts';
import { type CustomerSort, listCustomersForExport } from './queries/sorted-customers.ts';
import type { CustomerExportRow } from './row-types.ts';

type Asked = { readonly filters: CustomerFilters; readonly sort: CustomerSort };
type Column = readonly [heading: string, cell: (row: CustomerExportRow) => string];

const rowsAPage = 1000;
const flag = (value: boolean) => (value ? 'yes' : 'no');

/** Headings as an import knows them again. */
const columns: readonly Column[] = [
  ['Customer number', (row) => row.number ?? ''],
  ['Name', (row) => row.name],
  ['Email', (row) => row.email ?? ''],
  ['Company', (row) => row.company?.name ?? ''],
  ['Phone', (row) => row.phone],
  ['Title', (row) => row.title],
  ['Active', (row) => flag(row.active)],
  ['Open account', (row) => flag(row.open_account)],
  ['Tax exemption', (row) => row.tax_exemption ?? ''],
  // Their own, as an import takes it; beside it the one in force, whoever it comes from.
  ['Price role', (row) => row.role?.name ?? ''],
  ['Price role in force', (row) => termsOfRow(row).role?.name ?? ''],
  ['Notes', (row) => row.notes],
  ['Address line 1', ({ address }) => address?.line1 ?? ''],
  ['Address line 2', ({ address }) => address?.line2 ?? ''],
  ['City', ({ address }) => address?.city ?? ''],
  ['Region', ({ address }) => address?.region ?? ''],
  ['Postcode', ({ address }) => address?.postcode ?? ''],
  ['Country', ({ address }) => address?.country ?? ''],
  ['Created', (row) => row.created_at.toISOString()],
  ['Last order', (row) => row.last_order_at?.toISOString() ?? ''],
];

const ofField = ({ code, label }: FieldRow): Column => [label, ({ fields }) => text(fields[code])];
const text = (value: unknown) => (value === undefined || value === null ? '' : typeof value === 'boolean' ? flag(value) : String(value));

/** The customers that were found, as a file for a spreadsheet, read page by page so that it is never whole in memory. */
export async function exportCustomers(context: ReadContext, asked: Asked): Promise<CsvFile> {
  const all = [...columns, ...(await listFields(context.db, context.scope, 'customer')).map(ofField)];
  return { fileName: `customers-${dayIn(context.account.timeZone, context.now)}.csv`, pieces: piecesOf(context, asked, all) };
}

async function* piecesOf(context: ReadContext, asked: Asked, all: readonly Column[]): AsyncIterable<string> {
  yield csvStart + csvRow(all.map(([heading]) => heading));
  let cursor: string | undefined;
  do {
    const page = await listCustomersForExport(context, { ...asked, cursor, limit: rowsAPage });
    yield page.rows.map((row) => csvRow(all.map(([, cell]) => cell(row)))).join('');
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

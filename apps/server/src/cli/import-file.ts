import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { isShopifyHeading } from '@backdesk/domain/catalog/import-columns.ts';
import { readCsv, UnreadableFile } from '@backdesk/domain/csv/read-csv.ts';
import type { Mapping } from '@backdesk/domain/customer/import-columns.ts';
import { inTransaction } from '../db/transaction.ts';
import { beginImport } from '../modules/import/commands/begin-import.ts';
import { runImport } from '../modules/import/commands/run-import.ts';
import type { Counts } from '../modules/import/counts.ts';
import { type FileHead, fileHead } from '../modules/import/file-head.ts';
import type { Notice } from '../modules/import/notice.ts';
import { showProgress } from './show-progress.ts';
import { UsageError } from './usage-error.ts';
import { actingFor, withServices } from './with-services.ts';

export type FileToImport = {
  readonly path: string;
  readonly kind: 'products' | 'customers';
  /** What was said of some headings; the others are recognised. */
  readonly mapping: Mapping;
  readonly overwrite: boolean;
  readonly dryRun: boolean;
  /** Code of the account; undefined: the only one. */
  readonly account: string | undefined;
};

/** Takes in a file, read piece by piece; prints what was refused or kept (of a dry run what each row would do), and a summary. */
export async function importFile(file: FileToImport): Promise<void> {
  const bytes = sizeOf(file.path);
  const { kind, overwrite, dryRun } = file;
  const head = await headOf(piecesOf(file.path, () => undefined));
  const mapping = mappingFor(file, head.heading);
  const options = { kind, overwrite, dryRun, mapping };
  const { counts, error } = await withServices(`backdesk import ${kind}`, async (services) => {
    const acting = await actingFor(services, file.account);
    const { id: importId, unfilledFields } = await inTransaction(services, acting, (context) =>
      beginImport(context, { ...options, fileName: basename(file.path), ...head }),
    );
    if (unfilledFields.length > 0) {
      console.log(`No column fills ${unfilledFields.map(({ label }) => label).join(', ')}, required of a new customer: rows that would make one are refused.`);
    }
    const progress = showProgress('Importing', bytes);
    try {
      return await runImport(services, acting, {
        ...options,
        importId,
        rowsBefore: 0,
        pieces: piecesOf(file.path, progress.advance),
        onBatch: ({ notices }) => {
          for (const notice of notices) progress.say(lineOf(notice));
        },
      });
    } finally {
      progress.stop();
    }
  });
  console.log(summaryOf(file, counts));
  if (error !== null) console.error(error);
  // A file that was read to its end succeeded, whatever rows of it were refused: they are listed above.
  if (error !== null) process.exitCode = 1;
}

/** null: Shopify's layout, whose columns nothing was said of. */
function mappingFor({ kind, mapping, path }: FileToImport, heading: readonly string[]): Mapping | null {
  const [unknown] = Object.keys(mapping).filter((name) => !heading.some((cell) => cell.trim() === name));
  if (unknown !== undefined)
    throw new UsageError(`No column of ${basename(path)} is called "${unknown}". It has ${heading.map((cell) => cell.trim()).join(', ')}.`);
  return kind === 'products' && Object.keys(mapping).length === 0 && isShopifyHeading(heading) ? null : mapping;
}

/** Kept with the run, so that its refused rows can be handed out under it. */
async function headOf(pieces: AsyncIterable<string>): Promise<FileHead> {
  try {
    const first = await readCsv(pieces).next();
    return fileHead(first.done === true ? undefined : first.value);
  } catch (error) {
    // The run says why it cannot be read.
    if (error instanceof UnreadableFile) return fileHead(undefined);
    throw error;
  }
}

const verbs: Readonly<Record<Notice['kind'], string>> = {
  refused: 'Refused',
  kept: 'Kept',
  restored: 'Brought back',
  created: 'Would create',
  updated: 'Would change',
  unchanged: 'Would leave',
};

function lineOf({ kind, row, column, value, reason }: Notice): string {
  return `${verbs[kind]} row ${row}${column === '' ? '' : `, ${column}`}${value === '' ? '' : ` "${value}"`}${reason === '' ? '' : `: ${reason}`}`;
}

function sizeOf(path: string): number {
  try {
    const file = statSync(path);
    if (file.isFile()) return file.size;
  } catch {
    // The message below says it.
  }
  throw new UsageError(`There is no file ${path}.`);
}

async function* piecesOf(path: string, advance: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes = piece as Buffer;
    yield decoder.decode(bytes, { stream: true });
    advance(bytes.length);
  }
  yield decoder.decode();
}

const tally = ({ created, updated, unchanged }: Counts['products']) => `${created} new, ${updated} changed, ${unchanged} unchanged`;

function summaryOf({ kind, dryRun }: FileToImport, { rowsRead, rowsRefused, products, variants, customers }: Counts): string {
  const taken = kind === 'products' ? `Products: ${tally(products)}. Variants: ${tally(variants)}.` : `Customers: ${tally(customers)}.`;
  return `${rowsRead} rows read: ${rowsRead - rowsRefused} taken in, ${rowsRefused} refused. ${taken}${dryRun ? ' This was a dry run: nothing was changed.' : ''}`;
}

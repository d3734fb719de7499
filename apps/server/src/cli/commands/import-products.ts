import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import cliProgress from 'cli-progress';
import { inTransaction } from '../../db/transaction.ts';
import { beginImport } from '../../modules/import/commands/begin-import.ts';
import { runImport } from '../../modules/import/commands/run-import.ts';
import type { Counts } from '../../modules/import/counts.ts';
import { UsageError } from '../usage-error.ts';
import { actingFor, withServices } from '../with-services.ts';

export const usage = 'import products FILE.csv [--overwrite] [--account CODE]';

/** Takes in a product file (Shopify's layout), read piece by piece; prints what was refused or kept, and a summary. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { overwrite: { type: 'boolean', default: false }, account: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Name one file: backdesk ${usage}`);
  const bytes = sizeOf(path);
  const { counts, error } = await withServices('backdesk import products', async (services) => {
    const acting = await actingFor(services, values.account);
    const importId = await inTransaction(services, acting, (context) => beginImport(context, { fileName: basename(path), overwrite: values.overwrite }));
    const progress = showProgress(bytes);
    try {
      return await runImport(services, acting, {
        importId,
        overwrite: values.overwrite,
        rowsBefore: 0,
        pieces: piecesOf(path, progress.advance),
        onBatch: ({ notices }) => {
          for (const { kind, row, column, value, reason } of notices)
            progress.say(
              `${kind === 'kept' ? 'Kept' : 'Refused'} row ${row}${column === '' ? '' : `, ${column}`}${value === '' ? '' : ` "${value}"`}: ${reason}`,
            );
        },
      });
    } finally {
      progress.stop();
    }
  });
  console.log(summaryOf(counts));
  if (error !== null) console.error(error);
  // A file that was read to its end succeeded, whatever rows of it were refused: they are listed above.
  if (error !== null) process.exitCode = 1;
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

type Shown = { readonly advance: (bytes: number) => void; readonly say: (line: string) => void; readonly stop: () => void };

/** A bar on a terminal, nothing but the lines elsewhere. */
function showProgress(bytes: number): Shown {
  if (!process.stdout.isTTY) return { advance: () => undefined, say: (line) => console.log(line), stop: () => undefined };
  const bar = new cliProgress.SingleBar(
    { format: 'Importing {bar} {percentage} % · {eta_formatted} left', clearOnComplete: true, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(bytes, 0);
  const say = (line: string) => {
    process.stdout.write('\r\u001b[K');
    console.log(line);
    bar.render();
  };
  return { advance: (more) => bar.increment(more), say, stop: () => bar.stop() };
}

function summaryOf({ rowsRead, rowsRefused, products, variants }: Counts): string {
  const tally = ({ created, updated, unchanged }: Counts['products']) => `${created} new, ${updated} changed, ${unchanged} unchanged`;
  return `${rowsRead} rows read, ${rowsRefused} refused. Products: ${tally(products)}. Variants: ${tally(variants)}.`;
}

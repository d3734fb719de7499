import { parseArgs } from 'node:util';
import { importFile } from '../import-file.ts';
import { UsageError } from '../usage-error.ts';

export const usage = 'import customers FILE.csv [--dry-run] [--account CODE]';

/** Takes in a customer file, its columns recognised by their headings; with --dry-run it only says what each row would do. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, account: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Name one file: backdesk ${usage}`);
  await importFile({ path, kind: 'customers', overwrite: false, dryRun: values['dry-run'], account: values.account });
}

import { parseArgs } from 'node:util';
import { importFile } from '../import-file.ts';
import { UsageError } from '../usage-error.ts';

export const usage = 'import products FILE.csv [--overwrite] [--account CODE]';

/** Takes in a product file (Shopify's layout). */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { overwrite: { type: 'boolean', default: false }, account: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Name one file: backdesk ${usage}`);
  await importFile({ path, kind: 'products', overwrite: values.overwrite, dryRun: false, account: values.account });
}

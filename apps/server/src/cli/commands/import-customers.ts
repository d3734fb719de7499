import { parseArgs } from 'node:util';
import { customerTargets, isCustomerTarget } from '@backdesk/domain/customer/import-columns.ts';
import { importFile } from '../import-file.ts';
import { mappingOf } from '../mapping-option.ts';
import { UsageError } from '../usage-error.ts';

export const usage = "import customers FILE.csv [--dry-run] [--map 'HEADING=TARGET']… [--account CODE]";

/** Takes in a customer file, its columns recognised by their headings or said by --map; with --dry-run it only says what each row would do. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      map: { type: 'string', multiple: true, default: [] },
      account: { type: 'string' },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Name one file: backdesk ${usage}`);
  const mapping = mappingOf(values.map, isCustomerTarget, customerTargets.join(', '));
  await importFile({ path, kind: 'customers', mapping, overwrite: false, dryRun: values['dry-run'], account: values.account });
}

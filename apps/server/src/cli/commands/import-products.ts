import { parseArgs } from 'node:util';
import { isProductTarget, productTargets } from '@backdesk/domain/catalog/import-columns.ts';
import { importFile } from '../import-file.ts';
import { mappingOf } from '../mapping-option.ts';
import { UsageError } from '../usage-error.ts';

export const usage = "import products FILE.csv [--dry-run] [--map 'HEADING=TARGET']… [--overwrite] [--account CODE]";

const targets = `${productTargets.join(', ')}, price:24 for what one piece costs from 24 on`;

/**
 * Takes in a product file: Shopify's export, or any whose columns are recognised by their headings or said by --map. With --dry-run it only
 * says what would come of it.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      map: { type: 'string', multiple: true, default: [] },
      overwrite: { type: 'boolean', default: false },
      account: { type: 'string' },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Name one file: backdesk ${usage}`);
  const mapping = mappingOf(values.map, isProductTarget, targets);
  await importFile({ path, kind: 'products', mapping, overwrite: values.overwrite, dryRun: values['dry-run'], account: values.account });
}

import { UnreadableFile } from '@backdesk/domain/csv/read-csv.ts';
import type { Mapping } from '@backdesk/domain/customer/import-columns.ts';
import type { Acting, Services } from '../../../db/transaction.ts';
import type { Counts } from '../counts.ts';
import { addCounts, noCounts } from '../counts.ts';
import { finishImport } from '../store/imports.ts';
import type { BatchOutcome } from './import-batch.ts';
import { takeCustomers } from './take-customers.ts';
import { takeProducts } from './take-products.ts';

export type ImportTask = {
  readonly importId: string;
  readonly kind: 'products' | 'customers';
  readonly overwrite: boolean;
  readonly dryRun: boolean;
  readonly mapping: Mapping | null;
  /** Rows that an earlier process took in already. */
  readonly rowsBefore: number;
  readonly pieces: AsyncIterable<string> | Iterable<string>;
  readonly onBatch?: (outcome: BatchOutcome) => void;
};

/** Takes in a whole file, batch by batch, and ends the run: done, or failed with the reason and the row. */
export async function runImport(services: Services, acting: Acting, task: ImportTask): Promise<{ readonly counts: Counts; readonly error: string | null }> {
  const outcomes = task.kind === 'customers' ? takeCustomers(services, acting, task) : takeProducts(services, acting, task);
  let counts = noCounts;
  let error: string | null = null;
  try {
    for await (const outcome of outcomes) {
      counts = addCounts(counts, outcome.counts);
      task.onBatch?.(outcome);
    }
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    error = `Row ${thrown.row}: ${thrown.message}`;
  }
  await finishImport(services.db, acting.scope, { id: task.importId, error, now: services.now() });
  return { counts, error };
}

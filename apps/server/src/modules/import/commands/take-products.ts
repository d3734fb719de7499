import type { Acting, Services } from '../../../db/transaction.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { Notice } from '../notice.ts';
import { newMemory } from '../plan/dry-run-memory.ts';
import type { ParsedRow } from '../plan/parse-row.ts';
import type { FileGroup } from '../plan/read-products.ts';
import { readProducts } from '../plan/read-products.ts';
import { forgetProgress } from '../store/imports.ts';
import type { BatchOutcome } from './import-batch.ts';
import { importBatch } from './import-batch.ts';
import { isClash } from './is-clash.ts';
import type { ImportTask } from './run-import.ts';

type Store = (groups: readonly FileGroup[]) => Promise<BatchOutcome>;

/** Takes in the products of a file, or says what would become of each, a batch in each transaction. */
export async function* takeProducts(services: Services, acting: Acting, task: ImportTask): AsyncGenerator<BatchOutcome> {
  const { importId, overwrite, dryRun } = task;
  // A dry run that was cut off begins anew: what it remembered is gone.
  const memory = dryRun ? newMemory() : null;
  if (memory !== null && task.rowsBefore > 0) await forgetProgress(services.db, acting.scope, importId);
  const skip = memory === null ? task.rowsBefore : 0;
  let rowsBefore = skip;
  const store: Store = async (groups) => {
    const outcome = await inTransaction(services, acting, (context) => importBatch(context, { importId, overwrite, memory, rowsBefore, groups }));
    rowsBefore += outcome.counts.rowsRead;
    return outcome;
  };
  for await (const groups of readProducts(task.pieces, { skip, mapping: task.mapping })) {
    try {
      yield await store(groups);
    } catch (error) {
      if (!isClash(error)) throw error;
      // Something that only the database compares so (a letter of a SKU that is two in lower case) spoiled the batch: one by one.
      for (const group of groups) yield await storeAlone(group, store);
    }
  }
}

async function storeAlone(group: FileGroup, store: Store): Promise<BatchOutcome> {
  try {
    return await store([group]);
  } catch (error) {
    if (!isClash(error)) throw error;
    const reason = 'a code, SKU or option of it is that of another already';
    const notice = (row: ParsedRow): Notice => ({ kind: 'refused', row: row.row, column: '', value: group.handle, reason });
    const refused = group.rows.map((row) => ({ ...row, isRefused: true, notices: row.isRefused ? row.notices : [notice(row)] }));
    return await store([{ ...group, handle: '', rows: refused }]);
  }
}

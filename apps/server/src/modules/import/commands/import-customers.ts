import type { CommandContext } from '../../context.ts';
import { saveImportedCustomers } from '../../customer/commands/save-imported-customers.ts';
import { loadForImport } from '../../customer/queries/load-for-import.ts';
import { listFields } from '../../field/queries.ts';
import { noCounts } from '../counts.ts';
import type { Notice } from '../notice.ts';
import { refusedRowsOf } from '../notice.ts';
import type { ParsedCustomer } from '../plan/parse-customer.ts';
import type { CustomerPlan } from '../plan/plan-customer.ts';
import { keyOf, planCustomer } from '../plan/plan-customer.ts';
import { addNotices, addProgress, addRefusedRows, lockProgress, takeTurn } from '../store/imports.ts';
import type { BatchOutcome } from './import-batch.ts';
import { ImportTakenOver } from './import-batch.ts';

type Batch = { readonly importId: string; readonly dryRun: boolean; readonly rowsBefore: number; readonly rows: readonly ParsedCustomer[] };

/** Takes in some rows with their progress in one transaction; a dry run writes only what they would do. */
export async function importCustomers(context: CommandContext, batch: Batch): Promise<BatchOutcome> {
  const { tx, scope, newId } = context;
  await takeTurn(context);
  const progress = await lockProgress(context, batch.importId);
  if (progress === undefined || progress.rowsRead !== batch.rowsBefore) throw new ImportTakenOver('This import runs elsewhere, or was ended.');
  const parts = batch.rows.map(({ part }) => part);
  const here = await loadForImport(tx, scope, {
    numbers: parts.flatMap(({ number }) => (number === undefined ? [] : [number])),
    emails: parts.flatMap(({ email }) => (email === undefined ? [] : [email])),
  });
  const byNumber = new Map(here.flatMap((found) => (found.customer.number === null ? [] : [[keyOf(found.customer.number), found] as const])));
  const byEmail = new Map(here.flatMap((found) => (found.customer.email === null ? [] : [[keyOf(found.customer.email), found] as const])));
  const ownFields = await listFields(tx, scope, 'customer');
  const plans = batch.rows.map((row) => planCustomer(row, { byNumber, byEmail, ownFields, newId }));
  if (!batch.dryRun)
    await saveImportedCustomers(
      context,
      plans.flatMap((plan) => ('save' in plan ? [plan.save] : [])),
      batch.importId,
    );
  const notices = plans.flatMap((plan) => noticesOf(plan, batch.dryRun));
  const cellsOf = new Map(batch.rows.map(({ row, cells }) => [row, cells]));
  const count = (outcome: CustomerPlan['outcome']) => plans.filter((plan) => plan.outcome === outcome).length;
  const customers = { created: count('created'), updated: count('updated'), unchanged: count('unchanged') };
  const counts = { ...noCounts, rowsRead: batch.rows.length, rowsRefused: count('refused'), customers };
  await addNotices(context, batch.importId, { after: progress.notices, notices });
  await addRefusedRows(
    context,
    batch.importId,
    refusedRowsOf(notices, (row) => cellsOf.get(row)),
  );
  await addProgress(context, batch.importId, counts);
  return { counts, notices };
}

function noticesOf(plan: CustomerPlan, dryRun: boolean): readonly Notice[] {
  if (plan.outcome === 'refused') return plan.notices;
  if (!dryRun) return [];
  const changes = plan.outcome === 'updated' ? plan.save.changes.map(({ field, to }) => `${field} becomes ${shown(to)}`) : [];
  const added = plan.outcome === 'updated' && plan.save.addresses.length > 0 ? ['an address is added'] : [];
  return [{ kind: plan.outcome, row: plan.row, column: '', value: plan.who, reason: [...changes, ...added].join('; ') }];
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

import { saveImported } from '../../catalog/commands/save-imported.ts';
import { listFormerSkus } from '../../catalog/queries/former-skus.ts';
import { loadDeletedVariants, loadRecords } from '../../catalog/queries/load-records.ts';
import { listRecoded, listSkuOwners, type RecodedProduct } from '../../catalog/queries/sku-owners.ts';
import type { CatalogRecord, VariantRecord } from '../../catalog/records.ts';
import type { CommandContext } from '../../context.ts';
import type { Counts } from '../counts.ts';
import { addTally, noCounts } from '../counts.ts';
import type { Notice } from '../notice.ts';
import { refusedRowsOf } from '../notice.ts';
import type { NamedProduct } from '../plan/claim-skus.ts';
import { candidatesOf, claimSkus, skusToLookUp } from '../plan/claim-skus.ts';
import { headingOf } from '../plan/columns.ts';
import { type DryRunMemory, ownersByNow, remember, withRemembered } from '../plan/dry-run-memory.ts';
import { fileOptionsOf } from '../plan/options.ts';
import type { Plan } from '../plan/plan-product.ts';
import { planProduct } from '../plan/plan-product.ts';
import type { FileGroup } from '../plan/read-products.ts';
import { planInWords } from '../plan/say-plan.ts';
import { addNotices, addProgress, addRefusedRows, lockProgress, takeTurn } from '../store/imports.ts';
import { withOwnPictures } from './own-pictures.ts';
import { takeBundles } from './take-bundles.ts';

export type Batch = {
  readonly importId: string;
  readonly overwrite: boolean;
  /** Of a dry run what it remembers of the batches before; null: the rows are taken in. */
  readonly memory: DryRunMemory | null;
  readonly rowsBefore: number;
  readonly groups: readonly FileGroup[];
};
export type BatchOutcome = { readonly counts: Counts; readonly notices: readonly Notice[] };

/** The run was ended or taken over by another process. */
export class ImportTakenOver extends Error {
  override readonly name = 'ImportTakenOver';
}

/**
 * Takes in some products of the file with their progress, in one transaction: a run that died goes on after its last batch. A dry run
 * writes only what would become of them.
 */
export async function importBatch(context: CommandContext, batch: Batch): Promise<BatchOutcome> {
  const { tx, scope, account, newId } = context;
  await takeTurn(context);
  const progress = await lockProgress(context, batch.importId);
  if (progress === undefined || progress.rowsRead !== batch.rowsBefore) throw new ImportTakenOver('This import runs elsewhere, or was ended.');
  const named = (await withOwnPictures(context, batch.groups)).filter((group) => group.handle !== '');
  const handles = named.map((group) => group.handle);
  const byHandle = recordsByHandle(await loadRecords(tx, scope, { handles }, { currency: account.currency, withDeleted: true }));
  const recoded = [...(await listRecoded(tx, scope, handles))].filter(([code]) => !isLive(byHandle, code));
  const taken = new Map(recoded.flatMap(([code, { handle, name }]) => (isLive(byHandle, handle) ? [[code, name] as const] : [])));
  const byCode = await recordsByCode(
    context,
    recoded.filter(([code]) => !taken.has(code)),
  );
  const stored = new Map([...byHandle, ...byCode]);
  const { memory } = batch;
  const records = memory === null ? stored : withRemembered(stored, handles, memory);
  const productIds = [...stored.values()].map(({ product }) => product.id);
  const deletedOf = Map.groupBy(await loadDeletedVariants(tx, scope, productIds, account), ({ productId }) => productId);
  const formerOf = await listFormerSkus(
    tx,
    scope,
    renamedAmong([...[...stored.values()].flatMap(({ variants }) => variants), ...[...deletedOf.values()].flat()]),
  );
  const products = named
    .filter((group) => !taken.has(group.handle))
    .map((group): NamedProduct & FileGroup => {
      const here = records.get(group.handle.toLowerCase());
      const options = fileOptionsOf(group.rows, here?.product, batch.overwrite);
      const productId = here?.product.id ?? '';
      return { ...group, here, options, deleted: withoutLive(deletedOf.get(productId) ?? [], here), former: formerOf.get(productId) ?? new Map() };
    });
  const { candidates, notices: unfit } = candidatesOf(products, batch.overwrite);
  const owners = await listSkuOwners(tx, scope, skusToLookUp(candidates));
  const { claimOf, notices: repeated } = claimSkus(candidates, memory === null ? owners : ownersByNow(owners, memory));
  const refusedRows = new Set([...unfit, ...repeated].filter(({ kind }) => kind === 'refused').map((notice) => notice.row));
  const planned = products.map((product) => {
    const rows = product.rows.map((row) => (refusedRows.has(row.row) ? { ...row, isRefused: true } : row));
    const claims = new Map(
      product.rows.flatMap((row, index) => {
        const claim = claimOf.get(row);
        return claim === undefined ? [] : [[rows[index] ?? row, claim] as const];
      }),
    );
    return planProduct({ ...product, rows }, { overwrite: batch.overwrite, isContinued: product.isContinued, newId, claimOf: claims });
  });
  if (memory === null) await saveImported(context, planned.flatMap(importedOf), batch.importId);
  else for (const [index, plan] of planned.entries()) remember(memory, products[index]?.here, plan);
  const bundles = await takeBundles(context, products, planned, batch);
  const plans = planned.map((plan, index) => (bundles.changes.has(index) && plan.outcome === 'unchanged' ? { ...plan, outcome: 'updated' as const } : plan));
  const ofRows = [
    ...batch.groups.flatMap((group) => group.rows.flatMap((row) => row.notices)),
    ...named.flatMap((group) => takenCode(group, taken.get(group.handle))),
    ...unfit,
    ...repeated,
    ...plans.flatMap((plan) => plan.notices),
    ...bundles.notices,
  ];
  const ofPictures = batch.groups.flatMap((group) => group.rows.flatMap((row) => row.pictureNotices));
  const said =
    memory === null
      ? []
      : products.flatMap((product, index) => plans.slice(index, index + 1).flatMap((plan) => planInWords(product, plan, bundles.changes.get(index) ?? '')));
  const notices = [...ofRows, ...ofPictures, ...said].toSorted((a, b) => a.row - b.row);
  const counts = countsOf(batch.groups, plans, ofRows);
  await addNotices(context, batch.importId, { after: progress.notices, notices });
  const cellsOf = new Map(batch.groups.flatMap((group) => group.rows.map((row) => [row.row, row.cells] as const)));
  await addRefusedRows(
    context,
    batch.importId,
    refusedRowsOf(ofRows, (row) => cellsOf.get(row)),
  );
  await addProgress(context, batch.importId, counts);
  return { counts, notices };
}

/** The products with variants of which both the SKU and the values were changed here: only by their history are they known again. */
function renamedAmong(variants: readonly VariantRecord[]): readonly string[] {
  return [...new Set(variants.flatMap(({ productId, editedFields }) => (editedFields.sku && editedFields.optionValues ? [productId] : [])))];
}

/** Of the deleted variants those that a dry run has not brought back in a batch before. */
function withoutLive(deleted: readonly VariantRecord[], here: CatalogRecord | undefined): readonly VariantRecord[] {
  const live = new Set(here?.variants.map(({ id }) => id));
  return deleted.filter(({ id }) => !live.has(id));
}

/** A live product before one that was deleted. */
function recordsByHandle(records: readonly CatalogRecord[]): ReadonlyMap<string, CatalogRecord> {
  return new Map(
    records.toSorted((a, b) => Number(b.product.isDeleted) - Number(a.product.isDeleted)).map((record) => [record.product.handle.toLowerCase(), record]),
  );
}

function importedOf(plan: Plan) {
  const { product, variants, pricesOf, images, reprices, outcome } = plan;
  return product === null ? [] : [{ product, variants, pricesOf, images, reprices, isNew: outcome === 'created' }];
}

const isLive = (byHandle: ReadonlyMap<string, CatalogRecord>, handle: string) => byHandle.get(handle.toLowerCase())?.product.isDeleted === false;

/** Products that got another code here, by it: our own file calls them so. */
async function recordsByCode(
  { tx, scope, account }: CommandContext,
  recoded: readonly (readonly [string, RecodedProduct])[],
): Promise<ReadonlyMap<string, CatalogRecord>> {
  if (recoded.length === 0) return new Map();
  const codeOf = new Map(recoded.map(([code, { id }]) => [id, code.toLowerCase()]));
  const records = await loadRecords(tx, scope, { ids: [...codeOf.keys()] }, { currency: account.currency });
  return new Map(records.map((record) => [codeOf.get(record.product.id) ?? '', record]));
}

/** One product is not taken in twice at once: under the handle it came with, and under the code it has now. */
function takenCode({ handle, heading, rows }: FileGroup, name: string | undefined): readonly Notice[] {
  if (name === undefined) return [];
  return rows
    .filter((row) => !row.isRefused)
    .map((row) => ({ kind: 'refused', row: row.row, column: headingOf(heading, 'code'), value: handle, reason: `is the code of ${name} already` }));
}

function countsOf(groups: readonly FileGroup[], plans: readonly Plan[], notices: readonly Notice[]): Counts {
  const rows = groups.flatMap((group) => group.rows);
  const rowsRefused = new Set(notices.flatMap(({ kind, row }) => (kind === 'refused' ? [row] : []))).size;
  const products = { created: 0, updated: 0, unchanged: 0 };
  for (const { outcome } of plans) if (outcome !== 'refused') products[outcome] += 1;
  const valuesKept = notices.filter((notice) => notice.kind === 'kept').length;
  return {
    ...noCounts,
    rowsRead: rows.length,
    rowsRefused,
    valuesKept,
    products,
    variants: plans.map((plan) => plan.variantCounts).reduce(addTally, noCounts.variants),
  };
}

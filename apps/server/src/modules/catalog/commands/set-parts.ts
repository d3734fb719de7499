import type { SetParts } from '@backdesk/contract/catalog/parts.ts';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { stamped } from '../changed-fields.ts';
import { getProduct } from '../queries/get-product.ts';
import { loadRecords } from '../queries/load-records.ts';
import type { LoadedProduct } from '../row-types.ts';
import { findBundleWith, lockCandidates, type StoredPart, saveParts } from '../store/save-parts.ts';
import { saveRecords } from '../store/save-records.ts';

/**
 * Makes a product a bundle of these variants; without parts it is a product like others. Lines that were entered keep what they were made
 * of. A bundle in a bundle is refused, at the part that would be one. `at`: where in the body the parts are, "/bundle".
 */
export async function setParts(context: CommandContext, productId: string, { basedOn, pricing, parts }: SetParts, at = ''): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const { product } = found;
  const shown = await getProduct({ ...context, db: tx }, productId);
  const wanted = await partsOf(context, shown, parts, at);
  const version = product.version + 1;
  const before = shown.product.bundle;
  const current = { parts: before === null ? [] : before.parts.map((part) => saysOf(part.sku, part.quantity)) };
  const conflicts = await fieldConflicts({ context, subjectId: productId, basedOn, fieldVersions: product.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  await saveParts(context, productId, pricing, wanted);
  const fieldVersions = stamped(product.fieldVersions, [{ field: 'parts' }], version);
  await saveRecords(context, { products: [{ ...product, version, fieldVersions }], variants: [], images: { of: [], rows: [] }, pricesOf: new Set() });
  const changes = [{ field: 'parts', from: current.parts, to: wanted.map(({ sku, quantity }) => saysOf(sku, quantity)) }];
  if (wanted.length > 0 && before?.pricing !== pricing) changes.push({ field: 'bundlePricing', from: [before?.pricing ?? ''], to: [pricing] });
  await recordEvents(context, [{ subject: 'product', subjectId: productId, version, type: 'product.parts_set', data: { changes } }]);
}

const saysOf = (sku: string, quantity: number) => `${quantity} × ${sku}`;

type Wanted = StoredPart & { readonly sku: string };

async function partsOf(context: CommandContext, { product }: LoadedProduct, parts: SetParts['parts'], at: string): Promise<readonly Wanted[]> {
  if (parts.length === 0) return [];
  const known = new Set(product.bundle?.parts.map(({ id }) => id));
  const found = await lockCandidates(
    context,
    parts.map(({ variantId }) => variantId),
  );
  const within = await findBundleWith(context, product.id);
  if (within !== undefined) throw invalidField(`${at}/parts`, `cannot be set: this product is a part of ${within.name}, and a bundle cannot hold a bundle`);
  const taken = new Set<string>();
  return parts.map(({ id, variantId, quantity }, index) => {
    const pointer = `${at}/parts/${index}`;
    const candidate = found.get(variantId);
    if (candidate === undefined) throw invalidField(`${pointer}/variantId`, 'is no variant');
    if (candidate.productId === product.id) throw invalidField(`${pointer}/variantId`, 'is of the bundle itself');
    if (candidate.isBundle) throw invalidField(`${pointer}/variantId`, `is a bundle: ${candidate.name}. A bundle cannot hold a bundle; add its parts instead`);
    if (taken.has(variantId)) throw invalidField(`${pointer}/variantId`, 'is in this bundle already: change how many');
    if (id !== undefined && !known.has(id)) throw invalidField(`${pointer}/id`, 'is no part of this product');
    if (id !== undefined && taken.has(id)) throw invalidField(`${pointer}/id`, 'is the id of another one here');
    taken.add(variantId);
    if (id !== undefined) taken.add(id);
    return { id: id ?? context.newId(), variantId, quantity, sku: candidate.sku };
  });
}

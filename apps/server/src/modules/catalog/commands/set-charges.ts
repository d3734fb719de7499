import type { SetCharges } from '@backdesk/contract/catalog/charges.ts';
import type { ProductCharge } from '@backdesk/domain/catalog/charges.ts';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { stamped } from '../changed-fields.ts';
import { getProduct } from '../queries/get-product.ts';
import { loadRecords } from '../queries/load-records.ts';
import type { LoadedProduct } from '../row-types.ts';
import { saveCharges } from '../store/save-charges.ts';
import { saveRecords } from '../store/save-records.ts';
import { checkBreaks } from './check-breaks.ts';

/**
 * Sets all setup and run charges of a product. Open drafts follow: what is new or dearer is charged there too, and what is left out stays
 * on the lines that had it until somebody takes it off. Estimates keep what they promised.
 */
export async function setCharges(context: CommandContext, productId: string, { basedOn, charges }: SetCharges): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const { product } = found;
  const shown = await getProduct({ ...context, db: tx }, productId);
  const before = shown.product.charges;
  const wanted = chargesOf(context, shown, charges);
  const version = product.version + 1;
  const current = { charges: before.map(({ name }) => name) };
  const conflicts = await fieldConflicts({ context, subjectId: productId, basedOn, fieldVersions: product.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  await saveCharges(context, productId, wanted);
  const fieldVersions = stamped(product.fieldVersions, [{ field: 'charges' }], version);
  await saveRecords(context, { products: [{ ...product, version, fieldVersions }], variants: [], images: { of: [], rows: [] }, pricesOf: new Set() });
  const changes = [{ field: 'charges', from: current.charges, to: wanted.map(({ name }) => name) }];
  await recordEvents(context, [{ subject: 'product', subjectId: productId, version, type: 'product.charges_set', data: { changes } }]);
  await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: [productId] });
}

function chargesOf(context: CommandContext, { product, variants }: LoadedProduct, charges: SetCharges['charges']): readonly ProductCharge[] {
  const known = new Set(product.charges.map(({ id }) => id));
  const sold = new Set(variants.map(({ id }) => id));
  const ids = new Set<string>();
  const codes = new Set<string>();
  return charges.map(({ id, variantId, kind, code, name, breaks, removable }, index) => {
    const pointer = `/charges/${index}`;
    if (id !== undefined && !known.has(id)) throw invalidField(`${pointer}/id`, 'is no charge of this product');
    if (id !== undefined && ids.has(id)) throw invalidField(`${pointer}/id`, 'is the id of another one here');
    if (variantId !== null && !sold.has(variantId)) throw invalidField(`${pointer}/variantId`, 'is no variant of this product');
    const called = `${code.toLowerCase()} ${variantId ?? ''}`;
    if (codes.has(called)) throw invalidField(`${pointer}/code`, 'is the code of another one here');
    if (id !== undefined) ids.add(id);
    codes.add(called);
    const ascending = checkBreaks(breaks, `${pointer}/breaks`);
    return { id: id ?? context.newId(), variantId, kind, code, name, currency: context.account.currency, breaks: ascending, removable };
  });
}

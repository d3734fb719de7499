import type { setCosts as setCostsBody } from '@backdesk/contract/catalog/costs.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { loadRecords } from '../queries/load-records.ts';
import { saveCosts } from '../store/save-costs.ts';
import { saveRecords } from '../store/save-records.ts';

/** Says what variants of a product cost, in the currency of the account. Open drafts with them take it over. */
export async function setCosts(context: CommandContext, productId: string, { costs }: z.output<typeof setCostsBody>): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const own = new Set(found.variants.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [index, { variantId }] of costs.entries()) {
    if (!own.has(variantId)) throw invalidField(`/costs/${index}/variantId`, 'must be a variant of the product');
    if (seen.has(variantId)) throw invalidField(`/costs/${index}/variantId`, 'is given twice');
    seen.add(variantId);
  }
  await saveCosts(context, costs);
  const version = found.product.version + 1;
  await saveRecords(context, { products: [{ ...found.product, version }], variants: [], images: { of: [], rows: [] }, pricesOf: new Set() });
  // That they were set, not to what: whoever reads the history of a product need not see its cost.
  await recordEvents(context, [
    { subject: 'product', subjectId: productId, version, type: 'product.costs_set', data: { variantIds: costs.map(({ variantId }) => variantId) } },
  ]);
  await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: [productId] });
}

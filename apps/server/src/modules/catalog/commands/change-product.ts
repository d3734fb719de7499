import type { changeProduct as changeProductBody } from '@backdesk/contract/catalog/schema.ts';
import type { z } from 'zod';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { changedFields, stamped } from '../changed-fields.ts';
import { loadRecords } from '../queries/load-records.ts';
import { sanitiseDescription } from '../sanitise-description.ts';
import { findTakenCode, saveRecords } from '../store/save-records.ts';

/** Changes fields of a product. A field changed by someone else after `basedOn` is a conflict, everything else merges. */
export async function changeProduct(context: CommandContext, id: string, { basedOn, ...body }: z.output<typeof changeProductBody>): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [id] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const { product } = found;
  const { description, ...rest } = body;
  const wanted = { ...rest, ...(description === undefined ? {} : { descriptionHtml: sanitiseDescription(description) }) };
  const changes = changedFields(product, wanted);
  if (changes.length === 0) return;
  const current = Object.fromEntries(changes.map(({ field, from }) => [field === 'descriptionHtml' ? 'description' : field, from]));
  const conflicts = await fieldConflicts({ context, subjectId: id, basedOn, fieldVersions: product.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  if (body.code !== undefined) {
    const takenBy = await findTakenCode(tx, scope, body.code, id);
    if (takenBy !== undefined) throw new Problem('product.code_taken', { detail: { productId: takenBy } });
  }
  const version = product.version + 1;
  const fieldVersions = stamped(
    product.fieldVersions,
    Object.keys(current).map((field) => ({ field })),
    version,
  );
  const editedFields = stamped<true>(product.editedFields, changes, true);
  const given = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
  await saveRecords(context, {
    products: [{ ...product, ...given, version, fieldVersions, editedFields }],
    variants: [],
    images: { of: [], rows: [] },
    pricesOf: new Set(),
  });
  await recordEvents(context, [{ subject: 'product', subjectId: id, version, type: 'product.changed', data: { changes } }]);
  // Whether it is sold and how it is taxed reaches open orders; what they are called there is their own snapshot.
  if (changes.some(({ field }) => field === 'taxCategory' || field === 'published')) {
    await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: [id] });
  }
}

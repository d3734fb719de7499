import type { AddVariants } from '@backdesk/contract/catalog/variants.ts';
import { mostVariants, placedAmong, withValues } from '@backdesk/domain/catalog/variant-options.ts';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { stamped } from '../changed-fields.ts';
import { optionsInWords } from '../options-in-words.ts';
import { loadRecords } from '../queries/load-records.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { saveRecords } from '../store/save-records.ts';
import { newVariant, refuseTwins, skuPointer } from './new-variant.ts';
import { refuseTakenSkus } from './refuse-taken-skus.ts';
import { renumbered } from './renumbered.ts';

/**
 * Adds variants to a product, with values that are new too: those come after the ones there are. Two who add at once do not disturb each
 * other; a conflict is only that somebody renamed or reordered the options meanwhile, since a value by its old name would be a new one.
 */
export async function addVariants(context: CommandContext, productId: string, { basedOn, variants: wanted }: AddVariants): Promise<void> {
  const { tx, scope, account, newId } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const { product, variants: present } = found;
  const current = { options: optionsInWords(product.options) };
  const conflicts = await fieldConflicts({ context, subjectId: productId, basedOn, fieldVersions: product.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  const count = present.length + wanted.length;
  if (count > mostVariants) throw invalidField('/variants', `would make ${count} variants; a product has ${mostVariants} at most`);
  const { added, options } = made(wanted, product, newId);
  refuseTwins(added, present);
  await refuseTakenSkus(
    context,
    added.map(({ sku }) => sku),
    { pointerOf: skuPointer },
  );
  const version = product.version + 1;
  const hasNewValues = optionsInWords(options).join() !== optionsInWords(product.options).join();
  const fieldVersions = hasNewValues ? stamped(product.fieldVersions, [{ field: 'values' }], version) : product.fieldVersions;
  const addedIds = new Set(added.map(({ id }) => id));
  await saveRecords(context, {
    products: [{ ...product, version, fieldVersions, options }],
    variants: renumbered(placedAmong(options, present, added), addedIds),
    images: { of: [], rows: [] },
    pricesOf: addedIds,
    stockOf: addedIds,
  });
  const variants = added.map(({ id, sku, optionValues }) => ({ variantId: id, sku, optionValues }));
  await recordEvents(context, [{ subject: 'product', subjectId: productId, version, type: 'product.variants_added', data: { variants } }]);
}

/** One after the other: a value that is new in one is known in the next, whatever its case. */
function made(wanted: AddVariants['variants'], { id: productId, options: known }: ProductRecord, newId: () => string) {
  let options = known;
  const added: VariantRecord[] = [];
  for (const [at, body] of wanted.entries()) {
    const variant = newVariant({ id: newId(), productId, position: 0 }, body, { options, at: `/variants/${at}` });
    options = withValues(options, [variant]);
    added.push(variant);
  }
  return { added, options };
}

import type { SetOptions } from '@backdesk/contract/catalog/variants.ts';
import { changeOptions } from '@backdesk/domain/catalog/change-options.ts';
import { combinationKey, inOptionOrder, usedOptions } from '@backdesk/domain/catalog/variant-options.ts';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { stamped } from '../changed-fields.ts';
import { optionsInWords } from '../options-in-words.ts';
import { loadRecords } from '../queries/load-records.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { saveRecords } from '../store/save-records.ts';
import { renumbered } from './renumbered.ts';

/**
 * Sets the options of a product: their names, their order, and the names and the order of their values. All variants follow, and stand in
 * the order of the values. Lines of orders keep the names they were entered with.
 */
export async function setOptions(context: CommandContext, productId: string, { basedOn, options: wanted }: SetOptions): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const { product, variants } = found;
  const before = usedOptions(product.options, variants);
  const [names, version] = [optionsInWords(before), product.version + 1];
  const current = { options: names, values: names };
  const conflicts = await fieldConflicts({ context, subjectId: productId, basedOn, fieldVersions: product.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  const changed = changeOptions(before, variants, wanted);
  if (!changed.ok) throw new Problem('request.invalid', { errors: [...changed.faults] });
  const { options, valuesOf } = changed;
  if (JSON.stringify(options) === JSON.stringify(before)) return;
  const changes = [{ field: 'options', from: names, to: optionsInWords(options) }];
  const renamed = variants.map((variant) => withValues(variant, valuesOf(variant)));
  const isMoved = JSON.stringify(placesIn(wanted)) !== JSON.stringify(before.map(({ name, values }) => [name, values]));
  const touched = new Set(renamed.filter((variant, at) => variant !== variants[at]).map(({ id }) => id));
  const written: ProductRecord = {
    ...product,
    version,
    options,
    fieldVersions: stamped(product.fieldVersions, changes, version),
    editedFields: stamped<true>(product.editedFields, changes, true),
  };
  const saved = isMoved ? renumbered(inOptionOrder(options, renamed), touched) : renamed.filter(({ id }) => touched.has(id));
  await saveRecords(context, { products: [written], variants: saved, images: { of: [], rows: [] }, pricesOf: new Set(), stockOf: new Set() });
  const variantVersions = Object.fromEntries(saved.filter(({ id }) => touched.has(id)).map((variant) => [variant.id, variant.version]));
  await recordEvents(context, [{ subject: 'product', subjectId: productId, version, type: 'product.options_set', data: { changes, variantVersions } }]);
}

/** The options and values that were there, by what they were called, in the order they are to have. */
const placesIn = (wanted: SetOptions['options']) =>
  wanted.flatMap(({ from, values }) => (from === undefined ? [] : [[from, values.map((value) => value.from)] as const]));

/** The same variant where its values stay. */
function withValues(variant: VariantRecord, optionValues: readonly string[]): VariantRecord {
  if (combinationKey(variant.optionValues) === combinationKey(optionValues)) return variant;
  const version = variant.version + 1;
  const fieldVersions = stamped(variant.fieldVersions, [{ field: 'options' }], version);
  return { ...variant, optionValues, version, fieldVersions, editedFields: stamped<true>(variant.editedFields, [{ field: 'optionValues' }], true) };
}

import type { ChangeVariant } from '@backdesk/contract/catalog/variants.ts';
import { combinationKey, withValues } from '@backdesk/domain/catalog/variant-options.ts';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { useFiles } from '../../file/commands/use-files.ts';
import { invalidField, Problem } from '../../problem.ts';
import { changedFields, stamped } from '../changed-fields.ts';
import { findProductOf, loadRecords } from '../queries/load-records.ts';
import type { CatalogRecord, ProductRecord, VariantRecord } from '../records.ts';
import { saveRecords } from '../store/save-records.ts';
import { checkBreaks } from './check-breaks.ts';
import { valuesOf } from './new-variant.ts';
import { picturesOf } from './picture-of.ts';
import { refuseTakenSkus } from './refuse-taken-skus.ts';
import { knownUrls } from './set-images.ts';
import { wantPictures } from './want-pictures.ts';

type Body = Omit<ChangeVariant, 'basedOn' | 'image' | 'options'> & { readonly imageUrl?: string | null; readonly optionValues?: readonly string[] };

/** What orders take from a variant when they are priced again. */
const reachingOrders = new Set(['prices', 'weightGrams', 'ships', 'published', 'quantityIncrement', 'maxQuantity', 'unit']);

/** Changes a variant; answers the id of its product. `basedOn` is the version of the variant. */
export async function changeVariant(context: CommandContext, id: string, { basedOn, image, options, ...given }: ChangeVariant): Promise<string> {
  const { tx, scope, account } = context;
  const productId = await findProductOf(tx, scope, id);
  if (productId === undefined) throw new Problem('not_found');
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  const variant = found?.variants.find((candidate) => candidate.id === id);
  if (found === undefined || variant === undefined) throw new Problem('not_found');
  const pictures = await picturesOf(context, image ? [image] : [], { known: knownUrls(found), pointerOf: () => '/image' });
  const body: Body = {
    ...given,
    ...(image !== undefined && { imageUrl: pictures[0]?.listed ?? null }),
    ...(options !== undefined && { optionValues: valuesOf(options, { options: found.product.options, at: '' }) }),
  };
  const changes = changedFields(shown(variant), comparable(body));
  if (changes.length === 0) return productId;
  const current = Object.fromEntries(changes.map(({ field, from }) => [sentAs(field), from]));
  const conflicts = await fieldConflicts({ context, subjectId: productId, variantId: id, basedOn, fieldVersions: variant.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  if (body.sku !== undefined) await refuseTakenSkus(context, [body.sku], { pointerOf: () => '/sku', but: [id] });
  if (body.optionValues !== undefined) refuseTakenOptions(found, id, body.optionValues);
  const [version, variantVersion] = [found.product.version + 1, variant.version + 1];
  const sent = changes.map(({ field }) => ({ field: sentAs(field) }));
  const stamps = { fieldVersions: stamped(variant.fieldVersions, sent, variantVersion), editedFields: stamped<true>(variant.editedFields, changes, true) };
  const after: VariantRecord = { ...variant, ...columnsOf(body), ...stamps, version: variantVersion };
  const pricesOf = new Set(body.prices === undefined ? [] : [id]);
  const stockOf = new Set(changes.some(({ field }) => field === 'stock' || field === 'incoming') ? [id] : []);
  const product = { ...found.product, ...optionsWith(found, after, version), version };
  await saveRecords(context, { products: [product], variants: [after], images: { of: [], rows: [] }, pricesOf, stockOf });
  await useFiles(
    context,
    pictures.flatMap(({ fileId }) => fileId ?? []),
    { noun: 'product', nounId: productId },
  );
  await wantPictures(
    context,
    pictures.map(({ listed: url }) => ({ url, productId })),
    { again: true },
  );
  await recordEvents(context, [
    { subject: 'product', subjectId: productId, version, type: 'product.variant_changed', data: { variantId: id, variantVersion, sku: variant.sku, changes } },
  ]);
  if (changes.some(({ field }) => reachingOrders.has(field))) await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: [productId] });
  return productId;
}

/** The variant's fields by the names of the request. */
function shown(variant: VariantRecord): { readonly [Name in keyof Body]-?: unknown } {
  const { sku, optionValues, weightGrams, ships, published, imageUrl, incoming, quantityIncrement, maxQuantity, unit, tracksStock, onHand, allowsBackorder } =
    variant;
  const stock = { tracked: tracksStock, onHand, backorder: allowsBackorder };
  const prices = variant.prices.map(sixPlaces);
  return { sku, optionValues, weightGrams, ships, published, imageUrl, incoming, quantityIncrement, maxQuantity, unit, stock, prices };
}

function comparable(body: Body): Body {
  const { stock, prices } = body;
  return {
    ...body,
    ...(stock === undefined ? {} : { stock: { tracked: stock.tracked, onHand: stock.onHand, backorder: stock.backorder } }),
    ...(prices === undefined ? {} : { prices: checkBreaks(prices, '/prices').map(sixPlaces) }),
  };
}

/** As numeric(20,6) gives it back: "8.5" and "8.50" are the same price. */
function sixPlaces({ quantity, extendedPrice }: { readonly quantity: number; readonly extendedPrice: string }) {
  const [whole = '0', fraction = ''] = extendedPrice.split('.');
  return { quantity, extendedPrice: `${whole.replace(/^0+(?=\d)/, '')}.${fraction.padEnd(6, '0')}` };
}

function columnsOf({ stock, prices, ...rest }: Body): Partial<VariantRecord> {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(rest.sku === undefined ? {} : { skuMade: false }),
    ...(prices === undefined ? {} : { prices: checkBreaks(prices, '/prices') }),
    ...(stock === undefined ? {} : { tracksStock: stock.tracked, onHand: stock.onHand, allowsBackorder: stock.backorder }),
  };
}

/** The field by the name of the request. */
const sentAs = (field: string) => (field === 'optionValues' ? 'options' : field);

function refuseTakenOptions({ variants }: CatalogRecord, id: string, optionValues: readonly string[]): void {
  const twin = variants.find((other) => other.id !== id && combinationKey(other.optionValues) === combinationKey(optionValues));
  if (twin !== undefined) throw invalidField('/options', `are those of ${twin.sku}`);
}

/** The options with a value that is new. Where nobody else has the one it stands for, it takes its place, else it comes last. */
function optionsWith({ product, variants }: CatalogRecord, after: VariantRecord, version: number): Partial<ProductRecord> {
  const before = variants.find(({ id }) => id === after.id);
  const others = variants.filter(({ id }) => id !== after.id);
  const inPlace = product.options.map(({ name, values }, at) => {
    const [from, to] = [before?.optionValues[at] ?? '', after.optionValues[at] ?? ''];
    const isRenamed = !values.includes(to) && !others.some(({ optionValues }) => optionValues[at] === from);
    return { name, values: isRenamed ? values.map((value) => (value === from ? to : value)) : values };
  });
  const options = withValues(inPlace, [after]);
  if (JSON.stringify(options) === JSON.stringify(product.options)) return {};
  return { options, fieldVersions: stamped(product.fieldVersions, [{ field: 'values' }], version) };
}

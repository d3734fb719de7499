import type { changeVariant as changeVariantBody } from '@backdesk/contract/catalog/schema.ts';
import type { z } from 'zod';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { useFiles } from '../../file/commands/use-files.ts';
import { Problem } from '../../problem.ts';
import { changedFields, stamped } from '../changed-fields.ts';
import { findProductOf, loadRecords } from '../queries/load-records.ts';
import type { VariantRecord } from '../records.ts';
import { findTakenSku, saveRecords } from '../store/save-records.ts';
import { checkBreaks } from './check-breaks.ts';
import { picturesOf } from './picture-of.ts';
import { knownUrls } from './set-images.ts';
import { wantPictures } from './want-pictures.ts';

type Body = Omit<z.output<typeof changeVariantBody>, 'basedOn' | 'image'> & { readonly imageUrl?: string | null };

/** What orders take from a variant when they are priced again. */
const reachingOrders = new Set(['prices', 'weightGrams', 'ships', 'published', 'quantityIncrement', 'maxQuantity', 'unit']);

/** Changes a variant; answers the id of its product. `basedOn` is the version of the variant. */
export async function changeVariant(context: CommandContext, id: string, { basedOn, image, ...given }: z.output<typeof changeVariantBody>): Promise<string> {
  const { tx, scope, account } = context;
  const productId = await findProductOf(tx, scope, id);
  if (productId === undefined) throw new Problem('not_found');
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  const variant = found?.variants.find((candidate) => candidate.id === id);
  if (found === undefined || variant === undefined) throw new Problem('not_found');
  const pictures = await picturesOf(context, image ? [image] : [], { known: knownUrls(found), pointerOf: () => '/image' });
  const body: Body = { ...given, ...(image !== undefined && { imageUrl: pictures[0]?.listed ?? null }) };
  const changes = changedFields(shown(variant), comparable(body));
  if (changes.length === 0) return productId;
  const current = Object.fromEntries(changes.map(({ field, from }) => [field, from]));
  const conflicts = await fieldConflicts({ context, subjectId: productId, variantId: id, basedOn, fieldVersions: variant.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  if (body.sku !== undefined) await refuseTakenSku(context, body.sku, id);
  const [version, variantVersion] = [found.product.version + 1, variant.version + 1];
  const stamps = { fieldVersions: stamped(variant.fieldVersions, changes, variantVersion), editedFields: stamped<true>(variant.editedFields, changes, true) };
  const after: VariantRecord = { ...variant, ...columnsOf(body), ...stamps, version: variantVersion };
  const pricesOf = new Set(body.prices === undefined ? [] : [id]);
  await saveRecords(context, { products: [{ ...found.product, version }], variants: [after], images: { of: [], rows: [] }, pricesOf });
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
  const { sku, weightGrams, ships, published, imageUrl, incoming, quantityIncrement, maxQuantity, unit, tracksStock, onHand, allowsBackorder } = variant;
  const stock = { tracked: tracksStock, onHand, backorder: allowsBackorder };
  return { sku, weightGrams, ships, published, imageUrl, incoming, quantityIncrement, maxQuantity, unit, stock, prices: variant.prices.map(sixPlaces) };
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

async function refuseTakenSku({ tx, scope }: CommandContext, sku: string, but: string): Promise<void> {
  const taken = await findTakenSku(tx, scope, [sku], [but]);
  if (taken !== undefined) throw new Problem('variant.sku_taken', { detail: { sku, productId: taken.productId, productName: taken.productName } });
}

import type { createProduct as createProductBody } from '@backdesk/contract/catalog/schema.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { sanitiseDescription } from '../sanitise-description.ts';
import { findTakenCode, findTakenSku, saveRecords } from '../store/save-records.ts';
import { checkBreaks } from './check-breaks.ts';
import { setParts } from './set-parts.ts';
import { wantPictures } from './want-pictures.ts';

type Body = z.output<typeof createProductBody>;

/** Makes a product as a person entered it: an import keeps all of that until it is told to overwrite. */
export async function createProduct(context: CommandContext, body: Body): Promise<string> {
  const { tx, scope, newId } = context;
  const id = newId();
  const options = optionsOf(body.variants);
  const variants = body.variants.map((variant, index) =>
    newVariant({ id: newId(), productId: id, position: index + 1, optionNames: options.map((option) => option.name) }, variant, index),
  );
  refuseTwins(variants);
  const takenBy = await findTakenCode(tx, scope, body.code, id);
  if (takenBy !== undefined) throw new Problem('product.code_taken', { detail: { productId: takenBy } });
  const taken = await findTakenSku(
    tx,
    scope,
    variants.map((variant) => variant.sku),
  );
  if (taken !== undefined) throw new Problem('variant.sku_taken', { detail: { sku: taken.sku, productId: taken.productId, productName: taken.productName } });
  const product: ProductRecord = {
    id,
    version: 1,
    fieldVersions: {},
    handle: body.code,
    code: body.code,
    name: body.name,
    descriptionHtml: sanitiseDescription(body.description),
    vendor: body.vendor,
    productType: body.productType,
    tags: [],
    published: body.published,
    taxCategory: body.taxCategory,
    options,
    imageUrl: body.imageUrl,
    editedFields: allEdited(['name', 'descriptionHtml', 'vendor', 'productType', 'published', 'taxCategory', 'tags', 'imageUrl']),
    isDeleted: false,
  };
  const pricesOf = new Set(variants.map((variant) => variant.id));
  await saveRecords(context, { products: [product], variants, images: { of: [], rows: [] }, pricesOf });
  if (body.imageUrl !== null) await wantPictures(context, [{ url: body.imageUrl, productId: id }], { again: true });
  await recordEvents(context, [
    { subject: 'product', subjectId: id, version: 1, type: 'product.created', data: { code: body.code, name: body.name, variants: variants.length } },
  ]);
  if (body.bundle !== undefined) await setParts(context, id, { basedOn: undefined, ...body.bundle }, '/bundle');
  return id;
}

type Place = { readonly id: string; readonly productId: string; readonly position: number; readonly optionNames: readonly string[] };

function newVariant({ optionNames, ...place }: Place, body: Body['variants'][number], index: number): VariantRecord {
  const named = new Map(body.options.map(({ name, value }) => [name, value]));
  if (body.options.length !== optionNames.length || optionNames.some((name) => !named.has(name))) {
    throw invalidField(`/variants/${index}/options`, `must give each option once: ${optionNames.join(', ') || 'none'}`);
  }
  return {
    ...place,
    version: 1,
    fieldVersions: {},
    sku: body.sku,
    skuMade: false,
    optionValues: optionNames.map((name) => named.get(name) ?? ''),
    barcode: '',
    published: body.published,
    weightGrams: body.weightGrams,
    ships: body.ships,
    taxCategory: body.taxCategory ?? null,
    imageUrl: null,
    tracksStock: body.stock?.tracked ?? false,
    allowsBackorder: body.stock?.backorder ?? false,
    onHand: body.stock?.onHand ?? 0,
    incoming: body.incoming,
    quantityIncrement: body.quantityIncrement,
    maxQuantity: body.maxQuantity,
    unit: body.unit,
    prices: checkBreaks(body.prices, `/variants/${index}/prices`),
    editedFields: allEdited([
      ...['sku', 'weightGrams', 'ships', 'published', 'prices', 'stock', 'taxCategory', 'imageUrl', 'barcode'],
      ...['quantityIncrement', 'maxQuantity', 'unit', 'incoming'],
    ]),
  };
}

const allEdited = (fields: readonly string[]) => Object.fromEntries(fields.map((field) => [field, true as const]));

/** Options and their values in the order in which they first appear. */
function optionsOf(variants: Body['variants']): ProductRecord['options'] {
  const values = new Map<string, Set<string>>();
  for (const { options } of variants) for (const { name, value } of options) values.set(name, (values.get(name) ?? new Set()).add(value));
  return [...values].map(([name, set]) => ({ name, values: [...set] }));
}

function refuseTwins(variants: readonly VariantRecord[]): void {
  const skus = new Set<string>();
  const places = new Set<string>();
  for (const [index, { sku, optionValues }] of variants.entries()) {
    if (skus.has(sku.toLowerCase())) throw invalidField(`/variants/${index}/sku`, 'is the SKU of another variant here');
    if (places.has(JSON.stringify(optionValues))) throw invalidField(`/variants/${index}/options`, 'are those of another variant here');
    skus.add(sku.toLowerCase());
    places.add(JSON.stringify(optionValues));
  }
}

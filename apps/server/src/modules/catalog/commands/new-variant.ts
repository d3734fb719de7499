import type { newVariant as newVariantBody } from '@backdesk/contract/catalog/variants.ts';
import { combinationKey, type ProductOption, valueAsKnown } from '@backdesk/domain/catalog/variant-options.ts';
import type { z } from 'zod';
import { invalidField } from '../../problem.ts';
import type { VariantRecord } from '../records.ts';
import { checkBreaks } from './check-breaks.ts';

type Body = z.output<typeof newVariantBody>;
type Place = Pick<VariantRecord, 'id' | 'productId' | 'position'>;
/** `at`: where in the body it stands, "/variants/3". */
type Of = { readonly options: readonly ProductOption[]; readonly at: string };

/** A variant as a person entered it: an import keeps all of that until it is told to overwrite. */
export function newVariant(place: Place, body: Body, { options, at }: Of): VariantRecord {
  return {
    ...place,
    version: 1,
    fieldVersions: {},
    sku: body.sku,
    skuMade: false,
    optionValues: valuesOf(body.options, { options, at }),
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
    prices: checkBreaks(body.prices, `${at}/prices`),
    editedFields: allEdited([
      ...['sku', 'weightGrams', 'ships', 'published', 'prices', 'stock', 'taxCategory', 'imageUrl', 'barcode'],
      ...['quantityIncrement', 'maxQuantity', 'unit', 'incoming'],
    ]),
  };
}

export const allEdited = (fields: readonly string[]) => Object.fromEntries(fields.map((field) => [field, true as const]));

/** One value of each option, in their order, as the options have it already where it differs only in case. */
export function valuesOf(given: Body['options'], { options, at }: Of): readonly string[] {
  const named = new Map(given.map(({ name, value }) => [name, value]));
  if (given.length !== options.length || options.some(({ name }) => !named.has(name))) {
    throw invalidField(`${at}/options`, `must give each option once: ${options.map(({ name }) => name).join(', ') || 'none'}`);
  }
  return options.map((option) => valueAsKnown(named.get(option.name) ?? '', option));
}

export const skuPointer = (at: number) => `/variants/${at}/sku`;

/** New variants must differ from each other and, in their options, from those that are there. */
export function refuseTwins(added: readonly VariantRecord[], present: readonly VariantRecord[]): void {
  const skus = new Set<string>();
  const places = new Map(present.map(({ optionValues, sku }) => [combinationKey(optionValues), sku]));
  for (const [at, { sku, optionValues }] of added.entries()) {
    const key = combinationKey(optionValues);
    const twin = places.get(key);
    if (skus.has(sku.toLowerCase())) throw invalidField(skuPointer(at), 'is the SKU of another variant here');
    if (twin !== undefined) throw invalidField(`/variants/${at}/options`, `are those of ${twin}`);
    skus.add(sku.toLowerCase());
    places.set(key, sku);
  }
}

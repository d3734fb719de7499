import { lineChargesJson } from '@backdesk/contract/catalog/charges.ts';
import type { ConfigurationOptionJson } from '@backdesk/contract/catalog/configuration.ts';
import type { ProductCosts } from '@backdesk/contract/catalog/costs.ts';
import { type BundleJson, linePartsJson } from '@backdesk/contract/catalog/parts.ts';
import type { PricePeriodList } from '@backdesk/contract/catalog/price-periods.ts';
import type { Product, ProductRow, Variant } from '@backdesk/contract/catalog/schema.ts';
import type { matchedRow, VariantHit } from '@backdesk/contract/catalog/search.ts';
import type { MoneyJson } from '@backdesk/contract/core/primitives.ts';
import { lineCharges } from '@backdesk/domain/catalog/charges.ts';
import type { ConfigurationOption, OptionUpcharge } from '@backdesk/domain/catalog/configuration-options.ts';
import { periodState } from '@backdesk/domain/catalog/price-periods.ts';
import type { PriceTable } from '@backdesk/domain/pricing/types.ts';
import type { z } from 'zod';
import type { MatchedRow } from './commands/match-rows.ts';
import { matchOf } from './match-of.ts';
import type { BundleDefinition } from './queries/bundle-parts.ts';
import type { CostRow } from './queries/list-costs.ts';
import type { PricePeriods } from './queries/price-periods.ts';
import type { HitRow, ListRow, LoadedProduct, OptionNames, StockColumns } from './row-types.ts';

export function presentHit(row: HitRow, { currency, isNear }: { readonly currency: string; readonly isNear: boolean }): VariantHit {
  return {
    id: row.id,
    productId: row.product_id,
    sku: row.sku,
    name: row.name,
    productCode: row.code,
    options: presentOptions(row.options, row.option_values),
    imageUrl: row.image_url ?? row.product_image_url,
    published: row.published && row.product_published,
    priceTable: mutable(row.priceTable),
    currency,
    ...presentReach(row),
    stock: presentStock(row),
    quantityRule: { increment: row.quantity_increment, maximum: row.max_quantity },
    unit: row.unit === null ? null : { ...row.unit },
    breakGroup: row.groups_breaks ? row.product_id : null,
    configurationOptions: presentConfiguration(row.configuration_options),
    charges: lineChargesJson(lineCharges(row.charges, { variantId: row.id, currency })),
    parts: linePartsJson(row.parts),
    taxCategory: row.tax_category ?? row.product_tax_category,
    ships: row.ships,
    weightGrams: row.weight_grams,
    match: matchOf(row, isNear),
  };
}

function presentReach({ discountReach }: Pick<HitRow, 'discountReach'>): Pick<VariantHit, 'discountReach'> {
  if (discountReach === undefined) return {};
  return { discountReach: discountReach.map(({ discountId, productIds }) => ({ discountId, productIds: [...productIds] })) };
}

export function presentMatchedRow({ match, hits }: MatchedRow, currency: string): z.output<typeof matchedRow> {
  return {
    status: match.status,
    why: match.status === 'choose' ? match.why : null,
    quantity: match.quantity,
    hits: hits.map(({ row, isNear }) => presentHit(row, { currency, isNear })),
  };
}

export function presentProduct({ product, images, pictureFetches, discountReach, variants, currency, parts, partStock }: LoadedProduct): Product {
  return {
    id: product.id,
    version: product.version,
    code: product.code,
    name: product.name,
    descriptionHtml: product.description_html,
    vendor: product.vendor,
    productType: product.product_type,
    tags: [...product.tags],
    categoryIds: [...product.category_ids],
    published: product.published,
    taxCategory: product.tax_category,
    options: product.options.map(({ name, values }) => ({ name, values: [...values] })),
    configurationOptions: presentConfiguration(product.configuration_options),
    charges: product.charges.map((charge) => ({ ...charge, breaks: charge.breaks.map((each) => ({ ...each })) })),
    bundle: product.bundle === null ? null : presentBundle(product.bundle, { parts, partStock }),
    images: images.map(({ url, alt }) => ({ url, alt })),
    ...presentReach({ discountReach }),
    pictureFetches: pictureFetches.map(({ url, state, reason }) => ({ url, state, reason })),
    currency,
    variants: variants.map((variant) => presentVariant(variant, product, { currency, parts })),
    updatedAt: product.updated_at.toISOString(),
  };
}

function presentVariant(
  row: LoadedProduct['variants'][number],
  product: LoadedProduct['product'],
  { currency, parts }: Pick<LoadedProduct, 'currency' | 'parts'>,
): Variant {
  return {
    id: row.id,
    version: row.version,
    sku: row.sku,
    options: presentOptions(product.options, row.option_values),
    title: row.title,
    published: row.published,
    imageUrl: row.image_url,
    weightGrams: row.weight_grams,
    ships: row.ships,
    taxCategory: row.tax_category ?? product.tax_category,
    priceTable: mutable(row.priceTable),
    ...(row.standing !== null && { standing: row.standing.map((each) => ({ ...each })) }),
    stock: presentStock(row),
    quantityRule: { increment: row.quantity_increment, maximum: row.max_quantity },
    unit: row.unit === null ? null : { ...row.unit },
    breakGroup: product.groups_breaks ? product.id : null,
    charges: lineChargesJson(lineCharges(product.charges, { variantId: row.id, currency })),
    parts: linePartsJson(parts),
  };
}

function presentBundle({ pricing, parts }: BundleDefinition, found: Pick<LoadedProduct, 'parts' | 'partStock'>): BundleJson {
  return {
    pricing,
    parts: parts.map((part) => {
      const stock = found.partStock.get(part.id);
      const { unavailable = 'deleted', priceTable = null } = found.parts.find(({ id }) => id === part.id) ?? {};
      return {
        ...part,
        options: part.options.map((each) => ({ ...each })),
        priceTable: mutable(priceTable),
        stock: stock === undefined ? null : presentStock(stock),
        unavailable,
      };
    }),
  };
}

export function presentPricePeriods({ version, today, periods }: PricePeriods): PricePeriodList {
  return { version, items: periods.map((period) => ({ ...period, breaks: period.breaks.map((each) => ({ ...each })), state: periodState(period, today) })) };
}

export function presentCosts(rows: readonly CostRow[], currency: string): ProductCosts {
  return { currency, items: rows.map((row) => ({ ...row })) };
}

export function presentProductRow(row: ListRow, currency: string): ProductRow {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    imageUrl: row.image_url,
    published: row.published,
    variantCount: row.variant_count,
    isBundle: row.is_bundle,
    firstSku: row.first_sku ?? '',
    priceFrom: row.price_from,
    currency,
    available: row.available,
    updatedAt: row.updated_at.toISOString(),
  };
}

function presentOptions(names: OptionNames, values: readonly string[]) {
  return values.map((value, index) => ({ name: names[index]?.name ?? '', value }));
}

/** What is asked now: removed options and values are for the lines that still hold them. */
function presentConfiguration(options: readonly ConfigurationOption[]): ConfigurationOptionJson[] {
  return options
    .filter((option) => !option.removed)
    .map((option) => {
      if (option.kind !== 'choice') return withUpcharge(option);
      const { removed: _, values, ...asked } = option;
      return { ...asked, values: values.filter((value) => !value.removed).map((value) => withUpcharge(value)) };
    });
}

type Adding = OptionUpcharge & { readonly removed: boolean };
type Shown<Answered> = Answered extends unknown
  ? Omit<Answered, 'removed' | 'currency' | 'perLine' | 'breaks' | 'kinds'> & {
      perLine: MoneyJson;
      breaks: { quantity: number; perPiece: string }[];
    } & (Answered extends { readonly kinds: readonly (infer Kind)[] } ? { kinds: Kind[] } : unknown)
  : never;

/** Of each kind its own: the rest of the option stays what it is. */
function withUpcharge<Answered extends Adding>(answered: Answered): Shown<Answered> {
  const { removed: _, currency, perLine, breaks, ...says } = answered;
  return { ...says, perLine: { amount: perLine, currency }, breaks: breaks.map((each) => ({ ...each })) } as unknown as Shown<Answered>;
}

function presentStock(row: StockColumns) {
  const { incoming_quantity: quantity, incoming_on: expectedOn } = row;
  return {
    tracked: row.tracks_stock,
    onHand: row.on_hand,
    reserved: row.reserved,
    available: row.on_hand - row.reserved,
    backorder: row.allows_backorder,
    incoming: quantity === null || expectedOn === null ? null : { quantity, expectedOn },
  };
}

function mutable(table: PriceTable | null): Variant['priceTable'] {
  return table === null ? null : { ...table, breaks: table.breaks.map((priceBreak) => ({ ...priceBreak })) };
}

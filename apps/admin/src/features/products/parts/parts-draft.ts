// The parts of a bundle as a form holds them, with what they come to and what the stock makes of them.
import type { BundleJson, SetPartsRequest } from '@backdesk/contract/catalog/parts.ts';
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { VariantHit } from '@backdesk/contract/catalog/search.ts';
import type { BundlePricing } from '@backdesk/domain/catalog/parts.ts';
import { type BundleStock, bundleStock } from '@backdesk/domain/stock/bundle-stock.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { priceTogether } from '@backdesk/ordering/editing/price-together.ts';

type DefinedPart = BundleJson['parts'][number];

export type PartDraft = Omit<DefinedPart, 'quantity'> & {
  /** As typed; null: nothing that can be read. */
  readonly quantity: number | null;
  /** Whether the server knows it. */
  readonly isKnown: boolean;
  /** Whether the variants of its product choose their price break together. */
  readonly breakGroup: string | null;
};

export type BundleDraft = { readonly pricing: BundlePricing; readonly parts: readonly PartDraft[] };

/** As many as the API takes, and as go into one bundle of one part. */
export const mostParts = 50;
const mostPieces = 10_000;

export const noBundle: BundleDraft = { pricing: 'fixed', parts: [] };

export function bundleDraft({ bundle, variants }: Pick<Product, 'bundle' | 'variants'>): BundleDraft {
  if (bundle === null) return noBundle;
  const groups = new Map(variants[0]?.parts.map(({ id, breakGroup }) => [id, breakGroup]));
  return { pricing: bundle.pricing, parts: bundle.parts.map((part) => ({ ...part, isKnown: true, breakGroup: groups.get(part.id) ?? null })) };
}

/** One of what was found. */
export function partOfHit(hit: VariantHit): PartDraft {
  const { id: variantId, productId, name, sku, productCode, options, imageUrl, priceTable, stock, published, breakGroup } = hit;
  return {
    ...{ variantId, productId, name, sku, productCode, options, imageUrl, priceTable, stock, breakGroup },
    id: newId(),
    quantity: 1,
    isKnown: false,
    unavailable: published ? null : 'unpublished',
  };
}

export const isWrong = ({ quantity }: PartDraft): boolean => quantity === null || quantity < 1 || quantity > mostPieces;

/** The request; null: a quantity is missing. */
export function bundleRequest({ pricing, parts }: BundleDraft): Pick<SetPartsRequest, 'pricing' | 'parts'> | null {
  const wanted = parts.flatMap((part) => {
    const { id, variantId, quantity, isKnown } = part;
    return isWrong(part) || quantity === null ? [] : [{ ...(isKnown && { id }), variantId, quantity }];
  });
  return wanted.length < parts.length ? null : { pricing, parts: wanted };
}

/** What the parts of one bundle cost sold alone, minor units; null: of one it is not known. */
export function comesTo(parts: readonly PartDraft[], currency: string): number | null {
  const lines = parts.map((part) =>
    previewLine(
      {
        ...part,
        id: part.variantId,
        currency,
        quantityRule: { increment: null, maximum: null },
        unit: null,
        configurationOptions: [],
        charges: [],
        parts: [],
        taxCategory: 'standard',
        ships: false,
        weightGrams: null,
      },
      Math.max(1, part.quantity ?? 1),
      part.id,
    ),
  );
  const priced = priceTogether(lines, currency);
  if (priced.some(({ unitPrice }) => unitPrice === null)) return null;
  return priced.reduce((sum, { total }) => sum + total, 0);
}

/** What could be made of the stock at hand. Of what is not sold nothing is there. */
export function makesOf(parts: readonly PartDraft[]): BundleStock {
  return bundleStock(
    parts.map(({ quantity, stock, unavailable }) => {
      const isThere = unavailable === null || unavailable === 'excluded';
      if (!isThere || stock === null) return { quantity: 1, tracked: !isThere, available: 0, backorder: false };
      return { quantity: Math.max(1, quantity ?? 1), tracked: stock.tracked, available: stock.available, backorder: stock.backorder };
    }),
  );
}

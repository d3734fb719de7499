// Products and variants as commands and the import hold them: whole rows, read under their lock and written back whole.
import type { SellingUnit } from '@backdesk/domain/catalog/selling-unit.ts';

/** What a person changed here since the last import, by field: an import keeps it. */
export type EditedFields = Readonly<Record<string, true>>;

export type ProductRecord = {
  readonly id: string;
  readonly version: number;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly handle: string;
  readonly code: string;
  readonly name: string;
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly published: boolean;
  readonly taxCategory: string;
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly imageUrl: string | null;
  readonly editedFields: EditedFields;
  readonly isDeleted: boolean;
};

export type VariantRecord = {
  readonly id: string;
  readonly productId: string;
  readonly version: number;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly sku: string;
  readonly skuMade: boolean;
  readonly optionValues: readonly string[];
  readonly barcode: string;
  readonly published: boolean;
  readonly weightGrams: number | null;
  readonly ships: boolean;
  /** null: that of the product. */
  readonly taxCategory: string | null;
  readonly imageUrl: string | null;
  readonly tracksStock: boolean;
  readonly allowsBackorder: boolean;
  readonly onHand: number;
  /** The next delivery: pieces, and the day it is expected. */
  readonly incoming: { readonly quantity: number; readonly expectedOn: string } | null;
  readonly quantityIncrement: number | null;
  readonly maxQuantity: number | null;
  readonly unit: SellingUnit | null;
  readonly position: number;
  /** List breaks of this variant in the account's currency, without dates, ascending by quantity. */
  readonly prices: readonly ListBreak[];
  readonly editedFields: EditedFields;
};

export type ListBreak = { readonly quantity: number; readonly extendedPrice: string };
export type ImageRecord = { readonly productId: string; readonly url: string; readonly alt: string; readonly position: number };

/** A whole product as it is in the database. */
export type CatalogRecord = { readonly product: ProductRecord; readonly variants: readonly VariantRecord[]; readonly images: readonly ImageRecord[] };

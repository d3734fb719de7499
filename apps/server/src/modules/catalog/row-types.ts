// Rows as the queries give them to the presenter.
import type { ProductCharge } from '@backdesk/domain/catalog/charges.ts';
import type { ConfigurationOption } from '@backdesk/domain/catalog/configuration-options.ts';
import type { LinePart } from '@backdesk/domain/catalog/parts.ts';
import type { SellingUnit } from '@backdesk/domain/catalog/selling-unit.ts';
import type { PriceTable } from '@backdesk/domain/pricing/types.ts';
import type { BundleDefinition } from './queries/bundle-parts.ts';
import type { DiscountReach } from './queries/discount-reach.ts';
import type { PictureFetchRow } from './queries/picture-fetches.ts';

export type OptionNames = readonly { readonly name: string; readonly values: readonly string[] }[];

export type StockColumns = {
  readonly tracks_stock: boolean;
  readonly allows_backorder: boolean;
  readonly on_hand: number;
  readonly reserved: number;
  readonly incoming_quantity: number | null;
  /** A day, "2026-12-03"; set with the quantity. */
  readonly incoming_on: string | null;
};

export type VariantColumns = StockColumns & {
  readonly id: string;
  readonly version: number;
  readonly sku: string;
  readonly option_values: readonly string[];
  readonly title: string;
  readonly published: boolean;
  readonly image_url: string | null;
  readonly weight_grams: number | null;
  readonly ships: boolean;
  readonly tax_category: string | null;
  readonly quantity_increment: number | null;
  readonly unit: SellingUnit | null;
  readonly max_quantity: number | null;
};

export type HitRow = VariantColumns & {
  readonly tier: number;
  readonly key: string;
  readonly position: number;
  readonly product_id: string;
  readonly name: string;
  readonly code: string;
  readonly options: OptionNames;
  readonly product_published: boolean;
  readonly product_image_url: string | null;
  readonly product_tax_category: string;
  readonly groups_breaks: boolean;
  readonly configuration_options: readonly ConfigurationOption[];
  readonly charges: readonly ProductCharge[];
  /** Of a bundle: what stands below a line of it. */
  readonly parts: readonly LinePart[];
  /** null: no price today. */
  readonly priceTable: PriceTable | null;
  /** To the customer asked about; true without one. */
  readonly is_sold: boolean;
  /** Of the order asked about; undefined: of none. */
  readonly discountReach?: readonly DiscountReach[] | undefined;
};

export type ProductColumns = {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly description_html: string;
  readonly vendor: string;
  readonly product_type: string;
  readonly tags: readonly string[];
  readonly category_ids: readonly string[];
  readonly published: boolean;
  readonly tax_category: string;
  readonly options: OptionNames;
  readonly groups_breaks: boolean;
  readonly configuration_options: readonly ConfigurationOption[];
  readonly charges: readonly ProductCharge[];
  /** null: it is no bundle. */
  readonly bundle: BundleDefinition | null;
  readonly image_url: string | null;
  readonly updated_at: Date;
};

export type LoadedProduct = {
  readonly product: ProductColumns;
  readonly images: readonly { readonly url: string; readonly alt: string }[];
  readonly pictureFetches: readonly PictureFetchRow[];
  readonly discountReach?: readonly DiscountReach[] | undefined;
  /** `standing`: the list price without days, while a period stands in its place; else null. */
  readonly variants: readonly (VariantColumns & { readonly priceTable: PriceTable | null; readonly standing: PriceTable['breaks'] | null })[];
  readonly currency: string;
  /** Of a bundle: what stands below a line of it. */
  readonly parts: readonly LinePart[];
  /** Of a bundle: the stock of each part, by part id. */
  readonly partStock: ReadonlyMap<string, StockColumns>;
};

export type ListRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly image_url: string | null;
  readonly published: boolean;
  readonly updated_at: Date;
  readonly tier: number;
  readonly key: string;
  readonly variant_count: number;
  readonly is_bundle: boolean;
  readonly first_sku: string | null;
  readonly price_from: string | null;
  readonly available: number | null;
  /** Nothing of what is published is there, nor can be back-ordered. */
  readonly is_sold_out: boolean;
};

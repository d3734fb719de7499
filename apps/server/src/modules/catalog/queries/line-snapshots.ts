import type { ProductCharge } from '@backdesk/domain/catalog/charges.ts';
import type { ConfigurationOption } from '@backdesk/domain/catalog/configuration-options.ts';
import { type SellingUnit, withUnit } from '@backdesk/domain/catalog/selling-unit.ts';
import type { BuyerRule } from '@backdesk/domain/catalog/sold-to.ts';
import { type Kysely, sql } from 'kysely';
import { fewTexts } from '../../../db/few-rows.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { type BundleDefinition, bundleJson, type DefinedPart } from './bundle-parts.ts';
import { buyerRulesJson } from './buyer-rules.ts';
import { configurationOptionsJson } from './configuration-options.ts';
import { productChargesJson } from './product-charges.ts';

/** A row of the price list as it is stored. Quantities are whole pieces, `extendedPrice` major units for all of them together. */
export type PriceRow = {
  readonly variantId: string | null;
  readonly roleId: string | null;
  readonly roleName: string | null;
  readonly currency: string;
  readonly quantity: number;
  readonly extendedPrice: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
};

/** All that an order's line takes from the catalogue, and what pricing and the submit check ask about it. */
export type LineSnapshot = {
  /** The SKU by which it was asked for, as it was written; null when it was asked for by id. */
  readonly askedSku: string | null;
  readonly variantId: string;
  readonly productId: string;
  readonly name: string;
  readonly sku: string;
  readonly productCode: string;
  /** As a line prints them: with the unit it is sold by. */
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly imageUrl: string | null;
  /** Product and variant both. */
  readonly published: boolean;
  /** Of the product, with those of its variants. */
  readonly buyerRules: readonly BuyerRule[];
  readonly taxCategory: string;
  readonly ships: boolean;
  readonly weightGrams: number | null;
  readonly increment: number | null;
  readonly maximum: number | null;
  readonly unit: SellingUnit | null;
  /** Of a piece, in the currency asked about; null: not known. For margins, never for an answer about the order. */
  readonly cost: string | null;
  readonly groupsBreaks: boolean;
  /** Removed ones too: the line may hold an answer to them. */
  readonly configurationOptions: readonly ConfigurationOption[];
  /** Of the product, for all its variants. */
  readonly charges: readonly ProductCharge[];
  readonly stock: { readonly tracked: boolean; readonly onHand: number; readonly reserved: number; readonly backorder: boolean };
  /** Rows of this variant and of its product, for everybody and for the role asked about, in the currency asked about. */
  readonly prices: readonly PriceRow[];
  /** What it is made of; null: it is no bundle. */
  readonly bundle: (Pick<BundleDefinition, 'pricing'> & { readonly parts: readonly SnapshotPart[] }) | null;
};

/** A part with its variant as the catalogue has it; undefined: it is deleted. */
export type SnapshotPart = DefinedPart & { readonly snapshot: LineSnapshot | undefined };

export type SnapshotRequest = {
  readonly variantIds: readonly string[];
  /** Compared case-insensitively. */
  readonly skus: readonly string[];
  readonly roleId: string | null;
  readonly currency: string;
};

/** Variants by id or SKU, those of bundles with the variants they are made of. */
export async function listLineSnapshots(db: Kysely<Tables>, scope: AccountScope, request: SnapshotRequest): Promise<readonly LineSnapshot[]> {
  const found = await readSnapshots(db, scope, request);
  const variantIds = [...new Set(found.flatMap(({ bundle }) => bundle?.parts.map((part) => part.variantId) ?? []))];
  if (variantIds.length === 0) return found.map((each) => ({ ...each, bundle: null }));
  // A bundle is in no bundle, so there is nothing further below.
  const within = (await readSnapshots(db, scope, { ...request, variantIds, skus: [] })).map((each): LineSnapshot => ({ ...each, bundle: null }));
  const byId = new Map(within.map((each) => [each.variantId, each]));
  return found.map((each) => ({
    ...each,
    bundle: each.bundle === null ? null : { ...each.bundle, parts: each.bundle.parts.map((part) => ({ ...part, snapshot: byId.get(part.variantId) })) },
  }));
}

type ReadSnapshot = Omit<LineSnapshot, 'bundle'> & { readonly bundle: BundleDefinition | null };

/**
 * Variants by id or SKU with product, stock and price rows, in one statement. Deleted ones are missing. The order module
 * relies on it when lines are added, and when orders are priced anew. `limit 1` tells the planner that a SKU is unique.
 */
async function readSnapshots(db: Kysely<Tables>, scope: AccountScope, request: SnapshotRequest): Promise<readonly ReadSnapshot[]> {
  const { accountId } = scope;
  const { rows } = await sql<ReadSnapshot>`
    select w.asked "askedSku", v.id "variantId", v.product_id "productId", p.name, v.sku, p.code "productCode", coalesce(v.image_url, p.image_url) "imageUrl",
      v.published and p.published published, coalesce(v.tax_category, p.tax_category) "taxCategory", v.ships, v.weight_grams "weightGrams",
      v.quantity_increment increment, v.max_quantity maximum, v.unit, case when v.cost_currency = ${request.currency} then trim_scale(v.cost)::text end cost, p.groups_breaks "groupsBreaks",
      ${configurationOptionsJson} "configurationOptions", ${productChargesJson} charges, ${buyerRulesJson} "buyerRules",
      ${bundleJson} bundle,
      json_build_object('tracked', v.tracks_stock, 'onHand', coalesce(s.on_hand, 0), 'reserved', coalesce(s.reserved, 0), 'backorder', v.allows_backorder) stock,
      (select coalesce(json_agg(json_build_object('name', p.options -> (n.ordinal - 1)::integer ->> 'name', 'value', n.value) order by n.ordinal), '[]')
        from unnest(v.option_values) with ordinality n (value, ordinal)
        where p.options -> (n.ordinal - 1)::integer ->> 'name' is not null) options,
      (select coalesce(json_agg(json_build_object('variantId', r.variant_id, 'roleId', r.role_id, 'roleName', cr.name, 'currency', r.currency,
          'quantity', r.quantity, 'extendedPrice', trim_scale(r.extended_price)::text, 'validFrom', r.valid_from, 'validUntil', r.valid_until)), '[]')
        from price_rows r left join customer_roles cr on cr.account_id = r.account_id and cr.id = r.role_id
        where r.account_id = v.account_id and r.product_id = v.product_id and (r.variant_id is null or r.variant_id = v.id)
          and (r.role_id is null or r.role_id = ${request.roleId}::uuid) and r.currency = ${request.currency}) prices
    from (
      select i.text::uuid id, null::text asked from ${fewTexts(request.variantIds)} i
      union all
      select x.id, a.text from ${fewTexts(request.skus)} a
        cross join lateral (select id from variants where account_id = ${accountId} and lower(sku) = lower(a.text) and deleted_at is null limit 1) x
    ) w
    join variants v on v.account_id = ${accountId} and v.id = w.id and v.deleted_at is null
    join products p on p.account_id = v.account_id and p.id = v.product_id and p.deleted_at is null
    left join stock_levels s on s.account_id = v.account_id and s.variant_id = v.id`.execute(db);
  return rows.map((row) => (row.unit === null ? row : { ...row, options: withUnit(row.options, row.unit) }));
}

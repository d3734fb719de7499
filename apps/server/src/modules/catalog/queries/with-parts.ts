// Bundles among what was found, with what stands below a line of each: its parts at the prices of the customer asked about.
import { configure, configuredBreakGroup } from '@backdesk/domain/catalog/configuration.ts';
import type { LinePart } from '@backdesk/domain/catalog/parts.ts';
import { isSoldTo } from '@backdesk/domain/catalog/sold-to.ts';
import { bundleStock } from '@backdesk/domain/stock/bundle-stock.ts';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { ReadContext } from '../../context.ts';
import type { StockColumns } from '../row-types.ts';
import type { BundleDefinition, DefinedPart } from './bundle-parts.ts';
import type { FoundHit } from './read-hits.ts';

type ReadRows = (hits: RawBuilder<unknown>) => Promise<readonly FoundHit[]>;

/** A bundle as it is found: what stands below a line of it, and its stock as that of its parts. */
export type FoundBundle = {
  readonly parts: readonly LinePart[];
  readonly stock: StockColumns;
  /** By part id, as they count: of what cannot be sold there is none. */
  readonly partStock: ReadonlyMap<string, StockColumns>;
};

/** By product id: the parts of each bundle. One query for all of them, and none where there is no bundle. */
export async function partsOfBundles(
  { account }: Pick<ReadContext, 'account'>,
  bundles: ReadonlyMap<string, BundleDefinition>,
  read: ReadRows,
): Promise<ReadonlyMap<string, FoundBundle>> {
  const ids = [...new Set([...bundles.values()].flatMap(({ parts }) => parts.map(({ variantId }) => variantId)))];
  if (ids.length === 0) return new Map();
  const nothing = ids.map(() => null);
  const rows = await read(sql`unnest(${nothing}::integer[], ${ids}::uuid[], ${nothing}::text[], ${nothing}::uuid[], ${nothing}::integer[])`);
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...bundles].map(([productId, { pricing, parts }]) => [
      productId,
      foundBundle(
        parts.map((part) => linePart(part, pricing, found.get(part.variantId), account.currency)),
        found,
      ),
    ]),
  );
}

const none: StockColumns = { tracks_stock: true, allows_backorder: false, on_hand: 0, reserved: 0, incoming_quantity: null, incoming_on: null };

function foundBundle(parts: readonly LinePart[], found: ReadonlyMap<string, FoundHit>): FoundBundle {
  const partStock = new Map(parts.map(({ id, variantId, unavailable }) => [id, unavailable === null ? stockOf(found.get(variantId) ?? none) : none]));
  const { tracked, available, backorder } = bundleStock(
    parts.map(({ id, quantity }) => {
      const stock = partStock.get(id) ?? none;
      return { quantity, tracked: stock.tracks_stock, available: stock.on_hand - stock.reserved, backorder: stock.allows_backorder };
    }),
  );
  return { parts, partStock, stock: { ...none, tracks_stock: tracked, allows_backorder: backorder, on_hand: available } };
}

const stockOf = ({ tracks_stock, allows_backorder, on_hand, reserved, incoming_quantity, incoming_on }: StockColumns): StockColumns => ({
  ...{ tracks_stock, allows_backorder, on_hand, reserved, incoming_quantity, incoming_on },
});

const gone = { priceTable: null, breakGroup: null, taxCategory: 'standard', ships: false, weightGrams: null, answers: [], unavailable: 'deleted' } as const;

function linePart(part: DefinedPart, pricing: LinePart['pricing'], row: FoundHit | undefined, currency: string): LinePart {
  if (row === undefined || row.is_deleted) return { ...part, ...gone, pricing };
  const isPublished = row.published && row.product_published;
  return {
    ...part,
    pricing,
    priceTable: row.priceTable,
    breakGroup: configuredBreakGroup(row.groups_breaks ? row.product_id : null, row.configuration_options, {}),
    taxCategory: row.tax_category ?? row.product_tax_category,
    ships: row.ships,
    weightGrams: row.weight_grams,
    answers: configure(row.configuration_options, {}, currency, []).answers,
    unavailable: !isPublished ? 'unpublished' : isSoldTo(row.buyer_rules, row.id, row.role_id) ? null : 'excluded',
  };
}

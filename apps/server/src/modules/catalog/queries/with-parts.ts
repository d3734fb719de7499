// Bundles among what was found, with what stands below a line of each: its parts at the prices of the customer asked about.
import { configure, configuredBreakGroup } from '@backdesk/domain/catalog/configuration.ts';
import type { LinePart } from '@backdesk/domain/catalog/parts.ts';
import { isSoldTo } from '@backdesk/domain/catalog/sold-to.ts';
import { withUnit } from '@backdesk/domain/catalog/selling-unit.ts';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { ReadContext } from '../../context.ts';
import type { BundleDefinition, DefinedPart } from './bundle-parts.ts';
import type { FoundHit } from './read-hits.ts';

type ReadRows = (hits: RawBuilder<unknown>) => Promise<readonly FoundHit[]>;

/** By product id: the parts of each bundle. One query for all of them, and none where there is no bundle. */
export async function partsOfBundles(
  { account }: Pick<ReadContext, 'account'>,
  bundles: ReadonlyMap<string, BundleDefinition>,
  read: ReadRows,
): Promise<ReadonlyMap<string, readonly LinePart[]>> {
  const ids = [...new Set([...bundles.values()].flatMap(({ parts }) => parts.map(({ variantId }) => variantId)))];
  if (ids.length === 0) return new Map();
  const none = ids.map(() => null);
  const rows = await read(sql`unnest(${none}::integer[], ${ids}::uuid[], ${none}::text[], ${none}::uuid[], ${none}::integer[])`);
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...bundles].map(([productId, { pricing, parts }]) => [
      productId,
      parts.map((part) => linePart(part, pricing, found.get(part.variantId), account.currency)),
    ]),
  );
}

const gone = { priceTable: null, breakGroup: null, taxCategory: 'standard', ships: false, weightGrams: null, answers: [], unavailable: 'deleted' } as const;

function linePart(part: DefinedPart, pricing: LinePart['pricing'], row: FoundHit | undefined, currency: string): LinePart {
  if (row === undefined || row.is_deleted) return { ...part, ...gone, pricing };
  const isPublished = row.published && row.product_published;
  return {
    ...part,
    options: withUnit(part.options, row.unit),
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

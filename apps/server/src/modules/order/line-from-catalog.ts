// What a line takes from the catalogue: a copy, so that nothing there can empty a document later.
import { lineCharges } from '@backdesk/domain/catalog/charges.ts';
import { configure, configuredBreakGroup } from '@backdesk/domain/catalog/configuration.ts';
import type { Configuration } from '@backdesk/domain/catalog/configuration-options.ts';
import { type LinePart, partIn, weightOfParts } from '@backdesk/domain/catalog/parts.ts';
import { renewedUnit, withUnit } from '@backdesk/domain/catalog/selling-unit.ts';
import { whyNotSold } from '@backdesk/domain/catalog/sold-to.ts';
import type { FileFacts } from '@backdesk/domain/file/kinds.ts';
import type { LineSnapshot } from '../catalog/queries/line-snapshots.ts';
import type { CommandContext } from '../context.ts';
import { dayIn } from '../day-in.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';
import { type PriceAudience, priceTableFor } from './price-table-for.ts';
import { termsOf } from './terms-of.ts';

/** Answers, and what is known of the files that they name. */
export type Entered = { readonly configuration: Configuration; readonly files: readonly FileFacts[] };

/** What a line holds already: it remembers its files. */
export function enteredOn({
  configuration,
  answers,
  charges,
  parts,
}: Pick<LineRecord, 'configuration' | 'answers' | 'charges' | 'parts'>): Entered & Pick<LineRecord, 'charges' | 'parts'> {
  return { configuration, charges, parts, files: answers.flatMap(({ file }) => file ?? []) };
}

/** What the options of the product make of a configuration: answers in words, upcharges, and who it shares breaks with. */
export function configuredPart(
  { configurationOptions, groupsBreaks, productId }: LineSnapshot,
  { configuration, files }: Entered,
  currency: string,
): Pick<LineRecord, 'answers' | 'upcharges' | 'breakGroup'> {
  return {
    ...configure(configurationOptions, configuration, currency, files),
    breakGroup: configuredBreakGroup(groupsBreaks ? productId : null, configurationOptions, configuration),
  };
}

/** The part of a line that follows the catalogue and the customer, as both are now. */
export function catalogPart(snapshot: LineSnapshot, audience: PriceAudience, entered: Entered & Pick<LineRecord, 'charges' | 'parts'>): CatalogPart {
  const part = soldPart(snapshot, audience, entered);
  const [first] = entered.parts;
  if (first === undefined) return part;
  // What it costs and weighs is told at its parts; of a fixed price the weight is that of its parts where it has none of its own.
  const bundle = { ...part, parts: entered.parts, cost: '0' };
  return first.pricing === 'fixed'
    ? { ...bundle, weightGrams: snapshot.weightGrams ?? weightOfParts(entered.parts) }
    : { ...bundle, priceTable: null, breakGroup: null, upcharges: [], ships: false, weightGrams: null };
}

type CatalogPart = Pick<
  LineRecord,
  'priceTable' | 'breakGroup' | 'answers' | 'upcharges' | 'charges' | 'quantityRule' | 'taxCategory' | 'ships' | 'weightGrams' | 'unavailable' | 'cost'
>;

/** The line of a part of a bundle as the catalogue has its variant now: the bundle says how many, and what it is charged. */
export function catalogPartOfBundle(snapshot: LineSnapshot, audience: PriceAudience, line: LineRecord, pricing: LinePart['pricing']): LineRecord {
  const free = { charges: [], quantityRule: { increment: null, maximum: null } };
  return partIn({ ...line, options: renewedUnit(line.options, snapshot), ...soldPart(snapshot, audience, enteredOn(line)), ...free }, pricing);
}

/** The parts of a bundle as the catalogue has them now; nothing for what is no bundle. */
export function linePartsOf({ bundle }: LineSnapshot, audience: PriceAudience): readonly LinePart[] {
  if (bundle === null) return [];
  const { pricing } = bundle;
  return bundle.parts.map(({ snapshot, ...part }): LinePart => {
    const entered = { configuration: {}, files: [], charges: [] };
    if (snapshot === undefined) return { ...part, ...unknownPart, pricing };
    const { priceTable, breakGroup, taxCategory, ships, weightGrams, answers, unavailable, cost } = soldPart(snapshot, audience, entered);
    const options = withUnit(part.options, snapshot.unit);
    return { ...part, options, pricing, priceTable, breakGroup, taxCategory, ships, weightGrams, answers, unavailable, cost };
  });
}

const unknownPart = {
  priceTable: null,
  breakGroup: null,
  taxCategory: 'standard',
  ships: false,
  weightGrams: null,
  answers: [],
  unavailable: 'deleted',
  cost: null,
} as const satisfies Partial<LinePart>;

function soldPart(snapshot: LineSnapshot, audience: PriceAudience, entered: Entered & Pick<LineRecord, 'charges'>): CatalogPart {
  return {
    ...configuredPart(snapshot, entered, audience.currency),
    priceTable: priceTableFor(snapshot, audience),
    charges: lineCharges(snapshot.charges, { variantId: snapshot.variantId, currency: audience.currency }, entered.charges),
    quantityRule: { increment: snapshot.increment, maximum: snapshot.maximum },
    taxCategory: snapshot.taxCategory,
    ships: snapshot.ships,
    weightGrams: snapshot.weightGrams,
    cost: snapshot.cost,
    unavailable: whyNotSold(snapshot, audience.role?.id ?? null),
  };
}

/** Who pays and in what: what chooses among the price rows. */
export function audienceOf(
  record: Pick<OrderRecord, 'customer' | 'company' | 'currency'>,
  { account, now }: Pick<CommandContext, 'account' | 'now'>,
): PriceAudience {
  const { role } = termsOf(record);
  return { role: role === null ? null : { id: role.id, name: role.name }, currency: record.currency, on: dayIn(account.timeZone, now) };
}

/** A new catalogue line; `position` is given by the document it goes into. */
export function lineFromCatalog(
  snapshot: LineSnapshot,
  audience: PriceAudience,
  given: Pick<LineRecord, 'id' | 'quantity' | 'configuration' | 'noteCustomer' | 'noteInternal'>,
  files: readonly FileFacts[],
): LineRecord {
  const { variantId, productId, name, sku, productCode, options, imageUrl } = snapshot;
  const parts = linePartsOf(snapshot, audience);
  return {
    ...given,
    ...catalogPart(snapshot, audience, { configuration: given.configuration, files, charges: [], parts }),
    position: 0,
    kind: parts.length > 0 ? 'bundle' : 'catalog',
    parts,
    partId: null,
    parentLineId: null,
    productId,
    variantId,
    name,
    sku,
    productCode,
    options,
    imageUrl,
    // A bundle that is summed costs nothing beside its parts.
    unitPrice: parts[0]?.pricing === 'summed' ? '0' : null,
    chargeId: null,
    override: null,
    discount: null,
    optional: false,
    chosen: true,
    choiceGroup: null,
    quantityBounds: null,
    fieldVersions: {},
  };
}

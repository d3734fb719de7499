// What a line takes from the catalogue: a copy, so that nothing there can empty a document later.
import { lineCharges } from '@backdesk/domain/catalog/charges.ts';
import { configure, configuredBreakGroup } from '@backdesk/domain/catalog/configuration.ts';
import type { Configuration } from '@backdesk/domain/catalog/configuration-options.ts';
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
}: Pick<LineRecord, 'configuration' | 'answers' | 'charges'>): Entered & Pick<LineRecord, 'charges'> {
  return { configuration, charges, files: answers.flatMap(({ file }) => file ?? []) };
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
export function catalogPart(
  snapshot: LineSnapshot,
  audience: PriceAudience,
  entered: Entered & Pick<LineRecord, 'charges'>,
): Pick<
  LineRecord,
  'priceTable' | 'breakGroup' | 'answers' | 'upcharges' | 'charges' | 'quantityRule' | 'taxCategory' | 'ships' | 'weightGrams' | 'unavailable' | 'cost'
> {
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
  return {
    ...given,
    ...catalogPart(snapshot, audience, { configuration: given.configuration, files, charges: [] }),
    position: 0,
    kind: 'catalog',
    parentLineId: null,
    productId,
    variantId,
    name,
    sku,
    productCode,
    options,
    imageUrl,
    unitPrice: null,
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

import { configurationOptionsOf } from '@backdesk/contract/catalog/configuration-input.ts';
import type { VariantHit } from '@backdesk/contract/catalog/search.ts';
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { configure, configuredBreakGroup, normalConfiguration } from '@backdesk/domain/catalog/configuration.ts';
import { weightOfParts } from '@backdesk/domain/catalog/parts.ts';
import { withUnit } from '@backdesk/domain/catalog/selling-unit.ts';
import type { Entered } from '../product/use-configuration.ts';
import type { ConfiguredLine, DiscountReach } from './order-op.ts';

type Sold = Pick<
  VariantHit,
  | 'productId'
  | 'sku'
  | 'name'
  | 'productCode'
  | 'options'
  | 'imageUrl'
  | 'priceTable'
  | 'currency'
  | 'quantityRule'
  | 'unit'
  | 'breakGroup'
  | 'configurationOptions'
  | 'charges'
  | 'parts'
  | 'taxCategory'
  | 'ships'
  | 'weightGrams'
> & { readonly id: string };

const underived = { subtotal: null, unitPrice: null, tax: null, taxLines: [], explanation: [], hint: null, blockers: [] } satisfies Partial<OrderLine>;
const untouched = {
  parentLineId: null,
  chargeId: null,
  partId: null,
  override: null,
  discount: null,
  optional: false,
  chosen: false,
  choiceGroup: null,
  quantityBounds: null,
  noteCustomer: '',
  noteInternal: '',
} satisfies Partial<OrderLine>;

const unanswered: Entered = { configuration: {}, files: [] };

function nothing(currency: string) {
  const zero = { amount: 0, currency };
  return { amount: zero, discountAmount: zero, total: zero };
}

/** What a configuration says and adds, worked out as the server does. */
export function configuredLine(sold: Pick<Sold, 'breakGroup' | 'configurationOptions' | 'currency'>, { configuration, files }: Entered): ConfiguredLine {
  const options = configurationOptionsOf(sold.configurationOptions);
  const { answers, upcharges } = configure(options, configuration, sold.currency, files);
  return {
    answers: answers.map((answer) => ({ ...answer })),
    upcharges: upcharges.map((upcharge) => ({ ...upcharge, perLine: { amount: upcharge.perLine, currency: sold.currency } })),
    breakGroup: configuredBreakGroup(sold.breakGroup, options, configuration),
  };
}

/** A line as it will stand on the order, from a hit of the search; the calculator adds the figures. */
export function previewLine(sold: Sold, quantity: number, id: string, entered: Entered = unanswered): OrderLine {
  return {
    ...untouched,
    configuration: { ...normalConfiguration(entered.configuration) },
    ...configuredLine(sold, entered),
    ...underived,
    ...nothing(sold.currency),
    id,
    kind: sold.parts.length > 0 ? 'bundle' : 'catalog',
    productId: sold.productId,
    variantId: sold.id,
    name: sold.name,
    sku: sold.sku,
    productCode: sold.productCode,
    options: [...withUnit(sold.options, sold.unit)],
    imageUrl: sold.imageUrl,
    quantity,
    quantityVersion: 0,
    typedUnitPrice: null,
    priceTable: sold.priceTable,
    charges: sold.charges,
    parts: sold.parts,
    quantityRule: sold.quantityRule,
    taxCategory: sold.taxCategory,
    ships: sold.ships,
    weightGrams: sold.weightGrams,
    ...ofBundle(sold),
  };
}

/** What its parts make of the bundle itself, as the server has it. */
function ofBundle({ parts, weightGrams }: Pick<Sold, 'parts' | 'weightGrams'>): Partial<OrderLine> {
  const [first] = parts;
  if (first === undefined) return {};
  if (first.pricing === 'fixed') return { weightGrams: weightGrams ?? weightOfParts(parts) };
  return { typedUnitPrice: '0', priceTable: null, breakGroup: null, upcharges: [], ships: false, weightGrams: null };
}

/** What an op that adds it says of the order's discounts. */
export const reachOf = ({ discountReach }: Pick<VariantHit, 'discountReach'>): { readonly reach?: DiscountReach } =>
  discountReach === undefined || discountReach.length === 0 ? {} : { reach: discountReach };

export type CustomLine = { readonly name: string; readonly unitPrice: string; readonly quantity: number; readonly ships: boolean };

/** A line of something that is not in the catalogue. */
export function previewCustomLine(custom: CustomLine, currency: string, id: string): OrderLine {
  return {
    ...untouched,
    configuration: {},
    answers: [],
    upcharges: [],
    charges: [],
    parts: [],
    ...underived,
    ...nothing(currency),
    id,
    kind: 'custom',
    productId: null,
    variantId: null,
    name: custom.name,
    sku: '',
    productCode: '',
    options: [],
    imageUrl: null,
    quantity: custom.quantity,
    quantityVersion: 0,
    typedUnitPrice: custom.unitPrice,
    priceTable: null,
    breakGroup: null,
    quantityRule: { increment: null, maximum: null },
    taxCategory: 'standard',
    ships: custom.ships,
    weightGrams: null,
  };
}

/** A heading between lines. */
export function previewSection(name: string, currency: string, id: string): OrderLine {
  return { ...previewCustomLine({ name, unitPrice: '0', quantity: 1, ships: false }, currency, id), kind: 'section', typedUnitPrice: null };
}

import type { VariantHit } from '@backdesk/contract/catalog/schema.ts';
import type { OrderLine } from '@backdesk/contract/order/schema.ts';

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
  | 'breakGroup'
  | 'taxCategory'
  | 'ships'
  | 'weightGrams'
> & { readonly id: string };

const underived = { unitPrice: null, tax: null, taxLines: [], explanation: [], hint: null, blockers: [] } satisfies Partial<OrderLine>;
const untouched = {
  parentLineId: null,
  configuration: {},
  upcharges: [],
  override: null,
  discount: null,
  optional: false,
  chosen: false,
  choiceGroup: null,
  noteCustomer: '',
  noteInternal: '',
} satisfies Partial<OrderLine>;

function nothing(currency: string) {
  const zero = { amount: 0, currency };
  return { amount: zero, discountAmount: zero, total: zero };
}

/** A line as it will stand on the order, from a hit of the search; the calculator adds the figures. */
export function previewLine(sold: Sold, quantity: number, id: string): OrderLine {
  return {
    ...untouched,
    ...underived,
    ...nothing(sold.currency),
    id,
    kind: 'catalog',
    productId: sold.productId,
    variantId: sold.id,
    name: sold.name,
    sku: sold.sku,
    productCode: sold.productCode,
    options: sold.options,
    imageUrl: sold.imageUrl,
    quantity,
    quantityVersion: 0,
    typedUnitPrice: null,
    priceTable: sold.priceTable,
    breakGroup: sold.breakGroup,
    quantityRule: sold.quantityRule,
    taxCategory: sold.taxCategory,
    ships: sold.ships,
    weightGrams: sold.weightGrams,
  };
}

export type CustomLine = { readonly name: string; readonly unitPrice: string; readonly quantity: number; readonly ships: boolean };

/** A line of something that is not in the catalogue. */
export function previewCustomLine(custom: CustomLine, currency: string, id: string): OrderLine {
  return {
    ...untouched,
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

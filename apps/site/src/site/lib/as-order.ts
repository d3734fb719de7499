// The site's JSON as the parts that desk and site share take it. What the site is not told stands empty: nothing of it is shown
// there, and the calculator does not ask for it.
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import type { SiteLine, SiteOrder, SiteProduct } from '@backdesk/contract/site/schema.ts';

const noAbilities: Order['abilities'] = {
  edit: false,
  setFields: false,
  overridePrice: false,
  overrideShipping: false,
  convert: false,
  send: false,
  withdraw: false,
  saveAsCart: false,
  takeBack: false,
  submit: false,
  approve: false,
  reopen: false,
  cancel: false,
  ship: false,
  delete: false,
};

export function asLine({ agreedUnitPrice, mayChange: _, ...line }: SiteLine): OrderLine {
  return {
    ...line,
    noteInternal: '',
    quantityBounds: null,
    override: agreedUnitPrice === null ? null : { unitPrice: agreedUnitPrice, reason: '', by: '' },
    explanation: [],
  };
}

export function asOrder({ contact, lines, shipping, ending: _, ...order }: SiteOrder): Order {
  return {
    ...order,
    customer:
      contact === null ? null : { id: '', name: contact.name, email: contact.email, phone: contact.phone, number: null, taxExemption: null, active: true },
    company: contact === null || contact.company === '' ? null : { id: '', name: contact.company },
    lines: lines.map(asLine),
    shipping: { shipments: shipping.shipments.map((shipment) => ({ ...shipment, method: shipment.method && { ...shipment.method, typed: null } })) },
    estimate: null,
    ending: null,
    dueOn: null,
    validDays: null,
    agreedTerms: null,
    noteInternal: '',
    owner: null,
    fulfilments: [],
    paymentStatus: 'unpaid',
    abilities: noAbilities,
  };
}

export function asProduct({ variants, ...product }: SiteProduct): Product {
  return {
    ...product,
    version: 1,
    vendor: '',
    productType: '',
    categoryIds: [],
    pictureFetches: [],
    charges: [],
    bundle: null,
    tags: [],
    published: true,
    updatedAt: '',
    variants: variants.map(({ stock, ...variant }) => ({
      ...variant,
      version: 1,
      published: true,
      stock: { ...stock, onHand: stock.available, reserved: 0 },
    })),
  };
}

// What a person did to an order, small enough to be kept, sent once and applied again on top of what the server says.
import type { VariantHit } from '@backdesk/contract/catalog/search.ts';
import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import type { NewLine } from '@backdesk/contract/order/requests.ts';
import type { Configuration } from '@backdesk/domain/catalog/configuration-options.ts';
import type { FieldValue } from '@backdesk/domain/field/types.ts';

export type LinePatch = {
  readonly quantity?: number;
  readonly override?: { readonly unitPrice: string; readonly reason: string } | null;
  readonly discount?: OrderLine['discount'];
  readonly configuration?: Configuration;
  readonly name?: string;
  readonly unitPrice?: string;
  readonly noteCustomer?: string;
  readonly noteInternal?: string;
  readonly optional?: boolean;
  readonly chosen?: boolean;
  readonly choiceGroup?: string | null;
  readonly quantityBounds?: OrderLine['quantityBounds'];
  /** The line it now follows; null: it is the first. */
  readonly after?: string | null;
};

export type ConfiguredLine = Pick<OrderLine, 'answers' | 'upcharges' | 'breakGroup'>;

export type OrderPatch = {
  readonly name?: string;
  readonly poNumber?: string;
  readonly dueOn?: string | null;
  /** null: as agreed with the company. */
  readonly paymentTerms?: string | null;
  readonly deposit?: OrderLine['discount'];
  readonly noteCustomer?: string;
  readonly noteInternal?: string;
  readonly customerId?: string;
  /** The account's own fields, each by itself; null empties one. */
  readonly fields?: { readonly [code: string]: FieldValue | null };
};

/** A shipment as it is entered; `lines` null: everything that ships. */
export type ShipmentEntry = Pick<Order['shipping']['shipments'][number], 'id' | 'kind' | 'address' | 'pickupPlace' | 'lines'>;

type ShippingMethod = NonNullable<Order['shipping']['shipments'][number]['method']>;

export type DiscountRequest = {
  readonly id?: string;
  readonly label: string;
  readonly value: Order['discounts'][number]['value'];
  readonly reach: 'items' | 'shipping' | 'items_and_shipping';
};

export type DiscountReach = NonNullable<VariantHit['discountReach']>;

export type OrderOp =
  /** `reach`: which discounts of the order reach it. `below`: lines of the parts of a bundle as the request has them, where something is said at them. */
  | {
      readonly kind: 'add_line';
      readonly request: NewLine;
      readonly preview: OrderLine;
      readonly asNewLine: boolean;
      readonly below?: readonly OrderLine[];
      readonly reach?: DiscountReach;
    }
  /** Many at once, of catalogue articles: what was pasted. One request, refused or taken as a whole. */
  | { readonly kind: 'add_lines'; readonly added: readonly { readonly request: NewLine; readonly preview: OrderLine; readonly reach?: DiscountReach }[] }
  /** `configured`: what another configuration says and adds, so that it shows at once. */
  | { readonly kind: 'change_line'; readonly lineId: string; readonly patch: LinePatch; readonly by: string; readonly configured?: ConfiguredLine }
  | { readonly kind: 'remove_line'; readonly lineId: string }
  | { readonly kind: 'change_order'; readonly patch: OrderPatch }
  | { readonly kind: 'set_shipping'; readonly address: Address; readonly saveToCustomer: boolean }
  /** All shipments at once: fetched, or split over several addresses. */
  | { readonly kind: 'set_shipments'; readonly shipments: readonly ShipmentEntry[] }
  | {
      readonly kind: 'set_shipping_method';
      readonly shipmentId: string;
      readonly rateId: string;
      readonly name: string;
      readonly amount: number;
      readonly terms: ShippingMethod['terms'];
    }
  /** A price for shipping that staff typed; null clears it. */
  | {
      readonly kind: 'type_shipping_price';
      readonly shipmentId: string;
      readonly typed: { readonly name: string; readonly amount: number; readonly currency: string; readonly reason: string; readonly by: string } | null;
    }
  | { readonly kind: 'set_billing'; readonly sameAsShipping: boolean; readonly address: Address | null; readonly saveToCustomer: boolean }
  | { readonly kind: 'set_payment'; readonly payment: NonNullable<Order['payment']> }
  /** What is usual for the customer at each step that is still empty; what that is only the server knows. */
  | { readonly kind: 'fill_checkout' }
  | { readonly kind: 'set_discounts'; readonly discounts: readonly DiscountRequest[] }
  /** All codes of the order; what a new one takes off only the server knows. */
  | { readonly kind: 'set_codes'; readonly codes: readonly string[] }
  /** `index` null: all that was done in that version. `restore`: what the undo brings back, so that it shows at once. */
  | {
      readonly kind: 'undo';
      readonly version: number;
      readonly index: number | null;
      readonly restore: { readonly line: OrderLine; readonly after: string | null } | null;
    };

/** An op on its way: kept until the server has acknowledged it. */
export type QueuedOp = {
  readonly id: string;
  /** Sent as `Idempotency-Key`; the same at every try, so that a try that was done without our hearing of it is not done twice. */
  readonly key: string;
  readonly op: OrderOp;
  /** The version that was on the screen. */
  readonly basedOn: number;
  /** How often it was sent; from the first try its content is fixed. */
  readonly tries: number;
  readonly madeAt: string;
};

/** The names of what an op sets, to tell whether two ops are about the same thing. */
export function targetsOf(op: OrderOp): readonly string[] {
  switch (op.kind) {
    case 'change_line':
      return Object.keys(op.patch).map((field) => `${op.lineId}.${field}`);
    case 'change_order':
      return Object.keys(op.patch).flatMap((field) =>
        field === 'fields' ? Object.keys(op.patch.fields ?? {}).map((code) => `order.fields.${code}`) : [`order.${field}`],
      );
    case 'add_line':
      return [`${op.preview.id}.line`];
    case 'add_lines':
      return op.added.map(({ preview }) => `${preview.id}.line`);
    case 'remove_line':
      return [`${op.lineId}.line`];
    case 'undo':
      return [];
    case 'type_shipping_price':
      return ['set_shipping_method'];
    default:
      return [op.kind];
  }
}

/** Whether both set the very same fields. */
export function sameTargets(a: OrderOp, b: OrderOp): boolean {
  return a.kind === b.kind && targetsOf(a).toSorted().join() === targetsOf(b).toSorted().join();
}

/** Whether both set one field. */
export function sameTarget(a: OrderOp, b: OrderOp): boolean {
  const targets = new Set(targetsOf(a));
  return targetsOf(b).some((target) => targets.has(target));
}

// A refusal is a business "no": what was asked is well-formed, but the rules do not allow it.
// The codes are stable (they are part of the public API) and each carries the data a person needs to put it right.
// Decision record 0006 (errors).

/** Every business "no" the domain can say. `contract/problem.ts` must give each a status and a title, or it does not compile. */
export const refusalCodes = [
  'order.not_editable',
  'order.no_such_transition',
  'order.no_lines',
  'order.moved',
  'order.not_submittable',
  'order.customer_inactive',
  'order.customer_missing',
  'order.negative_total',
  'order.has_shipped',
  'order.not_shippable',
  'order.nothing_to_ship',
  'order.over_shipped',
  'fulfilment.not_found',
  'line.not_found',
  'line.below_minimum',
  'line.over_maximum',
  'line.not_in_increment',
  'line.no_price',
  'line.product_unavailable',
  'line.short_of_stock',
  'line.override_out_of_range',
  'line.discount_out_of_range',
  'line.below_floor',
  'line.quantity_out_of_range',
  'line.configuration_missing',
  'line.configuration_unknown',
  'line.configuration_too_long',
  'line.configuration_invalid',
  'line.choice_open',
  'line.charge_stays',
  'line.part_stays',
  'line.price_agreed',
  'discount.out_of_range',
  'discount.exceeds_base',
  'discount.not_valid',
  'shipping.address_missing',
  'shipping.address_stale',
  'shipping.country_not_served',
  'shipping.quantities_differ',
  'shipping.method_missing',
  'shipping.method_stale',
  'shipping.method_not_serving',
  'billing.address_missing',
  'billing.stale',
  'payment.missing',
  'payment.not_allowed',
  'payment.too_small',
  'fields.missing',
  'estimate.no_lines',
  'estimate.not_accepted',
  'estimate.not_open',
  'estimate.already_sent',
  'template.name_taken',
  'estimate.not_found',
  'estimate.valid_until_past',
  'estimate.choice_not_offered',
  'estimate.quantity_out_of_bounds',
  'estimate.drifted',
  'estimate.not_deliverable',
  'estimate.needs_reissue',
  'order.differs_from_accepted',
  'category.within_itself',
  'category.too_deep',
  'staff.last_owner',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/**
 * One refusal. `pointer` is a JSON pointer into the order as the API shows it ("/lines/3/quantity", "/shipping"),
 * `lineId` names the line, `step` the checkout step it is mended in; `detail` holds the figures the message needs
 * (bounds, what is short, the difference): numbers are minor units when the name ends in `Amount`, else plain counts.
 */
export type Refusal = {
  readonly code: RefusalCode;
  readonly pointer?: string;
  readonly lineId?: string;
  readonly step?: CheckoutStepName;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** The four checkout steps, in their order. The public names are in design "Checkout". */
export const checkoutStepNames = ['shipping', 'shipping-method', 'billing', 'finalize'] as const;
export type CheckoutStepName = (typeof checkoutStepNames)[number];

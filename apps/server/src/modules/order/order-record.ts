// The order as the server holds it between the database and the domain: the rows of one order, joined with the names that
// an answer shows. Commands make a changed copy and hand it to the store, which writes what differs.

import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import type { LineCharge } from '@backdesk/domain/catalog/charges.ts';
import type { Answer, Configuration } from '@backdesk/domain/catalog/configuration-options.ts';
import type { LinePart } from '@backdesk/domain/catalog/parts.ts';
import type { Unavailability } from '@backdesk/domain/catalog/sold-to.ts';
import type { QuantityBounds } from '@backdesk/domain/estimate/promise.ts';
import type { RateGone } from '@backdesk/domain/estimate/total-today.ts';
import type { FieldRule, FieldValue } from '@backdesk/domain/field/types.ts';
import type { DecimalString, MinorUnits } from '@backdesk/domain/money/money.ts';
import type { Address, PaymentChoice, PaymentTerms, Stage, StepInputs } from '@backdesk/domain/order/types.ts';
import type {
  DiscountValue,
  LineKind,
  OpenPart,
  OrderDiscount,
  OrderPricing,
  PlaceTax,
  PriceMode,
  PriceOverride,
  PriceTable,
  QuantityRule,
  Upcharge,
} from '@backdesk/domain/pricing/types.ts';
import type { ChosenMethod, PickupPlace, ShippingZone } from '@backdesk/domain/shipping/types.ts';

/** The order version that last changed each field; a field that is missing has its value since the row was made. */
export type FieldVersions = Readonly<Record<string, number>>;

export type LineRecord = {
  readonly id: string;
  /** Lines are shown by it; gaps of 1024 leave room to move one without touching the others. */
  readonly position: number;
  readonly kind: LineKind;
  readonly parentLineId: string | null;
  readonly productId: string | null;
  readonly variantId: string | null;
  readonly name: string;
  readonly sku: string;
  readonly productCode: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly imageUrl: string | null;
  readonly configuration: Configuration;
  readonly answers: readonly Answer[];
  readonly quantity: number;
  readonly unitPrice: DecimalString | null;
  readonly priceTable: PriceTable | null;
  readonly breakGroup: string | null;
  readonly quantityRule: QuantityRule;
  readonly upcharges: readonly Upcharge[];
  readonly charges: readonly LineCharge[];
  readonly chargeId: string | null;
  /** Of a bundle: what it is made of, as when it was entered. */
  readonly parts: readonly LinePart[];
  readonly partId: string | null;
  readonly override: PriceOverride | null;
  readonly discount: DiscountValue | null;
  readonly optional: boolean;
  readonly chosen: boolean;
  readonly choiceGroup: string | null;
  /** How many the customer may take on the estimate page; null: the quantity is staff's. */
  readonly quantityBounds: QuantityBounds | null;
  readonly taxCategory: string;
  readonly ships: boolean;
  readonly weightGrams: number | null;
  /** What a piece costs, as when the line was last read from the catalogue. It leaves by the margin of the order alone. */
  readonly cost: DecimalString | null;
  /** Why its product is not sold to this customer, as when the line was last read from the catalogue. */
  readonly unavailable: Unavailability | null;
  readonly noteCustomer: string;
  readonly noteInternal: string;
  readonly fieldVersions: FieldVersions;
};

export type ShipmentRecord = {
  readonly id: string;
  readonly position: number;
  readonly kind: 'ship' | 'pickup';
  readonly address: Address | null;
  /** A copy, as chosen; its address is the shipment's. */
  readonly pickupPlace: PickupPlace | null;
  readonly method: ChosenMethod | null;
  /** null: the implicit shipment that holds every line that ships. */
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[] | null;
  readonly fieldVersions: FieldVersions;
};

/** Pieces that went out together, or were handed over at a pickup place. */
export type FulfilmentRecord = {
  readonly id: string;
  readonly shipmentId: string;
  /** A calendar day, where the account is. */
  readonly shippedOn: string;
  /** Of a pickup: the day it was fetched; null while it waits, and for what ships. */
  readonly fetchedOn: string | null;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly trackingUrl: string;
  readonly at: string;
  readonly by: string;
  /** Taken back: it did not leave after all. */
  readonly isVoided: boolean;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
};

/** What the calculator was given beside lines and shipments, kept so that a read never prices. */
export type PricingFacts = {
  /** By shipment id; a shipment without a place is missing. */
  readonly shipmentTax: Readonly<Record<string, PlaceTax>>;
  readonly billingTax: PlaceTax | null;
  readonly homeTax: PlaceTax;
  readonly exemption: string | null;
  /** The zones that serve the shipments' addresses, in the order in which they are tried. */
  readonly zones: readonly ShippingZone[];
};

/** What a checkout step was completed with, and when. */
export type CompletedStep = { readonly inputs: StepInputs; readonly completedAt: string };
export type CheckoutRecord = { readonly shipping?: CompletedStep; readonly 'shipping-method'?: CompletedStep; readonly billing?: CompletedStep };

export type NamedRole = { readonly id: string; readonly name: string };

export type CustomerOfOrder = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly number: string | null;
  readonly taxExemption: string | null;
  readonly active: boolean;
  readonly openAccount: boolean;
  /** Their own; `defaultRole` is the account's, for who has none. Which is in force: customer-terms.ts of the domain. */
  readonly role: NamedRole | null;
  readonly defaultRole: NamedRole | null;
  /** Payment terms of the account, for whose company has none; '' for none. */
  readonly defaultTerms: string;
};

export type CompanyOfOrder = {
  readonly id: string;
  readonly name: string;
  readonly taxExemption: string | null;
  readonly role: NamedRole | null;
  readonly terms: string;
};

export type RevisionOfOrder = {
  readonly revision: number;
  readonly status: 'open' | 'changes_requested' | 'accepted' | 'accepted_in_part' | 'declined' | 'withdrawn' | 'superseded';
  readonly totalAmount: number;
  readonly open: readonly OpenPart[];
  readonly validUntil: string;
  readonly expiresAt: string;
  readonly message: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly releasedAt: string | null;
  readonly sha256: string;
  readonly sentTo: readonly string[];
  readonly deliveries: readonly DeliveryOfRevision[];
  readonly sentAt: string | null;
  readonly viewedAt: string | null;
  readonly viewCount: number;
  /** Until when the prices of an accepted one hold; null: until it expires. */
  readonly lockUntil: string | null;
  /** What the promise would come to at the prices of now, as it was last compared; null: it was not. */
  readonly todayAmount: number | null;
  readonly todayRatesGone: readonly RateGone[] | null;
  /** What was decided about it, oldest first. */
  readonly decisions: readonly DecisionOfRevision[];
};

/** The last mail of a revision to one person, and what their link was used for. */
export type DeliveryOfRevision = {
  /** The link that came with it opens nothing any more, and there is no other yet. */
  readonly isRevoked: boolean;
  readonly mailId: string;
  readonly recipient: string;
  readonly isCopy: boolean;
  readonly state: 'queued' | 'kept' | 'sent' | 'failed' | 'bounced';
  readonly error: string | null;
  readonly heldUntil: string | null;
  readonly sentAt: string | null;
  readonly viewedAt: string | null;
  readonly viewCount: number;
  readonly readAt: string | null;
  readonly downloadedAt: string | null;
};

/** A kept decision with the hash (hex) of its text. */
export type DecisionOfRevision = { readonly sha256: string; readonly content: KeptDecision };

export type OrderFieldRule = FieldRule & { readonly shownOnOrders: boolean };

export type OrderRecord = {
  readonly id: string;
  readonly number: number | null;
  readonly orderNumber: string | null;
  readonly stage: Stage;
  readonly version: number;
  readonly fieldVersions: FieldVersions;
  readonly customer: CustomerOfOrder | null;
  readonly company: CompanyOfOrder | null;
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** The order of which it is what was left out; of a part of a part the first. All parts are one promise. */
  readonly splitFromOrderId: string | null;
  readonly name: string;
  readonly currency: string;
  readonly priceMode: PriceMode;
  readonly taxRounding: 'line' | 'order';
  readonly includedElsewhere: 'keep_gross' | 'keep_net';
  readonly poNumber: string;
  readonly dueOn: string | null;
  /** Days its estimates are valid, where a template said so; null: as the account has it. */
  readonly validDays: number | null;
  /** Set on it, promised or submitted with it; null: as agreed. Which are in force: terms-of.ts. */
  readonly paymentTerms: PaymentTerms | null;
  /** What is asked for on acceptance; null: nothing. */
  readonly deposit: DiscountValue | null;
  readonly noteCustomer: string;
  readonly noteInternal: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** The account's order fields as they are now, in their order; not written with the order. */
  readonly fieldRules: readonly OrderFieldRule[];
  readonly billing: { readonly sameAsShipping: boolean; readonly address: Address | null };
  readonly payment: PaymentChoice | null;
  readonly checkout: CheckoutRecord;
  readonly facts: PricingFacts;
  readonly pricing: OrderPricing;
  readonly estimate: { readonly revision: number; readonly status: string; readonly validUntil: string } | null;
  readonly revisions: readonly RevisionOfOrder[];
  readonly lines: readonly LineRecord[];
  readonly shipments: readonly ShipmentRecord[];
  readonly fulfilments: readonly FulfilmentRecord[];
  readonly discounts: readonly OrderDiscount[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly submittedAt: string | null;
  /** Of an order that is declined or canceled. */
  readonly ending: { readonly at: string; readonly by: string; readonly reason: string; readonly told: boolean } | null;
};

/** Nothing is known and nothing is ordered: what an order holds before it was first priced. */
export const emptyPricing: OrderPricing = {
  lines: [],
  shipments: [],
  discounts: [],
  taxLines: [],
  totals: { items: 0 as MinorUnits, discount: 0 as MinorUnits, shipping: null, tax: null, estimatedTax: null, total: 0 as MinorUnits, open: [] },
  itemCount: 0,
};

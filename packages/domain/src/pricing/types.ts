// What the one calculator takes and gives. Everything is an argument: lines with the price tables that apply to this
// customer on this day, shipments with their charge, the tax rates of each place. The server stores the output as one
// jsonb on the order; the browser runs the same function on the same input for instant totals.
import type { Answer } from '../catalog/configuration-options.ts';
import type { Unavailability } from '../catalog/sold-to.ts';
import type { Refusal } from '../core/refusal.ts';
import type { CurrencyCode, DecimalString, MinorUnits } from '../money/money.ts';
import type { TaxLine, TaxPlace, TaxRate } from '../tax/types.ts';
import type { DiscountReason } from './discounts/discount-rule.ts';

/** Whether the prices of the order hold their tax. Fixed when the order is made (cases, policy 2). */
export type PriceMode = 'tax_excluded' | 'tax_included';

/** At `quantity` pieces all of them together cost `extendedPrice` (major units). Unit prices are derived, never stored. */
export type PriceBreak = { readonly quantity: number; readonly extendedPrice: DecimalString };

/** The breaks that apply to one line, ascending by quantity, and where they came from. */
export type PriceTable = {
  readonly source: 'list' | 'role' | 'revision';
  /** What staff call it: "List", "Gold", "Estimate r2". */
  readonly label: string;
  readonly breaks: readonly PriceBreak[];
  /** Of a price period its days ("2026-12-01"), inclusive, null: open; left out of prices that hold without days. */
  readonly validFrom?: string | null | undefined;
  readonly validUntil?: string | null | undefined;
};

/** Quantity rules of a variant (cases, "Price breaks"). `increment` null: any quantity; 0: only the break quantities. */
export type QuantityRule = { readonly increment: number | null; readonly maximum: number | null };

/** A `section` is a heading: it has no price and is in no total. */
export type LineKind = 'catalog' | 'custom' | 'bundle' | 'charge' | 'credit' | 'section';

/** A discount of a line or an order: parts per million of what is left, or a fixed amount in the price mode of the order. */
export type DiscountValue = { readonly kind: 'percentage'; readonly ppm: number } | { readonly kind: 'fixed'; readonly amount: MinorUnits };

/** A unit price set by a person. It replaces list, break and per-piece upcharges, and survives until cleared. */
export type PriceOverride = { readonly unitPrice: DecimalString; readonly reason: string; readonly by: string };

/** What an answer adds: for each piece (from the quantities of `breaks` on theirs), once, and in parts per million of the price before it. */
export type Upcharge = {
  readonly label: string;
  readonly perPiece: DecimalString;
  readonly perLine: MinorUnits;
  readonly ppm?: number | undefined;
  readonly breaks?: readonly { readonly quantity: number; readonly perPiece: DecimalString }[] | undefined;
};

export type PricingLine = {
  readonly id: string;
  readonly kind: LineKind;
  /** What a discount for some products goes by; a line without a product is reached by those for all. */
  readonly productId?: string | null;
  /** Set for a charge (setup, run) and for a child of a bundle. */
  readonly parentLineId: string | null;
  /** Whole pieces, at least 1. */
  readonly quantity: number;
  /** False for an optional line not chosen: priced and shown, but not in any total, group or weight. */
  readonly counted: boolean;
  /** Order version that last changed the quantity: the group's quantity rules are reported on the line changed last. */
  readonly quantityVersion?: number;
  /** Lines with the same key add their quantities up to choose the break; null: the line stands alone. */
  readonly breakGroup: string | null;
  /** null: no price row for this customer, date and currency: `line.no_price`, never 0. */
  readonly priceTable: PriceTable | null;
  /** The typed unit price of a custom, charge or credit line (credit: negative); null for catalogue lines. */
  readonly unitPrice: DecimalString | null;
  readonly upcharges: readonly Upcharge[];
  /** What was answered to the configuration options; an answer that is missing or gone is a blocker. */
  readonly answers?: readonly Answer[];
  /** Why the catalogue does not sell it to this customer: a blocker, the price stands. */
  readonly unavailable?: Unavailability | null;
  readonly override: PriceOverride | null;
  readonly discount: DiscountValue | null;
  readonly quantityRule: QuantityRule;
  readonly taxCategory: string;
  readonly ships: boolean;
  /** Grams a piece; null when the catalogue does not know it (counts as 0 for weight rates). */
  readonly weightGrams: number | null;
};

/** An order-level discount. Codes clamp at zero; what staff typed beyond its base is a blocker (cases, policy 6). */
export type OrderDiscount = {
  readonly id: string;
  readonly source: 'manual' | 'code' | 'automatic';
  readonly label: string;
  readonly value: DiscountValue;
  readonly reach: 'items' | 'shipping' | 'items_and_shipping';
  /** What was typed for it; null: automatic, or given by hand. */
  readonly code?: string | null;
  /** Products whose lines it reaches, with what hangs on them; null: all lines. Shipping is reached whole. */
  readonly productIds?: readonly string[] | null;
  /** Why it takes nothing off and keeps the order from being submitted; null: it is valid. */
  readonly refused?: DiscountReason | null;
};

/** The tax of one place: all rates that apply there, whatever the category; the calculator picks by category. */
export type PlaceTax = { readonly place: TaxPlace; readonly rates: readonly TaxRate[] };

export type PricingShipment = {
  readonly id: string;
  /** null: this shipment holds all shipping lines (the implicit one). */
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[] | null;
  /** The charge before discounts, in the price mode; null while unknown or stale. 0 is free. */
  readonly charge: MinorUnits | null;
  /** null: the place is not known yet. */
  readonly tax: PlaceTax | null;
};

export type PriceOrderInput = {
  readonly currency: CurrencyCode;
  readonly priceMode: PriceMode;
  /** Account setting; 'line' unless switched. */
  readonly taxRounding: 'line' | 'order';
  /** Prices with tax, customer taxed elsewhere: keep the gross (default) or the net (cases, policy 2). */
  readonly includedElsewhere: 'keep_gross' | 'keep_net';
  readonly lines: readonly PricingLine[];
  readonly shipments: readonly PricingShipment[];
  readonly discounts: readonly OrderDiscount[];
  /** The billing place, for what does not ship; null: unknown. */
  readonly billingTax: PlaceTax | null;
  /** The account's own place: what included prices hold, and the guess while no place is known. */
  readonly homeTax: PlaceTax;
  /** Why this customer pays no tax ("Resale certificate 12-345"), or null. */
  readonly exemption: string | null;
};

/** One step of how a price came about, in the order they apply. Amounts are for the whole line, in the price mode. */
export type PriceStep =
  | {
      readonly step: 'break';
      readonly label: string;
      readonly unitPrice: DecimalString;
      readonly breakQuantity: number;
      readonly groupQuantity: number;
      readonly amount: MinorUnits;
    }
  | { readonly step: 'unit_price'; readonly unitPrice: DecimalString; readonly amount: MinorUnits }
  | {
      readonly step: 'upcharge';
      readonly label: string;
      readonly amount: MinorUnits;
      /** A part of the price before it. */
      readonly ppm?: number;
      /** Of its own breaks, the one that the group reached. */
      readonly breakQuantity?: number;
    }
  | {
      readonly step: 'override';
      readonly unitPrice: DecimalString;
      readonly by: string;
      readonly reason: string;
      readonly listAmount: MinorUnits | null;
      readonly amount: MinorUnits;
    }
  | { readonly step: 'line_discount'; readonly value: DiscountValue; readonly amount: MinorUnits }
  | { readonly step: 'order_discount'; readonly discountId: string; readonly label: string; readonly amount: MinorUnits };

/** A larger quantity that costs less in all, or the next break and what each would cost there. */
export type BreakHint = {
  /** Quantity to order on this line. */
  readonly quantity: number;
  /** Unit price there, up to six places. */
  readonly unitPrice: DecimalString;
  /** Positive when the larger quantity costs that much less in all; null when it is only cheaper each. */
  readonly saves: MinorUnits | null;
};

export type PricedLine = {
  readonly lineId: string;
  /** amount ÷ quantity before the line discount, up to six places, for display; null when there is no price. */
  readonly unitPrice: DecimalString | null;
  /** After breaks, upcharges and override; before any discount. 0 when there is no price. */
  readonly amount: MinorUnits;
  /** Positive, subtracted. */
  readonly discount: MinorUnits;
  /** amount − discount: what the line adds to `totals.items`. */
  readonly total: MinorUnits;
  /** This line's part of the order-level discounts. Positive, subtracted. */
  readonly orderDiscount: MinorUnits;
  /** null while the place is unknown. */
  readonly tax: MinorUnits | null;
  readonly taxLines: readonly TaxLine[];
  readonly groupQuantity: number;
  readonly explanation: readonly PriceStep[];
  readonly hint: BreakHint | null;
  /** What must be put right at this line before submission (no price, under the lowest break, …). */
  readonly blockers: readonly Refusal[];
};

export type PricedShipment = {
  readonly shipmentId: string;
  readonly charge: MinorUnits | null;
  readonly discount: MinorUnits;
  readonly tax: MinorUnits | null;
  readonly taxLines: readonly TaxLine[];
};

export type OpenPart = 'shipping' | 'tax';

export type OrderTotals = {
  readonly items: MinorUnits;
  readonly discount: MinorUnits;
  readonly shipping: MinorUnits | null;
  readonly tax: MinorUnits | null;
  /** A guess by the account's own place while tax is open; never in `total`. */
  readonly estimatedTax: MinorUnits | null;
  /** Sums what is known. */
  readonly total: MinorUnits;
  readonly open: readonly OpenPart[];
};

/** The calculator's whole output: stored as one jsonb with the version it belongs to. */
export type OrderPricing = {
  readonly lines: readonly PricedLine[];
  readonly shipments: readonly PricedShipment[];
  readonly discounts: readonly { readonly discountId: string; readonly amount: MinorUnits; readonly blocker: Refusal | null }[];
  /** All tax of the order by code, for the foot of a document. */
  readonly taxLines: readonly TaxLine[];
  readonly totals: OrderTotals;
  /** Pieces over counted lines (charges and credits do not count). */
  readonly itemCount: number;
};

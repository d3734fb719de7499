// What a revision promises, as far as a price, a choice or a comparison hangs on it: the part of the frozen content that the
// calculator and the decisions about an estimate read. The frozen JSON fits it as it is, so that page and server price
// the same bytes. Amounts are whole minor units. Decision records 0009 and 0032.
import type { PlaceTax, PriceTable, QuantityRule, Upcharge } from '../pricing/types.ts';

export type PromisedDiscount = { readonly kind: 'percentage'; readonly ppm: number } | { readonly kind: 'fixed'; readonly amount: number };

type FreeOver = { readonly freeOverAmount?: number | null | undefined };

/** Terms of a rate as `ShippingRateTerms` has them, in plain numbers. */
export type PromisedTerms = FreeOver &
  (
    | { readonly kind: 'flat'; readonly amount: number }
    | { readonly kind: 'by_weight'; readonly tiers: readonly { readonly upToGrams: number | null; readonly amount: number }[] }
    | { readonly kind: 'by_items'; readonly tiers: readonly { readonly upToAmount: number | null; readonly amount: number }[] }
  );

/** How many the customer may take of a line: staff's bounds, both included. */
export type QuantityBounds = { readonly minimum: number; readonly maximum: number };

export type PromisedLine = {
  readonly id: string;
  readonly kind: 'catalog' | 'custom' | 'bundle' | 'charge' | 'credit' | 'section';
  /** What a discount for some products goes by. */
  readonly productId?: string | null | undefined;
  readonly parentLineId: string | null;
  readonly name: string;
  readonly sku: string;
  readonly quantity: number;
  readonly typedUnitPrice: string | null;
  readonly priceTable: PriceTable | null;
  readonly breakGroup: string | null;
  /** The setups it owes, shared with others: the break groups of their charge lines. Missing: of all in its own group. */
  readonly setups?: readonly string[] | undefined;
  readonly quantityRule: QuantityRule;
  readonly upcharges: readonly (Omit<Upcharge, 'perLine'> & { readonly perLine: number })[];
  readonly overrideUnitPrice: string | null;
  readonly discount: PromisedDiscount | null;
  readonly optional: boolean;
  readonly chosen: boolean;
  readonly choiceGroup: string | null;
  /** null or missing: the quantity is staff's. */
  readonly quantityBounds?: QuantityBounds | null | undefined;
  readonly taxCategory: string;
  readonly ships: boolean;
  readonly weightGrams: number | null;
};

export type PromisedShipment = {
  readonly id: string;
  readonly kind: 'ship' | 'pickup';
  /** What is paid for it with the lines that were frozen; null: not known yet. */
  readonly amount: number | null;
  /**
   * Its amount is the charge in the price mode, from which who pays no tax is charged less. The terms of the rate are missing in revisions
   * of before they were kept, and for a price typed by staff: then the amount stands.
   */
  readonly method: { readonly name: string; readonly amount: number; readonly terms?: PromisedTerms | null | undefined } | null;
  readonly taxPlace: PlaceTax | null;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[] | null;
};

export type PromisedEstimate = {
  readonly currency: string;
  readonly policies: {
    readonly priceMode: 'tax_excluded' | 'tax_included';
    readonly taxRounding: 'line' | 'order';
    readonly includedElsewhere: 'keep_gross' | 'keep_net';
  };
  readonly lines: readonly PromisedLine[];
  readonly discounts: readonly {
    readonly id: string;
    readonly source: 'manual' | 'code' | 'automatic';
    readonly label: string;
    readonly value: PromisedDiscount;
    readonly reach: 'items' | 'shipping' | 'items_and_shipping';
    /** Products whose lines it reaches; null or missing: all lines. */
    readonly productIds?: readonly string[] | null | undefined;
  }[];
  readonly shipments: readonly PromisedShipment[];
  readonly tax: { readonly billing: PlaceTax | null; readonly home: PlaceTax; readonly exemption: string | null };
  /** What is asked for on acceptance; null or missing: nothing. It moves no total. */
  readonly deposit?: { readonly term: PromisedDiscount } | null | undefined;
};

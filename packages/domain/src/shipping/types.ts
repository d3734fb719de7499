// Built-in shipping: zones (where) hold rates (how much). A rate is flat, by weight or by the items total, and may be free from
// an items total on. Amounts in minor units, in the price mode of the account.
import type { MinorUnits } from '../money/money.ts';

/**
 * Where a zone reaches: a country, or only some of its regions and postcodes (those that begin so). '*' serves every country.
 * Postcodes are missing in areas that were kept before zones knew them.
 */
export type ZoneArea = { readonly country: string; readonly regions: readonly string[]; readonly postcodes?: readonly string[] };

/** From this items total on the rate costs nothing; null or missing: never. */
type FreeOver = { readonly freeOverAmount?: MinorUnits | null };

export type ShippingRateTerms = FreeOver &
  (
    | { readonly kind: 'flat'; readonly amount: MinorUnits }
    /** The first tier whose `upToGrams` is not below the weight; null is the open last one. None: the rate does not serve it. */
    | { readonly kind: 'by_weight'; readonly tiers: readonly { readonly upToGrams: number | null; readonly amount: MinorUnits }[] }
    /** The same by the items total. */
    | { readonly kind: 'by_items'; readonly tiers: readonly { readonly upToAmount: MinorUnits | null; readonly amount: MinorUnits }[] }
  );

export type ShippingRate = {
  readonly id: string;
  readonly name: string;
  /** "2 to 3 working days", or ''. */
  readonly transit: string;
  readonly terms: ShippingRateTerms;
};

export type ShippingZone = { readonly id: string; readonly name: string; readonly areas: readonly ZoneArea[]; readonly rates: readonly ShippingRate[] };

/** What a rate is quoted for: the weight of one shipment, and the items total of the whole order (after line discounts, before the order's). */
export type Parcel = { readonly weightGrams: number; readonly itemsAmount: MinorUnits };

/** A rate as chosen on a shipment: a copy, so that a later change of the rate table cannot move it. */
export type RateMethod = { readonly rateId: string; readonly name: string; readonly amount: MinorUnits; readonly terms: ShippingRateTerms };

/** A price for shipping typed by staff, with the reason: it hangs on nothing and is kept until it is cleared. */
export type TypedMethod = {
  readonly rateId: null;
  readonly name: string;
  readonly amount: MinorUnits;
  readonly reason: string;
  /** Who typed it, by name. */
  readonly by: string;
};

export type ChosenMethod = RateMethod | TypedMethod;

/** A place of the account where goods are fetched, as copied to a shipment. Its address is the shipment's, and the tax place. */
export type PickupPlace = { readonly id: string; readonly name: string; readonly hours: string };

// Built-in shipping: zones (where) hold rates (how much). A rate is flat or by weight; amounts in minor units, in the price
// mode of the account.
import type { MinorUnits } from '../money/money.ts';

/** Where a zone reaches: a country, optionally only some of its regions. '*' serves every country. */
export type ZoneArea = { readonly country: string; readonly regions: readonly string[] };

export type ShippingRateTerms =
  | { readonly kind: 'flat'; readonly amount: MinorUnits }
  /** The first tier whose `upToGrams` is not below the weight; null is the open last one. None: the rate does not serve it. */
  | { readonly kind: 'by_weight'; readonly tiers: readonly { readonly upToGrams: number | null; readonly amount: MinorUnits }[] };

export type ShippingRate = {
  readonly id: string;
  readonly name: string;
  /** "2 to 3 working days", or ''. */
  readonly transit: string;
  readonly terms: ShippingRateTerms;
};

export type ShippingZone = { readonly id: string; readonly name: string; readonly areas: readonly ZoneArea[]; readonly rates: readonly ShippingRate[] };

/** A method as chosen on a shipment: a copy, so that a later change of the rate table cannot move it. */
export type ChosenMethod = {
  readonly rateId: string;
  readonly name: string;
  readonly amount: MinorUnits;
  readonly terms: ShippingRateTerms;
};

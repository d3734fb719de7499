// The built-in rates: flat, by weight or by the items total; any of them may be free from an items total on.
import { type MinorUnits, zero } from '../money/money.ts';
import type { Parcel, ShippingRateTerms } from './types.ts';

/** What a rate charges and by what: the tier (its index; null: flat), and whether it is free by the items total. */
export type RateQuote = { readonly amount: MinorUnits; readonly tier: number | null; readonly isFreeOver: boolean };

function tierOf(terms: ShippingRateTerms, { weightGrams, itemsAmount }: Parcel): number {
  switch (terms.kind) {
    case 'flat':
      return 0;
    case 'by_weight':
      return terms.tiers.findIndex(({ upToGrams }) => upToGrams === null || weightGrams <= upToGrams);
    case 'by_items':
      return terms.tiers.findIndex(({ upToAmount }) => upToAmount === null || itemsAmount <= upToAmount);
  }
}

/** The charge of a rate for a shipment, and why; null when the rate does not serve it. What is too heavy is not sent for free either. */
export function explainQuote(terms: ShippingRateTerms, parcel: Parcel): RateQuote | null {
  const index = tierOf(terms, parcel);
  const charge = terms.kind === 'flat' ? terms.amount : terms.tiers[index]?.amount;
  if (charge === undefined) return null;
  const { freeOverAmount = null } = terms;
  const isFreeOver = freeOverAmount !== null && parcel.itemsAmount >= freeOverAmount;
  return { amount: isFreeOver ? zero : charge, tier: terms.kind === 'flat' ? null : index, isFreeOver };
}

/** The charge of a rate for a shipment; null when the rate does not serve it. */
export function quoteRate(terms: ShippingRateTerms, parcel: Parcel): MinorUnits | null {
  return explainQuote(terms, parcel)?.amount ?? null;
}

/** Whether the charge can move with the items total: only then does the choice hang on it (design "Checkout"). */
export function hangsOnItems(terms: ShippingRateTerms): boolean {
  return terms.kind === 'by_items' || (terms.freeOverAmount ?? null) !== null;
}

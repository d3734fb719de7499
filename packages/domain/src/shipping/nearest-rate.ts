// Which of the rates that serve a shipment charges nearest to an amount: what stands in for one that is gone.
import type { MinorUnits } from '../money/money.ts';
import { quoteRate } from './quote-rate.ts';
import type { Parcel, ShippingRate } from './types.ts';

export type QuotedRate = { readonly rate: ShippingRate; readonly amount: MinorUnits };

/** Of two that are as near the cheaper; of two that cost the same the first. null: none serves it. */
export function nearestRate(rates: readonly ShippingRate[], parcel: Parcel, amount: MinorUnits): QuotedRate | null {
  const quoted = rates.flatMap((rate): QuotedRate[] => {
    const charge = quoteRate(rate.terms, parcel);
    return charge === null ? [] : [{ rate, amount: charge }];
  });
  const away = (each: QuotedRate) => Math.abs(each.amount - amount);
  return quoted.toSorted((a, b) => away(a) - away(b) || a.amount - b.amount)[0] ?? null;
}

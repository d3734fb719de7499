import type { TriedPricing } from '@backdesk/contract/pricing/schema.ts';
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import { termsJson } from '../settings/presenter.ts';
import type { Tried, TriedTax } from './commands/try-pricing.ts';

export function presentTriedPricing({ cart, parcel, ships, unpriced, zone, rates, categories }: Tried): TriedPricing {
  const money = (amount: number) => ({ amount, currency: cart.input.currency });
  const taxJson = ({ matches, none, taxLines }: TriedTax) => ({
    amount: money(sumOf(taxLines)),
    none,
    rates: matches.map(({ rate, by, matched }) => ({
      code: rate.code,
      name: rate.name,
      ratePpm: rate.ratePpm,
      by,
      matched,
      amount: money(sumOf(taxLines.filter((line) => line.code === rate.code && line.name === rate.name && line.ratePpm === rate.ratePpm))),
    })),
  });
  return {
    cart: { weightGrams: parcel.weightGrams, items: money(parcel.itemsAmount), ships, unpriced: [...unpriced], exemption: cart.input.exemption },
    order: cart.order,
    priceMode: cart.input.priceMode,
    zone: zone === null ? null : { id: zone.zone.id, name: zone.zone.name, by: zone.by, matched: zone.matched },
    rates: rates.map(({ rate, quote, tax, total }) => ({
      rateId: rate.id,
      name: rate.name,
      transit: rate.transit,
      terms: termsJson(rate.terms),
      amount: quote === null ? null : money(quote.amount),
      tier: quote?.tier ?? null,
      isFreeOver: quote?.isFreeOver ?? false,
      tax: taxJson(tax),
      total: total === null ? null : money(total),
    })),
    tax: {
      amount: money(sumOf(categories.flatMap(({ taxLines }) => taxLines))),
      categories: categories.map(({ category, amount, ...tax }) => ({ category, items: money(amount), ...taxJson(tax) })),
    },
  };
}

function sumOf(lines: readonly { readonly amount: MinorUnits }[]): number {
  return lines.reduce((sum, line) => sum + line.amount, 0);
}

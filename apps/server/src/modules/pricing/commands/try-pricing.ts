// "Try it": this cart to this address gets these rates and this tax, and why. It asks the very functions that orders are priced by.
import type { tryPricing as tryPricingSchema } from '@backdesk/contract/pricing/schema.ts';
import { type MinorUnits, minor } from '@backdesk/domain/money/money.ts';
import type { PriceMode } from '@backdesk/domain/pricing/types.ts';
import { explainZone, type ZoneMatch } from '@backdesk/domain/shipping/match-zone.ts';
import { explainQuote, type RateQuote } from '@backdesk/domain/shipping/quote-rate.ts';
import type { Parcel, ShippingRate } from '@backdesk/domain/shipping/types.ts';
import { explainTax, type TaxExplanation } from '@backdesk/domain/tax/explain-tax.ts';
import type { PlacedTaxRate } from '@backdesk/domain/tax/match-rates.ts';
import { mergeTaxLines, taxInGross, taxOnNet } from '@backdesk/domain/tax/tax-of.ts';
import type { TaxLine, TaxPlace } from '@backdesk/domain/tax/types.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { findTrialCart } from '../../order/queries/find-trial-cart.ts';
import { invalidField } from '../../problem.ts';
import { getSettingsFacts } from '../../settings/queries/pricing-facts.ts';

export type TrialLine = { readonly category: string; readonly amount: MinorUnits };
export type TrialCart = {
  readonly order: { readonly id: string; readonly number: number } | null;
  readonly currency: string;
  readonly priceMode: PriceMode;
  readonly exemption: string | null;
  readonly parcel: Parcel;
  /** After all discounts, as taxed. */
  readonly lines: readonly TrialLine[];
};

export type TriedTax = TaxExplanation & { readonly taxLines: readonly TaxLine[] };
export type TriedRate = { readonly rate: ShippingRate; readonly quote: RateQuote | null; readonly tax: TriedTax };
export type Tried = {
  readonly cart: TrialCart;
  readonly zone: ZoneMatch | null;
  readonly rates: readonly TriedRate[];
  readonly categories: readonly (TriedTax & { readonly category: string; readonly amount: MinorUnits })[];
};

/** Reads only; it is a POST because a cart does not fit into an address. */
export async function tryPricing(context: CommandContext, body: z.output<typeof tryPricingSchema>): Promise<Tried> {
  const cart = await cartOf(context, body);
  const { rates, zones } = await getSettingsFacts(context.tx, context.scope, [body.place.country]);
  const zone = explainZone(zones, body.place);
  const taxed = (what: { readonly category: string } | 'shipping', amounts: readonly MinorUnits[]) => taxOf({ rates, place: body.place, cart, what, amounts });
  return {
    cart,
    zone,
    rates: (zone?.zone.rates ?? []).map((rate) => {
      const quote = explainQuote(rate.terms, cart.parcel);
      return { rate, quote, tax: taxed('shipping', quote === null ? [] : [quote.amount]) };
    }),
    categories: [...Map.groupBy(cart.lines, (line) => line.category)].map(([category, lines]) => {
      const amounts = lines.map((line) => line.amount);
      return { category, amount: minor(amounts.reduce((sum, amount) => sum + amount, 0)), ...taxed({ category }, amounts) };
    }),
  };
}

type Asked = {
  readonly rates: readonly PlacedTaxRate[];
  readonly place: TaxPlace;
  readonly cart: TrialCart;
  readonly what: { readonly category: string } | 'shipping';
  readonly amounts: readonly MinorUnits[];
};

/** The tax of each amount by itself, as a line is taxed, added up. */
function taxOf({ rates, place, cart, what, amounts }: Asked): TriedTax {
  const explanation = explainTax(rates, { place, what, isExempt: cart.exemption !== null });
  const applying = explanation.matches.map(({ rate }) => rate);
  const taxBy = cart.priceMode === 'tax_included' ? taxInGross : taxOnNet;
  return { ...explanation, taxLines: mergeTaxLines(amounts.flatMap((amount) => taxBy(amount, applying))) };
}

async function cartOf({ tx, scope, account }: CommandContext, { cart, orderNumber }: z.output<typeof tryPricingSchema>): Promise<TrialCart> {
  if (orderNumber !== undefined) {
    const found = await findTrialCart(tx, scope, orderNumber);
    if (found === null) throw invalidField('/orderNumber', 'is the number of no order');
    return found;
  }
  const { weightGrams, itemsAmount, taxCategory, exempt } = cart ?? { weightGrams: 0, itemsAmount: 0, taxCategory: 'standard', exempt: false };
  return {
    order: null,
    currency: account.currency,
    priceMode: account.priceMode,
    exemption: exempt ? 'Exempt' : null,
    parcel: { weightGrams, itemsAmount: minor(itemsAmount) },
    lines: [{ category: taxCategory, amount: minor(itemsAmount) }],
  };
}

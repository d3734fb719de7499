// "Try it": this cart to this address gets these rates and this tax, and why. It asks the very functions that orders are priced by.
import type { tryPricing as tryPricingSchema } from '@backdesk/contract/pricing/schema.ts';
import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { type MinorUnits, minor, sum } from '@backdesk/domain/money/money.ts';
import { decimalOfMillionths } from '@backdesk/domain/money/rational.ts';
import { priceOrder } from '@backdesk/domain/pricing/price-order.ts';
import type { OrderPricing, PlaceTax, PricingLine } from '@backdesk/domain/pricing/types.ts';
import { explainZone, type ZoneMatch } from '@backdesk/domain/shipping/match-zone.ts';
import { explainQuote, type RateQuote } from '@backdesk/domain/shipping/quote-rate.ts';
import type { Parcel, ShippingRate } from '@backdesk/domain/shipping/types.ts';
import { explainTax, type TaxExplanation } from '@backdesk/domain/tax/explain-tax.ts';
import { matchRates } from '@backdesk/domain/tax/match-rates.ts';
import { mergeTaxLines } from '@backdesk/domain/tax/tax-of.ts';
import type { TaxLine, TaxPlace } from '@backdesk/domain/tax/types.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { listArticleLines } from '../../order/commands/list-article-lines.ts';
import { findTrialCart, type TrialCart } from '../../order/queries/find-trial-cart.ts';
import { invalidField } from '../../problem.ts';
import { getSettingsFacts } from '../../settings/queries/pricing-facts.ts';

type TryPricing = z.output<typeof tryPricingSchema>;

export type TriedTax = TaxExplanation & { readonly taxLines: readonly TaxLine[] };
export type TriedRate = {
  readonly rate: ShippingRate;
  readonly quote: RateQuote | null;
  readonly tax: TriedTax;
  /** The order's total with this rate; null: it does not serve. */
  readonly total: MinorUnits | null;
};
export type Tried = {
  readonly cart: TrialCart;
  readonly parcel: Parcel;
  readonly ships: boolean;
  /** The counted lines that have no price, by what a person calls them: the figures are without them. */
  readonly unpriced: readonly string[];
  readonly zone: ZoneMatch | null;
  readonly rates: readonly TriedRate[];
  /** `amount` is after all discounts, as taxed. */
  readonly categories: readonly (TriedTax & { readonly category: string; readonly amount: MinorUnits })[];
};

/** Reads only; it is a POST because a cart does not fit into an address. */
export async function tryPricing(context: CommandContext, body: TryPricing): Promise<Tried> {
  const cart = await cartOf(context, body);
  const { rates, zones } = await getSettingsFacts(context.tx, context.scope, [body.place.country]);
  const taxAt = ({ country, region, postcode }: TaxPlace): PlaceTax => ({
    place: { country, region, postcode },
    rates: matchRates(rates, { country, region, postcode }),
  });
  const there = taxAt(body.place);
  const pricedWith = (charge: MinorUnits | null) =>
    priceOrder({ ...cart.input, billingTax: there, homeTax: taxAt(context.account), shipments: [{ id: 'trial', lines: null, charge, tax: there }] });
  const explain = (what: { readonly category: string } | 'shipping') => explainTax(rates, { place: body.place, what, isExempt: cart.input.exemption !== null });

  const unshipped = pricedWith(null);
  const shipping = cart.input.lines.filter((line) => line.ships && line.counted);
  const parcel: Parcel = {
    weightGrams: shipping.reduce((grams, line) => grams + (line.weightGrams ?? 0) * line.quantity, 0),
    itemsAmount: unshipped.totals.items,
  };
  const zone = explainZone(zones, body.place);
  return {
    cart,
    parcel,
    ships: shipping.length > 0,
    unpriced: unpricedIn(cart, unshipped),
    zone,
    rates: (shipping.length === 0 ? [] : (zone?.zone.rates ?? [])).map((rate) => {
      const quote = explainQuote(rate.terms, parcel);
      const priced = quote === null ? null : pricedWith(quote.amount);
      return { rate, quote, tax: { ...explain('shipping'), taxLines: priced?.shipments[0]?.taxLines ?? [] }, total: priced?.totals.total ?? null };
    }),
    categories: categoriesOf(cart.input.lines, unshipped).map((found) => ({ ...found, ...explain(found) })),
  };
}

function unpricedIn({ input, labels }: TrialCart, pricing: OrderPricing): readonly string[] {
  return input.lines.flatMap(({ id, counted }, index) => {
    const hasNone = pricing.lines[index]?.blockers.some(({ code }) => code === 'line.no_price') ?? false;
    return counted && hasNone ? [labels.get(id) ?? id] : [];
  });
}

/** The counted lines by tax category: what of them is taxed, and the tax that the calculator gave them. */
function categoriesOf(
  lines: readonly PricingLine[],
  pricing: OrderPricing,
): readonly { readonly category: string; readonly amount: MinorUnits; readonly taxLines: readonly TaxLine[] }[] {
  const priced = lines.flatMap((line, index) => {
    const figures = pricing.lines[index];
    return figures === undefined || !line.counted ? [] : [{ category: line.taxCategory, figures }];
  });
  return [...Map.groupBy(priced, ({ category }) => category)].map(([category, found]) => ({
    category,
    amount: sum(found.map(({ figures }) => minor(figures.total - figures.orderDiscount))),
    taxLines: mergeTaxLines(found.flatMap(({ figures }) => figures.taxLines)),
  }));
}

async function cartOf(context: CommandContext, { cart, articles, orderNumber, exempt }: TryPricing): Promise<TrialCart> {
  if (orderNumber !== undefined) {
    const found = await findTrialCart(context.tx, context.scope, orderNumber);
    if (found === null) throw invalidField('/orderNumber', 'is the number of no order');
    return found;
  }
  const { currency, priceMode, taxRounding, includedElsewhere } = context.account;
  const { lines, labels } =
    cart === undefined ? await listArticleLines(context, articles ?? []) : { lines: [lineInFigures(cart, currency)], labels: new Map<string, string>() };
  return { order: null, labels, input: { currency, priceMode, taxRounding, includedElsewhere, lines, discounts: [], exemption: exempt ? 'Exempt' : null } };
}

/** One line that costs and weighs all of it. */
function lineInFigures({ itemsAmount, weightGrams, taxCategory }: NonNullable<TryPricing['cart']>, currency: string): PricingLine {
  return {
    id: 'figures',
    kind: 'custom',
    parentLineId: null,
    quantity: 1,
    counted: true,
    breakGroup: null,
    priceTable: null,
    unitPrice: decimalOfMillionths(BigInt(itemsAmount) * 10n ** BigInt(6 - currencyDigits(currency))),
    upcharges: [],
    override: null,
    discount: null,
    quantityRule: { increment: null, maximum: null },
    taxCategory,
    ships: true,
    weightGrams,
  };
}

import { z } from 'zod';
import { filledLine, givenCountry, id, line, money, quantity } from '../core/primitives.ts';
import { rateTerms } from '../settings/schema.ts';

const cart = z.strictObject({
  weightGrams: z.int().min(0).max(1_000_000_000).default(0),
  itemsAmount: z.int().min(0).max(1_000_000_000_000).describe('minor units of the account’s currency'),
  taxCategory: filledLine(60).default('standard'),
});
const article = z.strictObject({ sku: filledLine(255), quantity });

/** A cart in figures, a few articles, or the number of an order whose lines are taken. */
export const tryPricing = z
  .strictObject({
    place: z.strictObject({ country: givenCountry, region: line(120).default(''), postcode: line(20).default('') }),
    cart: cart.optional(),
    articles: z.array(article).min(1).max(200).optional().describe('by SKU, at today’s list prices'),
    orderNumber: z.int().min(1).optional().describe('the draft, estimate or order whose lines are taken, at its prices'),
    exempt: z.boolean().default(false).describe('as for a customer who pays no tax; of an order its own customer decides'),
  })
  .refine(({ cart: typed, articles, orderNumber }) => [typed, articles, orderNumber].filter((given) => given !== undefined).length === 1, {
    path: ['cart'],
    error: 'give a cart, articles or the number of an order: one of them',
  });

const taxMatch = z.strictObject({
  code: z.string(),
  name: z.string(),
  ratePpm: z.int(),
  by: z.enum(['country', 'region', 'postcode']).describe('the narrowest thing of the place that the rate names'),
  matched: z.string().describe('that country, region or beginning of a postcode'),
  amount: money,
});
const noTax = z
  .enum(['exempt', 'never_taxed', 'no_rate_for_place', 'no_rate_for_category', 'not_on_shipping'])
  .nullable()
  .describe('why no rate applies; null: some do');

export const triedRate = z.strictObject({
  rateId: id,
  name: z.string(),
  transit: z.string(),
  terms: rateTerms,
  amount: money.nullable().describe('null: the rate does not serve this cart'),
  tier: z.int().nullable().describe('index of the tier it comes from; null: none'),
  isFreeOver: z.boolean().describe('free, because the items total is high enough'),
  tax: z.strictObject({ amount: money, none: noTax, rates: z.array(taxMatch) }).describe('tax on this charge'),
  total: money.nullable().describe('of the order with this rate; null: the rate does not serve'),
});

export const triedPricing = z
  .strictObject({
    cart: z.strictObject({
      weightGrams: z.int(),
      items: money,
      ships: z.boolean().describe('false: nothing in it is sent'),
      unpriced: z.array(z.string()).describe('SKU, else name, of each line without a price; the figures are without them'),
      exemption: z.string().nullable(),
    }),
    order: z.strictObject({ id, number: z.int() }).nullable(),
    priceMode: z.enum(['tax_excluded', 'tax_included']),
    zone: z
      .strictObject({ id, name: z.string(), by: z.enum(['postcode', 'region', 'country', 'everywhere']), matched: z.string() })
      .nullable()
      .describe('null: nobody ships there'),
    rates: z.array(triedRate),
    tax: z.strictObject({
      amount: money.describe('tax on the items'),
      categories: z.array(z.strictObject({ category: z.string(), items: money, amount: money, none: noTax, rates: z.array(taxMatch) })),
    }),
  })
  .meta({ id: 'TriedPricing', description: 'What shipping and tax a cart gets at a place, and why' });

export type TriedPricing = z.infer<typeof triedPricing>;
export type TriedRate = z.infer<typeof triedRate>;

import { newShippingZone, newTaxRate } from '@backdesk/contract/settings/schema.ts';
import { createShippingZone } from '../modules/settings/commands/create-shipping-zone.ts';
import { createTaxRate } from '../modules/settings/commands/create-tax-rate.ts';
import type { DemoShop } from './demo-shop.ts';

const rates = [
  { code: 'NY', name: 'New York sales tax', ratePpm: 88_750, country: 'US', region: 'NY', onShipping: true },
  // New Jersey and Pennsylvania do not tax clothing.
  { code: 'NJ', name: 'New Jersey sales tax', ratePpm: 66_250, country: 'US', region: 'NJ', category: 'standard', onShipping: true },
  { code: 'PA', name: 'Pennsylvania sales tax', ratePpm: 60_000, country: 'US', region: 'PA', category: 'standard' },
  { code: 'CA', name: 'California sales tax', ratePpm: 72_500, country: 'US', region: 'CA' },
  { code: 'GST', name: 'GST', ratePpm: 50_000, country: 'CA', onShipping: true },
  { code: 'QST', name: 'QST', ratePpm: 99_750, country: 'CA', region: 'QC', onShipping: true },
];

const zones = [
  {
    name: 'United States',
    areas: [{ country: 'US' }],
    rates: [
      {
        name: 'Ground',
        transit: '3 to 5 working days',
        terms: {
          kind: 'by_weight',
          tiers: [
            { upToGrams: 2_000, amount: 995 },
            { upToGrams: 10_000, amount: 1890 },
            { upToGrams: 25_000, amount: 3450 },
            { upToGrams: 70_000, amount: 6900 },
            { upToGrams: null, amount: 18_900 },
          ],
        },
      },
      {
        name: 'Express',
        transit: '1 to 2 working days',
        terms: {
          kind: 'by_weight',
          tiers: [
            { upToGrams: 2_000, amount: 2490 },
            { upToGrams: 10_000, amount: 4690 },
            { upToGrams: 25_000, amount: 8900 },
          ],
        },
      },
      { name: 'Local courier', transit: 'Next working day, New York City', terms: { kind: 'flat', amount: 3500 } },
    ],
  },
  {
    name: 'Rest of the world',
    areas: [{ country: '*' }],
    rates: [
      {
        name: 'International',
        transit: '6 to 12 working days',
        terms: {
          kind: 'by_weight',
          tiers: [
            { upToGrams: 2_000, amount: 3900 },
            { upToGrams: 10_000, amount: 9800 },
            { upToGrams: null, amount: 24_500 },
          ],
        },
      },
    ],
  },
];

/** Tax rates and shipping zones. Answers the first rate of each zone, by the country it is for ('*' the rest). */
export async function seedSettings(shop: DemoShop): Promise<ReadonlyMap<string, string>> {
  const moment = { by: shop.ana, daysAgo: 90 };
  for (const rate of rates) await shop.run(moment, (context) => createTaxRate(context, newTaxRate.parse(rate)));
  const firstRates = new Map<string, string>();
  for (const zone of zones) {
    const made = await shop.run(moment, (context) => createShippingZone(context, newShippingZone.parse(zone)));
    const [area] = made.areas;
    const [rate] = made.rates;
    if (area !== undefined && rate !== undefined) firstRates.set(area.country, rate.id);
  }
  return firstRates;
}

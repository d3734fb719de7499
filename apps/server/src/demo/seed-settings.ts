import { newPickupPlace, newShippingZone, newTaxRate, setLetterhead as setLetterheadSchema } from '@backdesk/contract/settings/schema.ts';
import { createPickupPlace } from '../modules/settings/commands/create-pickup-place.ts';
import { createShippingZone } from '../modules/settings/commands/create-shipping-zone.ts';
import { createTaxRate } from '../modules/settings/commands/create-tax-rate.ts';
import { setLetterhead } from '../modules/settings/commands/set-letterhead.ts';
import type { DemoShop } from './demo-shop.ts';

const cityPostcodes = ['100', '101', '102', '103', '104', '110', '111', '112', '113', '114', '116'];

const rates = [
  // In New York City three of them add up to 8.875 %.
  { code: 'NY', name: 'New York sales tax', ratePpm: 40_000, country: 'US', region: 'NY', onShipping: true },
  { code: 'NYC', name: 'New York City tax', ratePpm: 45_000, country: 'US', region: 'NY', postcodes: cityPostcodes, onShipping: true },
  { code: 'MCTD', name: 'Metropolitan commuter tax', ratePpm: 3_750, country: 'US', region: 'NY', postcodes: cityPostcodes, onShipping: true },
  // New Jersey and Pennsylvania do not tax clothing.
  { code: 'NJ', name: 'New Jersey sales tax', ratePpm: 66_250, country: 'US', region: 'NJ', category: 'standard', onShipping: true },
  { code: 'PA', name: 'Pennsylvania sales tax', ratePpm: 60_000, country: 'US', region: 'PA', category: 'standard' },
  { code: 'CA', name: 'California sales tax', ratePpm: 72_500, country: 'US', region: 'CA' },
  { code: 'CA-SF', name: 'San Francisco district tax', ratePpm: 13_750, country: 'US', region: 'CA', postcodes: ['941'] },
  { code: 'GST', name: 'GST', ratePpm: 50_000, country: 'CA', onShipping: true },
  { code: 'QST', name: 'QST', ratePpm: 99_750, country: 'CA', region: 'QC', onShipping: true },
];

const zones = [
  {
    name: 'Alaska and Hawaii',
    areas: [{ country: 'US', regions: ['AK', 'HI'], postcodes: ['995', '996', '997', '998', '999', '967', '968'] }],
    rates: [
      {
        name: 'Air',
        transit: '4 to 7 working days',
        terms: {
          kind: 'by_weight',
          tiers: [
            { upToGrams: 2_000, amount: 2990 },
            { upToGrams: 20_000, amount: 8900 },
          ],
        },
      },
    ],
  },
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
      { name: 'Second day', transit: '2 working days', terms: { kind: 'flat', amount: 3500, freeOverAmount: 150_000 } },
      {
        name: 'Economy',
        transit: '6 to 9 working days',
        terms: {
          kind: 'by_items',
          tiers: [
            { upToAmount: 10_000, amount: 1490 },
            { upToAmount: 50_000, amount: 2890 },
            { upToAmount: null, amount: 4990 },
          ],
          freeOverAmount: 250_000,
        },
      },
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

const pickupPlaces = [
  {
    name: 'Red Hook warehouse',
    hours: 'Monday to Friday, 8 to 4',
    address: { company: 'Demo store', line1: '175 Van Dyke Street', city: 'Brooklyn', region: 'NY', postcode: '11231', country: 'US' },
  },
  {
    name: 'Newark showroom',
    hours: 'Tuesday to Saturday, 10 to 6',
    address: { company: 'Demo store', line1: '24 Commerce Street', city: 'Newark', region: 'NJ', postcode: '07102', country: 'US' },
  },
];

/** Tax rates, pickup places and shipping zones. Answers the first rate of each zone, by the country it is for ('*' the rest). */
const letterhead = {
  legalName: 'Ridgeline Print & Promo LLC',
  address: { name: '', line1: '88 9th Street', city: 'Brooklyn', region: 'NY', postcode: '11215', country: 'US' },
  taxId: 'EIN 00-1234567',
  phone: '+1 718 555 0188',
  email: 'desk@ridgeline.example',
  terms:
    'Lead time is 10 working days from approval of the proof. Over- and underruns of up to 5 % are charged as delivered.\nWhat was printed is not taken back; canceling after the proof was approved costs the setup.',
  pictures: true,
};

export async function seedSettings(shop: DemoShop): Promise<ReadonlyMap<string, string>> {
  const moment = { by: shop.ana, daysAgo: 90 };
  for (const rate of rates) await shop.run(moment, (context) => createTaxRate(context, newTaxRate.parse(rate)));
  for (const place of pickupPlaces) await shop.run(moment, (context) => createPickupPlace(context, newPickupPlace.parse(place)));
  await shop.run(moment, (context) => setLetterhead(context, setLetterheadSchema.parse(letterhead)));
  const firstRates = new Map<string, string>();
  for (const zone of zones) {
    const made = await shop.run(moment, (context) => createShippingZone(context, newShippingZone.parse(zone)));
    const [area] = made.areas;
    const [rate] = made.rates;
    if (area !== undefined && rate !== undefined) firstRates.set(area.country, rate.id);
  }
  return firstRates;
}

// The store the journeys happen in, made through the public API with an owner's session.
import { createClient } from '@backdesk/contract/client.ts';
import { routes } from '@backdesk/contract/routes.ts';
import type { Owner } from './server.ts';

export async function apiOf(url: string, owner: Owner) {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(owner),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ');
  return createClient(routes, { baseUrl: url, headers: { cookie, origin: url } });
}

export type Api = Awaited<ReturnType<typeof apiOf>>;

/** Somebody else at the same store: a program with a key of its own. */
export async function anotherParty(api: Api, url: string, name: string) {
  const { key } = await api.createApiKey({ body: { name } });
  return createClient(routes, { baseUrl: url, headers: { authorization: `Bearer ${key}` } });
}

const stock = { tracked: true, onHand: 500, backorder: false };

export async function makeStore(api: Api) {
  await api.createTaxRate({ body: { code: 'NY', name: 'Sales tax', ratePpm: 88_750, country: 'US', region: 'NY' } });
  const zones = await api.listShippingZones({});
  for (const zone of zones.items) await api.deleteShippingZone({ params: { id: zone.id } });
  await api.createShippingZone({
    body: {
      name: 'United States',
      areas: [{ country: 'US' }],
      rates: [
        {
          name: 'Ground',
          transit: '3 to 5 days',
          terms: {
            kind: 'by_weight',
            tiers: [
              { upToGrams: 5_000, amount: 980 },
              { upToGrams: null, amount: 2_450 },
            ],
          },
        },
        { name: 'Flat', terms: { kind: 'flat', amount: 1_500 } },
      ],
    },
  });
  await api.createProduct({
    body: {
      code: 'tee',
      name: 'Heavy tee',
      variants: ['S', 'M', 'L'].map((size) => ({
        sku: `TEE-RED-${size}`,
        options: [
          { name: 'Color', value: 'Red' },
          { name: 'Size', value: size },
        ],
        weightGrams: 200,
        prices: [
          { quantity: 1, extendedPrice: '10.00' },
          { quantity: 24, extendedPrice: '180.00' },
        ],
        stock,
      })),
    },
  });
  for (const [code, name, price] of [
    ['mug', 'Mug 11 oz', '4.10'],
    ['cap', 'Five-panel cap', '10.50'],
    ['tote', 'Tote bag', '4.60'],
    ['apron', 'Bib apron', '14.25'],
    ['bottle', 'Steel bottle', '12.40'],
    ['note', 'Notebook', '6.00'],
    ['pen', 'Pen', '0.85'],
  ] as const) {
    await api.createProduct({
      body: { code, name, variants: [{ sku: code.toUpperCase(), weightGrams: 150, prices: [{ quantity: 1, extendedPrice: price }], stock }] },
    });
  }
  const dana = await api.createCustomer({
    body: {
      name: 'Dana Wu',
      email: 'dana@harborcoffee.example',
      company: 'Harbor Coffee Co.',
      phone: '+1 718 555 0142',
      addresses: [
        {
          label: 'Shop',
          defaultShipping: true,
          defaultBilling: true,
          address: {
            name: 'Dana Wu',
            company: 'Harbor Coffee Co.',
            line1: '214 Van Brunt St',
            city: 'Brooklyn',
            region: 'NY',
            postcode: '11231',
            country: 'US',
          },
        },
      ],
    },
  });
  return { dana };
}

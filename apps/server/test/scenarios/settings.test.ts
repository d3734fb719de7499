import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const client = () => app.owner.client;
const say = async (method: string, path: string, body?: unknown) => {
  const response = await app.owner.request(method, path, body);
  return { status: response.status, ...((await response.json()) as { code?: string; errors?: readonly { pointer: string }[] }) };
};
const pointers = async (method: string, path: string, body: unknown) => {
  const { status, errors } = await say(method, path, body);
  return [status, ...(errors ?? []).map((error) => error.pointer)];
};

test('settings merge by field: another field goes through, the same one is a conflict', async () => {
  const { version } = await client().getSettings({});
  expect(await client().changeSettings({ body: { basedOn: version, name: 'Ridgeline', estimateValidDays: 14 } })).toMatchObject({
    version: version + 1,
    estimateValidDays: 14,
  });
  expect(await client().changeSettings({ body: { basedOn: version, locale: 'de-DE', timeZone: 'Europe/Berlin' } })).toMatchObject({
    name: 'Ridgeline',
    locale: 'de-DE',
  });
  expect(await say('PATCH', '/api/v1/settings', { basedOn: version, name: 'Other' })).toMatchObject({ status: 409, code: 'conflict' });
  const { version: now } = await client().getSettings({});
  expect(await client().changeSettings({ body: { name: 'Ridgeline' } })).toMatchObject({ version: now });
});

test('the paper is that of the country, unless somebody chose another', async () => {
  const set = async (body: object) => (await client().changeSettings({ body })).paper;
  expect((await client().getSettings({})).paper).toBe('letter');
  expect(await set({ country: 'DE' })).toBe('a4');
  expect(await set({ country: 'CA' })).toBe('letter');
  expect(await set({ country: 'GB', paper: 'letter' })).toBe('letter');
  expect(await set({ country: 'FR' }), 'chosen by hand').toBe('letter');
  expect(await set({ country: 'US' })).toBe('letter');
});

test('settings that nothing could be reckoned with are refused by field', async () => {
  expect(await pointers('PATCH', '/api/v1/settings', { currency: 'ZZQ' })).toEqual([422, '/currency']);
  expect(await pointers('PATCH', '/api/v1/settings', { timeZone: 'Mars/Olympus' })).toEqual([422, '/timeZone']);
  expect(await pointers('PATCH', '/api/v1/settings', { total: 1 })).toEqual([422, '/total']);
});

test('a tax rate is added, replaced and deleted, and its code stands once in a place', async () => {
  const body = { code: 'NY', name: 'Sales tax', ratePpm: 88_750, country: 'US', region: 'NY' };
  const made = await client().createTaxRate({ body });
  expect(made).toMatchObject({ version: 1, category: null, onShipping: false, active: true });
  expect(await pointers('POST', '/api/v1/tax-rates', { ...body, code: 'ny', region: 'ny' })).toEqual([422, '/code']);
  const other = await client().createTaxRate({ body: { ...body, category: 'clothing', ratePpm: 0 } });
  expect(await pointers('PUT', `/api/v1/tax-rates/${other.id}`, body)).toEqual([422, '/code']);
  expect(await client().changeTaxRate({ params: { id: made.id }, body: { ...body, ratePpm: 80_000 } })).toMatchObject({ version: 2, ratePpm: 80_000 });
  const first = await client().listTaxRates({ query: { limit: 1 } });
  const second = await client().listTaxRates({ query: { limit: 1, cursor: first.nextCursor ?? '' } });
  expect([...first.items, ...second.items].map((rate) => rate.id).sort()).toEqual([made.id, other.id].sort());
  expect(second.nextCursor).toBeNull();
  await client().deleteTaxRate({ params: { id: made.id } });
  expect((await say('DELETE', `/api/v1/tax-rates/${made.id}`)).status).toBe(404);
  expect((await app.stranger.request('DELETE', `/api/v1/tax-rates/${other.id}`)).status).toBe(404);
});

test.each(['ZZ', 'EU', 'UK', 'us', ''])('%j is no country for a tax rate, a zone or a trial; what serves every country is said by a star', async (country) => {
  const tax = { code: 'ZZ', name: 'Sales tax', ratePpm: 88_750, country };
  expect(await pointers('POST', '/api/v1/tax-rates', tax)).toEqual([422, '/country']);
  expect(await pointers('POST', '/api/v1/shipping-zones', { name: 'Nowhere', areas: [{ country }] })).toEqual([422, '/areas/0/country']);
  const made = await client().createShippingZone({ body: { name: `World without ${country}`, areas: [{ country: '*' }] } });
  expect(await pointers('PATCH', `/api/v1/shipping-zones/${made.id}`, { areas: [{ country }] })).toEqual([422, '/areas/0/country']);
  expect(await pointers('POST', '/api/v1/pricing/try', { place: { country }, cart: { itemsAmount: 100 } })).toEqual([422, '/place/country']);
  await client().deleteShippingZone({ params: { id: made.id } });
});

test('a zone keeps its rates by id, and tiers ascend with one open tier at the end', async () => {
  const tiers = (...ends: readonly (number | null)[]) => ({
    kind: 'by_weight',
    tiers: ends.map((upToGrams, index) => ({ upToGrams, amount: 500 * (index + 1) })),
  });
  const zone = (...ends: readonly (number | null)[]) => ({ name: 'Home', areas: [{ country: 'US' }], rates: [{ name: 'Ground', terms: tiers(...ends) }] });
  expect(await pointers('POST', '/api/v1/shipping-zones', zone(2000, 1000))).toEqual([422, '/rates/0/terms/tiers/1/upToGrams']);
  expect(await pointers('POST', '/api/v1/shipping-zones', zone(null, 1000))).toEqual([422, '/rates/0/terms/tiers/1/upToGrams']);
  expect(await pointers('POST', '/api/v1/shipping-zones', { ...zone(1000), areas: [{ country: 'US' }, { country: 'US' }] })).toEqual([422, '/areas/1/country']);
  const made = await client().createShippingZone({ body: zone(1000, 5000, null) as never });
  const [rate] = made.rates;
  const changed = await client().changeShippingZone({
    params: { id: made.id },
    body: {
      basedOn: made.version,
      rates: [
        { name: 'Express', terms: { kind: 'flat', amount: 2500 } },
        { id: rate?.id ?? '', name: 'Ground', terms: { kind: 'flat', amount: 900 } },
      ],
    },
  });
  expect(changed).toMatchObject({ version: 2, name: 'Home', rates: [{ name: 'Express' }, { id: rate?.id, terms: { kind: 'flat', amount: 900 } }] });
  expect(await say('PATCH', `/api/v1/shipping-zones/${made.id}`, { basedOn: 1, rates: [] })).toMatchObject({ status: 409, code: 'conflict' });
  expect(await pointers('PATCH', `/api/v1/shipping-zones/${made.id}`, { rates: [{ id: made.id, name: 'X', terms: { kind: 'flat', amount: 1 } }] })).toEqual([
    422,
    '/rates/0/id',
  ]);
  await client().deleteShippingZone({ params: { id: made.id } });
  expect((await client().listShippingZones({})).items).toEqual([]);
});

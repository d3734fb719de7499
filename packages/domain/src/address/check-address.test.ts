import { describe, expect, test } from 'vitest';
import type { Address } from '../order/types.ts';
import { addressFaults, postcodeExamples, regionAgainstPostcode, regionOfPostcode } from './check-address.ts';
import { layoutOf } from './layout.ts';
import { tidyAddress } from './tidy-address.ts';
import { writtenRegion } from './written-region.ts';

const empty: Address = { name: '', company: '', line1: '', line2: '', city: '', region: '', postcode: '', country: 'US', phone: '' };

/** Country, the order of the short fields, what is needed beside the first line, a good place as typed and as it is kept. */
const countries: readonly (readonly [string, string, string, Partial<Address>, Partial<Address>])[] = [
  [
    'US',
    'city region postcode',
    'city region postcode',
    { city: 'Albany', region: 'new york', postcode: '122080001' },
    { region: 'NY', postcode: '12208-0001' },
  ],
  ['CA', 'city region postcode', 'city region postcode', { city: 'Ottawa', region: 'Ont.', postcode: 'k1a0b1' }, { region: 'ON', postcode: 'K1A 0B1' }],
  ['AU', 'city region postcode', 'city region postcode', { city: 'Sydney', region: 'n.s.w.', postcode: '2000' }, { region: 'NSW' }],
  ['GB', 'city postcode', 'city postcode', { city: 'London', postcode: 'sw1a1aa' }, { postcode: 'SW1A 1AA' }],
  ['DE', 'postcode city', 'city postcode', { city: 'Köln', postcode: '50667' }, {}],
  ['AT', 'postcode city', 'city postcode', { city: 'Wien', postcode: '1010' }, {}],
  ['CH', 'postcode city', 'city postcode', { city: 'Zürich', postcode: 'CH-8001' }, { postcode: '8001' }],
  ['FR', 'postcode city', 'city postcode', { city: 'Paris', postcode: '75001' }, {}],
  ['NL', 'postcode city', 'city postcode', { city: 'Amsterdam', postcode: '1012ab' }, { postcode: '1012 AB' }],
  ['IT', 'postcode city region', 'city region postcode', { city: 'Milano', region: 'Milano', postcode: '20121' }, { region: 'MI' }],
  ['ES', 'postcode city region', 'city region postcode', { city: 'Barcelona', region: 'Barcelona', postcode: '08001' }, { region: 'B' }],
  ['PT', 'postcode city', 'city postcode', { city: 'Lisboa', postcode: '1250096' }, { postcode: '1250-096' }],
  ['IE', 'city region postcode', 'city', { city: 'Dublin', region: 'Dublin', postcode: 'd02 x285' }, { region: 'D', postcode: 'D02 X285' }],
  ['SE', 'postcode city', 'city postcode', { city: 'Stockholm', postcode: '116 21' }, {}],
  ['PL', 'postcode city', 'city postcode', { city: 'Warszawa', postcode: '00950' }, { postcode: '00-950' }],
  ['JP', 'postcode region city', 'region postcode', { region: '東京都', postcode: '1000001' }, { region: '13', postcode: '100-0001' }],
  ['CN', 'postcode region city', 'city region postcode', { city: '北京市', region: 'Beijing', postcode: '100000' }, { region: '11' }],
  ['IN', 'city postcode region', 'city region postcode', { city: 'Bengaluru', region: 'Karnataka', postcode: '560001' }, { region: 'KA' }],
  [
    'BR',
    'city region postcode',
    'city region postcode',
    { city: 'São Paulo', region: 'sao paulo', postcode: '01310100' },
    { region: 'SP', postcode: '01310-100' },
  ],
  ['MX', 'postcode city region', 'city region postcode', { city: 'México', region: 'CDMX', postcode: '06000' }, { region: 'CMX' }],
  ['AE', 'region', 'region', { region: 'Dubai' }, { region: 'DU' }],
  ['HK', 'region city', 'region', { region: '九龍' }, { region: 'Kowloon' }],
  ['SG', 'postcode', 'postcode', { postcode: '546080' }, {}],
  ['NZ', 'city postcode', 'city postcode', { city: 'Auckland', postcode: '1010' }, {}],
  ['ZA', 'city postcode', 'city postcode', { city: 'Cape Town', postcode: '8001' }, {}],
  ['QA', 'city', 'city', { city: 'Doha' }, {}],
];

describe.each(countries)('%s', (country, order, needed, typed, kept) => {
  const place = { ...empty, country, line1: '1 Main', ...typed };

  test('shows its fields in its order', () => {
    expect(
      layoutOf(country)
        .order.filter((part) => part !== 'line1' && part !== 'line2')
        .join(' '),
    ).toBe(order);
  });
  test('a whole address has no fault and is kept in its shape', () => {
    expect(addressFaults(place)).toEqual([]);
    expect(tidyAddress(place)).toEqual({ ...place, ...kept });
    // Tidying what is tidy changes nothing.
    expect(tidyAddress(tidyAddress(place))).toEqual(tidyAddress(place));
  });
  test('names what is missing', () => {
    const missing = addressFaults({ ...empty, country }).map(({ field }) => field);
    expect(missing.toSorted()).toEqual(['line1', ...needed.split(' ')].toSorted());
  });
});

test.each([
  ['US', '1234', '95014 or 22162-1010'],
  ['US', 'SW1A 1AA', '95014 or 22162-1010'],
  ['DE', '1234', '26133'],
  ['GB', '12345', 'EC1Y 8SY or GIR 0AA'],
  ['CA', 'Z1A 0B1', 'H3Z 2Y7'],
  ['BR', '123', '40301-110'],
])('%s refuses the postcode %s and says how one looks', (country, postcode, examples) => {
  expect(addressFaults({ ...empty, country, line1: 'x', city: 'x', region: 'x', postcode })).toContainEqual({ field: 'postcode', kind: 'shape' });
  expect(postcodeExamples(country).join(' or ')).toBe(examples);
});

test.each(['ZZ', 'XX', 'EU', 'UK', 'us', '', 'AC'])('%j is no country', (country) => {
  expect(addressFaults({ ...empty, country })).toEqual([{ field: 'country', kind: 'unknown' }]);
});

test('a region that is none of the country is a fault where its regions are known, any text is fine elsewhere', () => {
  const us = { ...empty, line1: 'x', city: 'x', postcode: '12345', region: 'Bavaria' };
  expect(addressFaults(us)).toEqual([{ field: 'region', kind: 'unknown' }]);
  expect(addressFaults({ ...empty, country: 'LT', line1: 'x', city: 'x', postcode: '04340', region: 'Anything' })).toEqual([]);
});

test.each([
  ['US', 'CA', '10001', 'California'],
  ['US', 'NY', '10001', null],
  ['CA', 'ON', 'V6B 1A1', 'Ontario'],
  ['CA', 'BC', 'V6B 1A1', null],
  ['AU', 'VIC', '2000', 'Victoria'],
  ['US', 'CA', 'nonsense', null],
  ['DE', '', '50667', null],
])('%s %s with the postcode %s: against %s', (country, region, postcode, against) => {
  expect(regionAgainstPostcode({ ...empty, country, region, postcode })).toBe(against);
});

test.each([
  ['US', 'NY', '1 Main', 'NY'],
  ['JP', '13', '1-2-3 Ginza', 'Tokyo'],
  ['JP', '13', '銀座1-2-3', '東京都'],
  ['AE', 'DU', 'Sheikh Zayed Road', 'Dubai'],
  ['GB', 'Kent', '1 High Street', 'Kent'],
  ['IT', 'MI', 'Via Dante 1', 'MI'],
])('%s %s at %s is written %s', (country, region, line1, written) => {
  expect(writtenRegion({ country, region, line1 })).toBe(written);
});

describe('the region a postcode lies in', () => {
  test.each([
    ['US', '94103', 'CA'],
    ['US', ' 99501 ', 'AK'],
    ['US', '12208-0001', 'NY'],
    ['US', '20001', 'DC'],
    ['US', '00901', 'PR'],
    ['CA', 'm5v3l9', 'ON'],
    ['CA', 'H2Y 1C6', 'QC'],
    ['CA', 'X0A 0H0', 'NU'],
    ['ES', '08001', 'B'],
  ])('%s %s: %s', (country, postcode, region) => {
    expect(regionOfPostcode(country, postcode)).toBe(region);
  });

  test.each([
    ['not whole yet', 'US', '941'],
    ['no postcode', 'US', ''],
    ['begins in none', 'US', '00000'],
    ['Ontario or Quebec', 'CA', 'K1A 0B1'],
    ['a country without listed regions', 'DE', '10115'],
    ['a country where one region’s postcodes are not known', 'TH', '10110'],
    ['no country', '', '94103'],
  ])('%s: none', (_, country, postcode) => {
    expect(regionOfPostcode(country, postcode)).toBeNull();
  });

  test('each example of a country that has one is in a region that it agrees with', () => {
    const derived = ['US', 'CA', 'AU', 'ES', 'IT', 'IN', 'BR', 'JP', 'MX'].flatMap((country) =>
      layoutOf(country).examples.flatMap((postcode) => {
        const region = regionOfPostcode(country, postcode);
        return region === null ? [] : [regionAgainstPostcode({ ...empty, country, region, postcode })];
      }),
    );
    expect(derived.length).toBeGreaterThan(9);
    expect(derived.every((against) => against === null)).toBe(true);
  });
});

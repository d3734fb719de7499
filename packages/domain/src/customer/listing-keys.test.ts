import { expect, test } from 'vitest';
import { listingKeys } from './listing-keys.ts';

const keysOf = (numbers: readonly (string | null)[]) => numbers.map((number) => listingKeys({ name: 'A', company: null, number }).numberKey);

test('a customer is sorted by the words of name and company, without signs and case', () => {
  expect(listingKeys({ name: 'Dana WU', company: 'Harbor Coffee Co.', number: 'C-9' })).toEqual({
    nameKey: 'dana wu',
    companyKey: 'harbor coffee co',
    numberKey: 'c-000000000009',
  });
});

test('numbers stand in the order of their figures, and who has none stands last', () => {
  const numbers = ['9', '10', 'C-9', 'C-10', 'é', null];
  expect(keysOf(numbers).toSorted()).toEqual(keysOf(['9', '10', 'C-9', 'C-10', null, 'é']));
});

test('who has no company stands behind all who have one, whatever its name is made of', () => {
  const keys = [null, '…', 'Zebra'].map((company) => listingKeys({ name: 'A', company, number: null }).companyKey);
  expect(keys).toEqual(['~', '~', 'zebra']);
  expect(keys.toSorted()[0]).toBe('zebra');
});

import { expect, test } from 'vitest';
import { minor } from '../money/money.ts';
import { nearestRate } from './nearest-rate.ts';
import type { ShippingRate } from './types.ts';

const parcel = { weightGrams: 3_000, itemsAmount: minor(5_000) };
const flat = (name: string, amount: number): ShippingRate => ({ id: name, name, transit: '', terms: { kind: 'flat', amount: minor(amount) } });
const letter: ShippingRate = { id: 'Letter', name: 'Letter', transit: '', terms: { kind: 'by_weight', tiers: [{ upToGrams: 500, amount: minor(1_200) }] } };

test.each([
  ['the nearest, above or below', [flat('Express', 1_900), flat('Saver', 900)], 'Saver'],
  ['of two as near the cheaper', [flat('Express', 1_500), flat('Saver', 900)], 'Saver'],
  ['of two that cost the same the first', [flat('Air', 1_300), flat('Rail', 1_300)], 'Air'],
  ['what does not serve it is not offered, however near', [letter, flat('Express', 9_900)], 'Express'],
  ['nothing serves it', [letter], undefined],
  ['there is none', [], undefined],
])('to 12.00: %s', (_, rates, name) => expect(nearestRate(rates, parcel, minor(1_200))?.rate.name).toBe(name));

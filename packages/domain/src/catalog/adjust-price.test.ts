import { expect, test } from 'vitest';
import { adjustedPrice } from './adjust-price.ts';

test.each([
  ['9.50', 35_000, 'USD', '9.83'], // 9.8325
  ['9.50', -35_000, 'USD', '9.17'], // 9.1675
  ['633.600000', 100_000, 'USD', '696.96'],
  ['0.038', 50_000, 'USD', '0.04'], // 0.0399: the price has three places
  ['0.0385', 100_000, 'USD', '0.0424'], // 0.04235, half away from zero
  ['1200', 25_000, 'JPY', '1230'],
  ['1250', 1_000, 'JPY', '1251'], // 1251.25
  ['0', 500_000, 'USD', '0'],
  ['99999999999999', 10_000_000, 'USD', '1099999999999989'],
])('%s by %i ppm in %s is %s', (price, ppm, currency, changed) => expect(adjustedPrice(price, ppm, currency)).toBe(changed));

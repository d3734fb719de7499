// The quantity that stands ready is one that may be ordered, by the rule of the domain.
import { quantityRefusals } from '@backdesk/domain/pricing/quantity-rules.ts';
import { expect, test } from 'vitest';
import { leastQuantity } from './quantity-rule.ts';

type Sold = Parameters<typeof leastQuantity>[0];

const breaksAt = (...quantities: readonly number[]): Sold['priceTable'] => ({
  source: 'list',
  label: 'List',
  breaks: quantities.map((quantity) => ({ quantity, extendedPrice: '10' })),
});

test.each([
  ['any quantity', null, breaksAt(1), 1],
  ['from the lowest break', null, breaksAt(12, 48), 12],
  ['multiples from the lowest break: 1, 51, 101 …', 50, breaksAt(1), 1],
  ['multiples from a higher break: 12, 17, 22 …', 5, breaksAt(12, 48), 12],
  ['a break under the multiple: 10, 35 …', 25, breaksAt(10), 10],
  ['breaks only', 0, breaksAt(24, 48), 24],
  ['multiples without a price', 12, null, 12],
  ['no rule and no price', null, null, 1],
])('%s', (_, increment, priceTable, expected) => {
  const sold: Sold = { quantityRule: { increment, maximum: null }, priceTable };
  const quantity = leastQuantity(sold);
  expect(quantity).toBe(expected);
  const line = { id: 'a', quantity, override: null, ...sold } as Parameters<typeof quantityRefusals>[0];
  expect(quantityRefusals(line, quantity)).toEqual([]);
});

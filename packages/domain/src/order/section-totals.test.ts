import { expect, test } from 'vitest';
import { aLine, anOrder, taxedAt } from '../../test/an-order.ts';
import { priceOrder } from '../pricing/price-order.ts';
import type { LineKind } from '../pricing/types.ts';
import { type SectionedLine, sectionTotals } from './section-totals.ts';

const line = (id: string, totalAmount: number, more: Partial<SectionedLine> = {}): SectionedLine => ({
  id,
  kind: 'custom' as LineKind,
  optional: false,
  chosen: true,
  totalAmount,
  ...more,
});
const section = (id: string) => line(id, 0, { kind: 'section' });

test('a section sums what follows it up to the next one, without what is left out', () => {
  const lines = [
    line('before', 100),
    section('shirts'),
    line('a', 1_000),
    line('setup', 4_500, { kind: 'charge' }),
    line('extra', 900, { optional: true, chosen: false }),
    line('taken', 50, { optional: true }),
    section('mugs'),
    line('b', 300),
    line('credit', -100, { kind: 'credit' }),
    section('nothing'),
  ];
  expect([...sectionTotals(lines)]).toEqual([
    ['shirts', 5_550],
    ['mugs', 200],
    ['nothing', 0],
  ]);
  expect(sectionTotals([line('a', 1)]).size).toBe(0);
});

test('a heading changes no figure of the order: not its totals, pieces, tax or what is open', () => {
  const lines = [aLine('a', 3, '10'), aLine('b', 2, '4.50')];
  const heading = aLine('h', 1, '0', { kind: 'section', unitPrice: null, ships: false });
  const alone = priceOrder(anOrder(lines, taxedAt(8.875)));
  const headed = priceOrder(anOrder([heading, ...lines], taxedAt(8.875)));
  expect(headed.totals).toEqual(alone.totals);
  expect([headed.itemCount, headed.taxLines]).toEqual([alone.itemCount, alone.taxLines]);
  expect(headed.lines[0]).toMatchObject({ unitPrice: null, total: 0, tax: 0, blockers: [], explanation: [] });
  // A heading alone: nothing is taxed, so nothing is open either.
  expect(priceOrder(anOrder([heading], taxedAt(8.875), { billingTax: null })).totals.open).toEqual([]);
});

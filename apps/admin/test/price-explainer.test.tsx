// The explainer says the calculator's own output, in its order and with its amounts.
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { PriceExplainer } from '@backdesk/ordering/lines/price-explainer.tsx';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ExplainedPrice } from '../src/features/draft/explained-price.tsx';
import { renderScreen } from './answering.tsx';
import { aHit, aShippedOrder } from './fake-desk.ts';

afterEach(cleanup);

const wrap = {
  ...{ id: 'wrap', kind: 'checkbox' as const, name: 'Gift wrap', help: '', required: false, carriesBreaks: false, onlyWhen: null },
  ...{ perPiece: '0.50', perLine: { amount: 300, currency: 'USD' }, ppm: 0, breaks: [] as { quantity: number; perPiece: string }[] },
};
const gold = { source: 'role' as const, label: 'Gold', breaks: [1, 24].map((quantity) => ({ quantity, extendedPrice: quantity === 1 ? '10.00' : '180.00' })) };

/** 24 gift-wrapped shirts at the price of a role, with what is set on the line, and 10 % off the order. */
function explained(over: Partial<OrderLine>, option = wrap) {
  const entered = { configuration: { wrap: 'yes' }, files: [] };
  const shirt = previewLine(aHit('TEE', 'Tee', [], { configurationOptions: [option], priceTable: gold }), 24, 'line', entered);
  const loyal = { id: 'd', source: 'manual' as const, label: 'Loyal', value: { kind: 'percentage' as const, ppm: 100_000 }, reach: 'items' as const };
  const open = { code: null, productIds: null, refused: null, amount: { amount: 0, currency: 'USD' }, blocker: null };
  const order = aShippedOrder([{ ...shirt, ...over }], undefined, { discounts: [{ ...loyal, ...open }] });
  const [line] = order.lines;
  if (line === undefined) throw new Error('no line');
  renderScreen(<PriceExplainer line={line} at="1" onSetPrice={line.override === null ? () => {} : undefined} />);
  const [steps] = within(screen.getByRole('region', { name: 'Where the price of line 1 comes from' })).getAllByRole('table');
  return within(steps as HTMLElement)
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join(' | '));
}

test('role, break, upcharges, line discount, the order’s discount and tax, each with its amount', () => {
  // 180.00 + 24 × 0.50 + 3.00 = 195.00; 5 % off leaves 185.25; 10 % off that leaves 166.73; 8.875 % of it is 14.80.
  expect(explained({ discount: { kind: 'percentage', ppm: 50_000 } })).toEqual([
    'Gold | 24 × 7.50, break from 24: 24 cost 180.00 | 180.00',
    'Gift wrap | 24 × 0.50, 3.00 once | + 15.00',
    'Set by hand | no · Set a price… | —',
    'Discount | 5% | − 9.75',
    'Line | 24 × 8.00 | 185.25',
    'Loyal | its part of the order’s discount | − 18.52',
    'Sales tax | 8.875% of 166.73 | 14.80',
  ]);
});

test('a price by hand says who set it, why, and what it takes the place of', () => {
  const rows = explained({ override: { unitPrice: '7', by: 'Ana', reason: 'match' } });
  expect(rows.find((row) => row.startsWith('Set by hand'))).toBe('Set by hand | 24 × 7.00, by Ana, “match” instead of 195.00 | 168.00');
  expect(rows.find((row) => row.startsWith('Gift wrap'))).toBe('Gift wrap | 3.00 once | + 3.00');
  expect(rows.find((row) => row.startsWith('Line'))).toBe('Line | 24 × 7.00 | 171.00');
});

test('an upcharge of several kinds names each: 10 % of 180.00, 24 × 0.45 from 12 on and 3.00 once are 31.80', () => {
  const foil = { ...wrap, ppm: 100_000, breaks: [{ quantity: 12, perPiece: '0.45' }] };
  expect(explained({}, foil).slice(0, 2)).toEqual([
    'Gold | 24 × 7.50, break from 24: 24 cost 180.00 | 180.00',
    'Gift wrap | 24 × 0.45, price from 12 pieces, 10% of the price before it, 3.00 once | + 31.80',
  ]);
});

test('a role’s price stands below what the list asks at the same quantity today', async () => {
  const tee = aHit('TEE', 'Tee', [], { priceTable: gold });
  const line = previewLine(tee, 24, 'line');
  const list = { source: 'list', label: 'List', breaks: [1, 12, 48].map((quantity) => ({ quantity, extendedPrice: String(quantity * 9) })) };
  vi.stubGlobal('fetch', async (input: string) => {
    expect(new URL(String(input), 'http://desk').pathname).toBe(`/api/v1/products/${tee.productId}`);
    return Response.json({ variants: [{ id: tee.id, priceTable: list }] });
  });
  const [shown] = aShippedOrder([line]).lines;
  if (shown === undefined) throw new Error('no line');
  renderScreen(<ExplainedPrice line={shown} at="1" />);
  const first = async () => (await screen.findByText('List today')).closest('tr')?.textContent;
  expect(await first()).toBe('List today9.00 each, Gold has its own price');
  vi.unstubAllGlobals();
});

import { expect, test } from 'vitest';
import { aCart, mugs } from '../../../test/fake-store.tsx';
import { cartChanges } from './cart-changes.ts';

const format = { number: String, money: ({ amount }: { amount: number }) => `$${amount / 100}` };
const cap = { ...mugs, id: '01900000-0000-7000-8000-0000000000e2', name: 'Cap', quantity: 5 };
const total = (amount: number) => ({ amount, currency: 'USD' });

test('a quantity, a line more, a line less and the total are told', () => {
  const more = { ...mugs, quantity: 24, total: total(9840) };
  expect(cartChanges(aCart([mugs, cap]), aCart([more, { ...cap, id: '01900000-0000-7000-8000-0000000000e3', name: 'Tote' }]), format)).toEqual([
    'Quantity of Mug 11 oz: 12 → 24',
    'Added: 5 × Tote',
    'Removed: Cap',
    'Total: $98.4 → $147.6',
  ]);
});

test('another price is told with both; what stayed the same is not', () => {
  const dearer = { ...mugs, total: total(5000) };
  expect(cartChanges(aCart([mugs, cap]), aCart([dearer, cap]), format)).toEqual(['Mug 11 oz: $49.2 → $50', 'Total: $98.4 → $99.2']);
  expect(cartChanges(aCart([mugs]), aCart([mugs], { version: 9 }), format)).toEqual([]);
});

test('a long list of changes is cut, with how many follow', () => {
  const many = Array.from({ length: 8 }, (_, at) => ({ ...mugs, id: `01900000-0000-7000-8000-0000000000${at + 10}`, name: `No ${at}` }));
  const said = cartChanges(aCart([]), aCart(many), format);
  expect(said).toHaveLength(7);
  expect(said[5]).toBe('and 3 more changes');
});

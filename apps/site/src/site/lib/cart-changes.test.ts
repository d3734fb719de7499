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

test('where it goes, how, the bill and what was written are told where no sum moves', () => {
  const to = (line1: string) => ({ name: 'Dana Wu', company: '', line1, line2: '', city: 'Albany', region: 'NY', postcode: '12203', country: 'US', phone: '' });
  const [shipment] = aCart([]).shipping.shipments;
  if (shipment === undefined) throw new Error('A cart has a shipment.');
  const method = (name: string) => ({ rateId: mugs.id, name, amount: total(0), terms: null, termsNow: null });
  const shipped = (line1: string, name: string) => ({ shipments: [{ ...shipment, address: to(line1), method: method(name) }] });
  const before = aCart([mugs], { shipping: shipped('7 Elm Street', 'Ground'), payment: { method: 'purchase_order', poNumber: 'PO-1' } });
  const after = {
    ...before,
    name: 'Fair',
    shipping: shipped('9 Oak Street', 'Van'),
    billing: { sameAsShipping: false, address: to('1 Bank Street') },
    payment: { method: 'open_account' as const },
    noteCustomer: 'Ring at number 13',
    fields: { event_name: 'Fair' },
  };
  expect(cartChanges(before, after, format)).toEqual([
    'Name: none → Fair',
    'Where it goes: Dana Wu, 7 Elm Street, Albany, NY 12203 → Dana Wu, 9 Oak Street, Albany, NY 12203',
    'Shipping method: Ground → Van',
    'Bill to: the shipping address → Dana Wu, 1 Bank Street, Albany, NY 12203',
    'Payment: purchase order → open account',
    'Purchase order number: PO-1 → none',
    'Note: none → Ring at number 13',
    'Additional information was changed',
  ]);
  const picked = {
    shipments: [{ ...shipment, kind: 'pickup' as const, address: to('7 Elm Street'), pickupPlace: { id: mugs.id, name: 'Pier Street shop', hours: '' } }],
  };
  expect(cartChanges(before, { ...before, shipping: picked }, format)).toEqual([
    'Where it goes: Dana Wu, 7 Elm Street, Albany, NY 12203 → picked up at Pier Street shop',
    'Shipping method: Ground → none',
  ]);
});

import { describe, expect, test } from 'vitest';
import { minor } from '../money/money.ts';
import type { Address } from './types.ts';
import { isBillingSaid, usualBilling, usualOffer, usualPayment, usualShippingAddress } from './usual-checkout.ts';

const at = (line1: string): Address => ({
  name: 'Dana Wu',
  company: '',
  line1,
  line2: '',
  city: 'Brooklyn',
  region: 'NY',
  postcode: '11231',
  country: 'US',
  phone: '',
});
type Default = 'shipping' | 'billing';
const kept = (line1: string, ...defaults: readonly Default[]) => ({
  address: at(line1),
  defaultShipping: defaults.includes('shipping'),
  defaultBilling: defaults.includes('billing'),
});
const same = { sameAsShipping: true, address: null };
const to = (line1: string) => ({ sameAsShipping: false, address: at(line1) });

test.each([
  { book: [], goesTo: null },
  { book: [kept('Office'), kept('Warehouse')], goesTo: 'Office' },
  { book: [kept('Office', 'billing'), kept('Warehouse', 'shipping')], goesTo: 'Warehouse' },
])('it goes to the default of the book, else to its first address: $goesTo', ({ book, goesTo }) => {
  expect(usualShippingAddress(book)?.line1 ?? null).toBe(goesTo);
});

describe('where the bill goes', () => {
  test.each([
    { what: 'no address is known', book: [], shipsTo: at('Office'), billed: same },
    { what: 'none is the default for billing', book: [kept('Office', 'shipping'), kept('Warehouse')], shipsTo: at('Warehouse'), billed: same },
    { what: 'it ships to the default for billing', book: [kept('Office', 'shipping', 'billing')], shipsTo: at('Office'), billed: same },
    { what: 'the default is another', book: [kept('Warehouse', 'shipping'), kept('Office', 'billing')], shipsTo: at('Warehouse'), billed: to('Office') },
    { what: 'nothing ships', book: [kept('Warehouse', 'shipping'), kept('Office', 'billing')], shipsTo: null, billed: to('Office') },
    { what: 'nothing ships and none is the default', book: [kept('Warehouse'), kept('Office')], shipsTo: null, billed: to('Warehouse') },
    { what: 'nothing ships and no address is known', book: [], shipsTo: null, billed: null },
  ])('$what', ({ book, shipsTo, billed }) => {
    expect(usualBilling(book, shipsTo)).toEqual(billed);
  });

  test('an address is the same in whatever order its parts were stored', () => {
    const turned = Object.fromEntries(Object.entries(at('Office')).toReversed()) as Address;
    expect(usualBilling([{ address: turned, defaultShipping: true, defaultBilling: true }], at('Office'))).toEqual(same);
  });
});

describe('how it is sent', () => {
  const offers = [
    { rateId: 'air', amount: minor(2400) },
    { rateId: 'ground', amount: minor(900) },
    { rateId: 'van', amount: minor(900) },
  ];
  test.each([
    { what: 'the lowest, of two as low the first', lastSentBy: [], by: 'ground' },
    { what: 'as the last time, though it costs more', lastSentBy: ['air'], by: 'air' },
    { what: 'the lowest where the last one is not offered', lastSentBy: ['post'], by: 'ground' },
    { what: 'by the first of several that is offered', lastSentBy: ['post', 'van', 'air'], by: 'van' },
  ])('$what', ({ lastSentBy, by }) => {
    expect(usualOffer(offers, lastSentBy)?.rateId).toBe(by);
  });
  test('nothing where nothing serves', () => {
    expect(usualOffer([], ['air'])).toBeNull();
  });
});

test('open account where it is allowed, else nobody has chosen yet', () => {
  expect(usualPayment(['open_account', 'purchase_order'])).toEqual({ method: 'open_account' });
  expect(usualPayment(['purchase_order'])).toBeNull();
});

test.each([
  ['as an order begins', {}, false],
  ['same as shipping, answered', { isAnswered: true }, true],
  ['same as shipping, answered before it was to be fetched', { isAnswered: true, shipsTo: null }, false],
  ['an address of its own', { sameAsShipping: false, address: at('Office') }, true],
])('whether somebody has said where the bill goes: %s', (_, given, isSaid) => {
  expect(isBillingSaid({ sameAsShipping: true, address: null, isAnswered: false, shipsTo: at('Shop'), ...given })).toBe(isSaid);
});

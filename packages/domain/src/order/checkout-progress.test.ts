// What each change does to each step, why, and that undoing it heals (design "Checkout").
import { describe, expect, test } from 'vitest';
import { completedAs, done, ground, mugs, newYork, shipped, unitedStates, untouched } from '../../test/a-checkout.ts';
import { minor } from '../money/money.ts';
import type { ShippingZone } from '../shipping/types.ts';
import { type CheckoutFacts, shipmentUnder } from './checkout-facts.ts';
import { checkoutSteps, methodHolds, willGoStale } from './checkout-progress.ts';
import { inputsWithMethodOf } from './step-inputs.ts';
import type { CheckoutStep } from './types.ts';

const states = (facts: CheckoutFacts) => checkoutSteps(facts).map((step) => step.state);
const codes = (facts: CheckoutFacts) => checkoutSteps(facts).map((step) => step.refusals.map((refusal) => refusal.code));
const reasons = (facts: CheckoutFacts, at: number) => checkoutSteps(facts)[at]?.reasons.map((reason) => reason.input);
const shipment = (change: Partial<(typeof done.shipments)[number]>) => ({ ...done, shipments: [{ ...shipped, ...change }] });
const under = (zone: ShippingZone) => ({ ...done, shipments: [shipmentUnder([zone], shipped)] });
const withLines = (...lines: CheckoutFacts['lines']) => ({ ...done, lines });

type Change = {
  readonly change: string;
  readonly after: CheckoutFacts;
  /** shipping, shipping-method, billing, finalize */
  readonly become: readonly CheckoutStep['state'][];
  readonly refusals: readonly (readonly string[])[];
  /** What the method step says has changed. */
  readonly inputs?: readonly string[];
};

const allDone = ['done', 'done', 'done', 'done'] as const;
const methodStale = { become: ['done', 'stale', 'done', 'empty'], refusals: [[], ['shipping.method_stale'], [], ['shipping.method_stale']] } as const;

const changes: readonly Change[] = [
  { change: 'nothing', after: done, become: allDone, refusals: [[], [], [], []] },
  {
    change: 'another address in the zone',
    after: shipment({ address: { ...newYork, region: 'NJ', city: 'Newark', postcode: '07102' } }),
    ...methodStale,
    inputs: ['destination'],
  },
  {
    change: 'only the name at the address',
    after: shipment({ address: { ...newYork, name: 'Lee', phone: '1' } }),
    become: allDone,
    refusals: [[], [], [], []],
  },
  {
    change: 'only capitals and spaces of the address',
    after: shipment({ address: { ...newYork, city: ' ALBANY ' } }),
    become: allDone,
    refusals: [[], [], [], []],
  },
  { change: 'the quantity', after: withLines({ ...mugs, quantity: 20 }), ...methodStale, inputs: ['quantity', 'weight'] },
  {
    change: 'the quantity of what weighs nothing',
    after: withLines(mugs, { ...mugs, id: 'pin', weightGrams: null }),
    ...methodStale,
    inputs: ['lines', 'quantity'],
  },
  { change: 'a line added', after: withLines(mugs, { ...mugs, id: 'tee', quantity: 1 }), ...methodStale, inputs: ['lines', 'quantity', 'weight'] },
  {
    change: 'an optional line added that is not chosen',
    after: withLines(mugs, { ...mugs, id: 'tee', counted: false }),
    become: allDone,
    refusals: [[], [], [], []],
  },
  { change: 'a line added that does not ship', after: withLines(mugs, { ...mugs, id: 'file', ships: false }), become: allDone, refusals: [[], [], [], []] },
  { change: 'another line in its place', after: withLines({ ...mugs, id: 'tee' }), ...methodStale, inputs: ['lines', 'quantity'] },
  { change: 'the weight in the catalogue', after: withLines({ ...mugs, weightGrams: 300 }), ...methodStale, inputs: ['weight'] },
  {
    change: 'every line removed: nothing ships, no address or method is asked',
    after: withLines(),
    become: ['not_needed', 'not_needed', 'done', 'done'],
    refusals: [[], [], [], []],
  },
  {
    change: 'nothing ships any more',
    after: withLines({ ...mugs, ships: false }),
    become: ['not_needed', 'not_needed', 'done', 'done'],
    refusals: [[], [], [], []],
  },
  {
    change: 'the customer',
    after: { ...done, customerId: 'golda' },
    become: ['stale', 'done', 'stale', 'empty'],
    refusals: [['shipping.address_stale'], [], ['billing.stale'], ['shipping.address_stale', 'billing.stale']],
  },
  {
    change: 'a payment more is allowed',
    after: { ...done, allowedPayments: ['purchase_order', 'open_account'] },
    become: allDone,
    refusals: [[], [], [], []],
  },
  {
    change: 'another payment is no longer allowed',
    after: { ...done, allowedPayments: ['open_account'] },
    become: ['done', 'done', 'stale', 'empty'],
    refusals: [[], [], ['billing.stale'], ['billing.stale']],
  },
  {
    change: 'the chosen payment is no longer allowed',
    after: { ...done, allowedPayments: ['purchase_order'] },
    become: ['done', 'done', 'stale', 'empty'],
    refusals: [[], [], ['payment.not_allowed'], ['payment.not_allowed']],
  },
  {
    change: 'the zone no longer serves the place',
    after: under({ ...unitedStates, areas: [{ country: 'CA', regions: [] }] }),
    become: ['stale', 'stale', 'done', 'empty'],
    refusals: [['shipping.country_not_served'], ['shipping.method_not_serving'], [], ['shipping.country_not_served', 'shipping.method_not_serving']],
  },
  {
    change: 'the method is gone from the zone',
    after: under({ ...unitedStates, rates: [] }),
    become: ['done', 'stale', 'done', 'empty'],
    refusals: [[], ['shipping.method_not_serving'], [], ['shipping.method_not_serving']],
  },
  {
    change: 'too heavy for the method: 101 × 200 g over 20 kg',
    after: withLines({ ...mugs, quantity: 101 }),
    become: ['done', 'stale', 'done', 'empty'],
    refusals: [[], ['shipping.method_not_serving'], [], ['shipping.method_not_serving']],
    inputs: ['quantity', 'weight'],
  },
  {
    change: 'the price of the rate: what was chosen is a copy, and it says that it costs something else today',
    after: under({ ...unitedStates, rates: [{ ...ground, terms: { kind: 'flat', amount: minor(2_000) } }] }),
    ...methodStale,
    inputs: ['rate'],
  },
  {
    change: 'the rate in the table, but not what it charges for this weight',
    after: under({ ...unitedStates, rates: [{ ...ground, terms: { kind: 'by_weight', tiers: [{ upToGrams: null, amount: minor(980) }] } }] }),
    become: allDone,
    refusals: [[], [], [], []],
  },
  { change: 'where the account sends from', after: { ...done, origin: 'us|ca|94103' }, ...methodStale, inputs: ['origin'] },
  {
    change: 'the address taken away',
    after: shipment({ address: null }),
    become: ['empty', 'stale', 'empty', 'empty'],
    refusals: [
      ['shipping.address_missing'],
      ['shipping.method_stale'],
      ['billing.address_missing'],
      ['shipping.address_missing', 'shipping.method_stale', 'billing.address_missing'],
    ],
    inputs: ['destination'],
  },
  {
    change: 'the method taken away',
    after: shipment({ method: null }),
    become: ['done', 'empty', 'done', 'empty'],
    refusals: [[], ['shipping.method_missing'], [], ['shipping.method_missing']],
  },
  {
    change: 'the payment taken away',
    after: { ...done, payment: null },
    become: ['done', 'done', 'empty', 'empty'],
    refusals: [[], [], ['payment.missing'], ['payment.missing']],
  },
  {
    change: 'a pickup: there is no method to choose',
    // Where goods are fetched is no address of the customer: the bill needs its own.
    after: shipment({ kind: 'pickup', method: null }),
    become: ['done', 'not_needed', 'empty', 'empty'],
    refusals: [[], [], ['billing.address_missing'], ['billing.address_missing']],
  },
];

describe('a checkout that was done, after', () => {
  test.each(changes)('$change', ({ after, become, refusals, inputs }) => {
    expect(states(after)).toEqual(become);
    expect(codes(after)).toEqual(refusals);
    if (inputs !== undefined) expect(reasons(after, 1)).toEqual(inputs);
  });

  test.each(changes)('$change: whatever is not done or not needed stands against submitting', ({ after }) => {
    for (const step of checkoutSteps(after)) {
      const isSettled = step.state === 'done' || step.state === 'not_needed';
      if (step.name !== 'finalize') expect(step.refusals.length > 0).toBe(!isSettled);
      expect(step.refusals.every((refusal) => refusal.step !== undefined && refusal.pointer !== undefined)).toBe(true);
    }
  });

  test.each(changes)('$change: it is said before it is made which steps would need another look', ({ after, become }) => {
    const stale = (['shipping', 'shipping-method', 'billing'] as const).filter((_, index) => become[index] === 'stale' || become[index] === 'empty');
    expect(willGoStale(done, after).map((step) => step.name)).toEqual(stale);
  });
});

test('undoing a change heals: steps hang on their inputs as stored, not on what happened meanwhile', () => {
  // As the database gives them back: keys in another order.
  const stored = Object.fromEntries(Object.entries(done.completed).map(([step, inputs]) => [step, Object.fromEntries(Object.entries(inputs).toReversed())]));
  const heavier = { ...withLines({ ...mugs, quantity: 20 }), completed: stored };
  expect(states(heavier)).toEqual(['done', 'stale', 'done', 'empty']);
  expect(states({ ...heavier, lines: [{ ...mugs, quantity: 10 }] })).toEqual(allDone);
});

test('what was not done cannot go stale', () => {
  expect(willGoStale(untouched, { ...untouched, customerId: 'golda', lines: [] })).toEqual([]);
});

describe('reasons and offers', () => {
  test('say what was and what is: 10 × 200 g became 20 × 200 g, and 9.80 became 12.40', () => {
    const [, method] = checkoutSteps(withLines({ ...mugs, quantity: 20 }));
    expect(method?.reasons).toEqual([
      { input: 'quantity', was: expect.stringMatching(/^10#/), now: expect.stringMatching(/^20#/) },
      { input: 'weight', was: 2_000, now: 4_000 },
    ]);
    expect(method?.offer).toEqual({ shipmentId: 's1', rateId: 'ground', was: 980, now: 1_240 });
  });

  test('a method that serves no more has no price to offer', () => {
    const [, method] = checkoutSteps(withLines({ ...mugs, quantity: 101 }));
    expect(method?.offer).toBeNull();
  });

  test('an unchanged price is offered too: one key settles it', () => {
    const [, method] = checkoutSteps(withLines({ ...mugs, quantity: 12 }));
    expect(method?.offer).toMatchObject({ was: 980, now: 980 });
  });
});

describe('from the start', () => {
  test('nothing entered: address, method, billing and payment are missing, all at once', () => {
    expect(states(untouched)).toEqual(['empty', 'empty', 'empty', 'empty']);
    expect(codes(untouched)[3]).toEqual(['shipping.address_missing', 'shipping.method_missing', 'billing.address_missing', 'payment.missing']);
  });

  test('entered but never confirmed in its step is not done, and says so', () => {
    expect(states({ ...done, completed: {} })).toEqual(['empty', 'empty', 'empty', 'empty']);
    expect(codes({ ...done, completed: {} })[3]).toEqual(['shipping.address_stale', 'shipping.method_stale', 'billing.stale']);
  });

  test('a total of zero needs no payment, but a billing address', () => {
    const free = completedAs({ ...done, payment: null, totalAmount: minor(0) });
    expect(states(free)).toEqual(allDone);
    expect(codes({ ...free, billing: { sameAsShipping: false, address: null } })[2]).toEqual(['billing.address_missing']);
    // One cent is to be paid again.
    expect(codes({ ...free, totalAmount: minor(1) })[2]).toEqual(['payment.missing']);
  });

  test('a billing address of its own does not hang on the shipping address', () => {
    const own = completedAs({ ...shipment({ address: null }), billing: { sameAsShipping: false, address: newYork } });
    expect(codes(own)[2]).toEqual([]);
  });

  test('nothing ships: only billing and payment are asked', () => {
    const service = { ...untouched, lines: [{ ...mugs, ships: false }] };
    expect(states(service)).toEqual(['not_needed', 'not_needed', 'empty', 'empty']);
    expect(codes(service)[3]).toEqual(['billing.address_missing', 'payment.missing']);
  });
});

const reasonsOf = (facts: CheckoutFacts) => checkoutSteps(facts)[1]?.reasons.map(({ input, shipmentId }) => `${input} of ${shipmentId}`);

describe('several shipments', () => {
  const two = completedAs({
    ...done,
    shipments: [
      { ...shipped, lines: [{ lineId: 'mugs', quantity: 4 }] },
      { ...shipped, id: 's2', address: { ...newYork, region: 'NJ' }, lines: [{ lineId: 'mugs', quantity: 6 }] },
    ],
  });
  const second = (change: Partial<(typeof done.shipments)[number]>) => ({
    ...two,
    shipments: two.shipments.map((each) => (each.id === 's2' ? { ...each, ...change } : each)),
  });

  test('the reason names the shipment', () => {
    expect(states(two)).toEqual(allDone);
    expect(reasonsOf(second({ address: newYork }))).toEqual(['destination of s2']);
    expect(reasonsOf(second({ lines: [{ lineId: 'mugs', quantity: 5 }] }))).toEqual(['quantity of s2', 'weight of s2']);
  });

  test('choosing the method of one leaves the other as stale as it was, and offers it next', () => {
    const heavier = { ...two, lines: [{ ...mugs, weightGrams: 500 }] };
    const chosen = (facts: CheckoutFacts, id: string): CheckoutFacts => ({
      ...facts,
      completed: { ...facts.completed, 'shipping-method': inputsWithMethodOf(facts, id) },
    });
    expect(checkoutSteps(heavier)[1]).toMatchObject({ state: 'stale', offer: { shipmentId: 's1' } });
    const first = chosen(heavier, 's1');
    expect(reasonsOf(first)).toEqual(['weight of s2']);
    expect(checkoutSteps(first)[1]).toMatchObject({ state: 'stale', offer: { shipmentId: 's2' } });
    expect(states(chosen(first, 's2'))).toEqual(allDone);
  });

  test('one that is fetched for a while keeps the method it had', () => {
    const fetched = second({ kind: 'pickup' });
    expect(states(fetched)).toEqual(allDone);
    expect(states(second({ kind: 'ship' }))).toEqual(allDone);
  });

  test('each is asked for its own address and method', () => {
    const [shipping, method] = checkoutSteps(second({ address: null, method: null }));
    expect(shipping?.refusals).toMatchObject([{ code: 'shipping.address_missing', detail: { shipmentId: 's2' } }]);
    expect(method?.refusals).toMatchObject([{ code: 'shipping.method_missing', detail: { shipmentId: 's2' } }]);
  });

  test('one that holds nothing is asked for nothing', () => {
    const [first, empty] = second({ address: null, method: null, lines: [] }).shipments;
    expect(first && empty && codes(completedAs({ ...two, shipments: [{ ...first, lines: [{ lineId: 'mugs', quantity: 10 }] }, empty] }))).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test('together they hold what is ordered, no less and no more', () => {
    const differing = (quantity: number) => checkoutSteps(completedAs(second({ lines: [{ lineId: 'mugs', quantity }] })))[0]?.refusals;
    expect(differing(6)).toEqual([]);
    for (const [quantity, held] of [
      [5, 9],
      [7, 11],
    ] as const) {
      expect(differing(quantity)).toMatchObject([{ code: 'shipping.quantities_differ', lineId: 'mugs', step: 'shipping', detail: { ordered: 10, held } }]);
    }
  });

  test('one fetched, one sent: only the sent one needs a method', () => {
    expect(states(completedAs(second({ kind: 'pickup', method: null })))).toEqual(allDone);
  });

  test('all fetched: no method at all', () => {
    const fetched = {
      ...two,
      shipments: two.shipments.map((each) => ({ ...each, kind: 'pickup' as const, method: null })),
      billing: { sameAsShipping: false, address: newYork },
    };
    expect(states(fetched)).toEqual(['done', 'not_needed', 'done', 'done']);
  });
});

test('the charge counts only while the method holds', () => {
  expect(methodHolds(done)).toBe(true);
  expect(methodHolds(withLines({ ...mugs, quantity: 20 }))).toBe(false);
  expect(methodHolds(untouched)).toBe(false);
});

describe('a rate that hangs on the items total', () => {
  const freeOver = { ...ground, terms: { ...ground.terms, freeOverAmount: minor(10_000) } };
  const chosen = completedAs({
    ...done,
    shipments: [{ ...shipped, method: { rateId: 'ground', name: 'Ground', amount: minor(980), terms: freeOver.terms }, termsNow: freeOver.terms }],
  });

  test('goes stale when the total moves, offers what it costs now, and heals', () => {
    const after = { ...chosen, itemsAmount: minor(10_000) };
    expect(checkoutSteps(after)[1]).toMatchObject({
      state: 'stale',
      reasons: [{ input: 'itemsTotal', was: 5_000, now: 10_000 }],
      offer: { rateId: 'ground', was: 980, now: 0 },
    });
    expect(checkoutSteps({ ...after, itemsAmount: minor(5_000) })[1]?.state).toBe('done');
  });

  test('any other rate does not mind', () => expect(methodHolds({ ...done, itemsAmount: minor(10_000) })).toBe(true));
});

describe('a typed price for shipping', () => {
  const typed = completedAs(shipment({ method: { rateId: null, name: 'Own van', amount: minor(4_000), reason: 'Agreed by phone', by: 'Ana' } }));

  test.each<[string, CheckoutFacts]>([
    ['more pieces', { ...typed, lines: [{ ...mugs, quantity: 9_999 }] }],
    ['another total', { ...typed, itemsAmount: minor(1) }],
    ['no rates left', { ...typed, shipments: typed.shipments.map((each) => shipmentUnder([{ ...unitedStates, rates: [] }], each)) }],
    ['another address', { ...typed, shipments: typed.shipments.map((each) => ({ ...each, address: { ...newYork, postcode: '99501' } })) }],
  ])('holds with %s', (_, after) => expect(checkoutSteps(after)[1]).toMatchObject({ state: 'done', offer: null, refusals: [] }));

  test('is missing once it is cleared', () => {
    expect(checkoutSteps({ ...typed, shipments: [{ ...shipped, method: null }] })[1]).toMatchObject({ state: 'empty' });
  });
});

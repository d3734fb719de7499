// Every change × every step (design "Checkout"): what each step becomes, what is said before, and that undoing heals. A change or
// a step that is missing here does not compile, and fails the count below.
import { describe, expect, test } from 'vitest';
import { completedAs, done, ground, mugs, newYork, shipped, unitedStates } from '../../test/a-checkout.ts';
import { type CheckoutStepName, checkoutStepNames } from '../core/refusal.ts';
import { minor } from '../money/money.ts';
import type { ShippingRateTerms, ShippingZone } from '../shipping/types.ts';
import { type CheckoutFacts, type EnteredShipment, shipmentUnder } from './checkout-facts.ts';
import { checkoutSteps, methodHolds, willGoStale } from './checkout-progress.ts';
import { inputsWithMethodOf } from './step-inputs.ts';
import type { CheckoutStep } from './types.ts';

/** Everything that can happen to an order, its customer or the account's tables while its checkout stands. */
const changes = [
  'customer',
  'company or exemption',
  'country of the address',
  'region of the address',
  'postcode of the address',
  'street of the address',
  'name at the address',
  'quantity up',
  'quantity down',
  'shipping line added',
  'line added that does not ship',
  'line removed',
  'last shipping line removed',
  'weight in the catalogue',
  'place of the account',
  'zone no longer reaches the address',
  'rate edited, same charge',
  'rate price changed',
  'rate deleted',
  'items total',
  'ship to pickup',
  'pickup to ship',
  'another method chosen',
  'method taken back',
  'billing address of its own',
  'same as shipping without an address',
  'another payment chosen',
  'payment taken back',
  'open account switched off',
  'total to zero',
  'total from zero',
  'optional line chosen',
  'split in two',
  'pieces moved between shipments',
  'shipping line added while split',
  'customer switched off',
] as const;
type Change = (typeof changes)[number];

type State = CheckoutStep['state'];
type Row = {
  /** Where it starts, all steps settled; the checkout of `a-checkout` unless said otherwise. */
  readonly from?: CheckoutFacts;
  readonly make: (facts: CheckoutFacts) => CheckoutFacts;
  readonly become: Readonly<Record<CheckoutStepName, State>>;
  /** What the method step says is different. */
  readonly because?: readonly string[];
};

const allDone = { shipping: 'done', 'shipping-method': 'done', billing: 'done', finalize: 'done' } as const;
const methodStale = { ...allDone, 'shipping-method': 'stale', finalize: 'empty' } as const;

const first =
  (change: Partial<EnteredShipment>, zones: readonly ShippingZone[] = [unitedStates]) =>
  (facts: CheckoutFacts) => ({
    ...facts,
    shipments: facts.shipments.map((shipment, at) => (at === 0 ? shipmentUnder(zones, { ...shipment, ...change }) : shipment)),
  });
const moved = (change: Partial<typeof newYork>) => first({ address: { ...newYork, ...change } });
const lines = (make: (before: CheckoutFacts['lines']) => CheckoutFacts['lines']) => (facts: CheckoutFacts) => ({ ...facts, lines: make(facts.lines) });
const withTerms = (terms: ShippingRateTerms) => first({}, [{ ...unitedStates, rates: [{ ...ground, terms }] }]);
const having = (change: Partial<CheckoutFacts>) => (facts: CheckoutFacts) => ({ ...facts, ...change });
const same = (facts: CheckoutFacts) => facts;

const world: ShippingZone = { ...unitedStates, areas: [{ country: '*', regions: [] }] };
const tee = { ...mugs, id: 'tee', quantity: 1 };
const fetched = completedAs({
  ...done,
  shipments: [{ ...shipped, kind: 'pickup', address: null, method: null, termsNow: null }],
  billing: { sameAsShipping: false, address: newYork },
});
const free = completedAs({ ...done, payment: null, totalAmount: minor(0) });
const halves = [
  { ...shipped, lines: [{ lineId: 'mugs', quantity: 5 }] },
  { ...shipped, id: 's2', lines: [{ lineId: 'mugs', quantity: 5 }] },
];
const split = completedAs({ ...done, shipments: halves });
const optional = completedAs({ ...done, lines: [mugs, { ...tee, counted: false }] });

const table: Readonly<Record<Change, Row>> = {
  customer: { make: having({ customerId: 'golda' }), become: { shipping: 'stale', 'shipping-method': 'done', billing: 'stale', finalize: 'empty' } },
  // Tax is never a step: it is worked out anew with every command.
  'company or exemption': { make: same, become: allDone },
  'country of the address': { make: first({ address: { ...newYork, country: 'CA', region: 'ON' } }, [world]), become: methodStale, because: ['destination'] },
  'region of the address': { make: moved({ region: 'NJ' }), become: methodStale, because: ['destination'] },
  'postcode of the address': { make: moved({ postcode: '10001' }), become: methodStale, because: ['destination'] },
  'street of the address': { make: moved({ line1: '2 Main St' }), become: methodStale, because: ['destination'] },
  'name at the address': { make: moved({ name: 'Lee', phone: '1' }), become: allDone },
  'quantity up': { make: lines(() => [{ ...mugs, quantity: 20 }]), become: methodStale, because: ['quantity', 'weight'] },
  'quantity down': { make: lines(() => [{ ...mugs, quantity: 3 }]), become: methodStale, because: ['quantity', 'weight'] },
  'shipping line added': { make: lines((all) => [...all, tee]), become: methodStale, because: ['lines', 'quantity', 'weight'] },
  'line added that does not ship': { make: lines((all) => [...all, { ...tee, ships: false }]), become: allDone },
  'line removed': {
    from: completedAs({ ...done, lines: [mugs, tee] }),
    make: lines((all) => all.slice(0, 1)),
    become: methodStale,
    because: ['lines', 'quantity', 'weight'],
  },
  'last shipping line removed': { make: lines(() => []), become: { ...allDone, shipping: 'not_needed', 'shipping-method': 'not_needed' } },
  'weight in the catalogue': { make: lines(() => [{ ...mugs, weightGrams: 300 }]), become: methodStale, because: ['weight'] },
  'place of the account': { make: having({ origin: 'us|ca|94103' }), become: methodStale, because: ['origin'] },
  'zone no longer reaches the address': {
    make: first({}, [{ ...unitedStates, areas: [{ country: 'CA', regions: [] }] }]),
    become: { shipping: 'stale', 'shipping-method': 'stale', billing: 'done', finalize: 'empty' },
  },
  'rate edited, same charge': { make: withTerms({ kind: 'flat', amount: minor(980) }), become: allDone },
  'rate price changed': { make: withTerms({ kind: 'flat', amount: minor(1_100) }), become: methodStale, because: ['rate'] },
  'rate deleted': { make: first({}, [{ ...unitedStates, rates: [] }]), become: methodStale },
  'items total': { make: having({ totalAmount: minor(9_000) }), become: allDone },
  'ship to pickup': {
    from: completedAs({ ...done, billing: { sameAsShipping: false, address: newYork } }),
    make: first({ kind: 'pickup', address: null }),
    become: { ...allDone, 'shipping-method': 'not_needed' },
  },
  'pickup to ship': { from: fetched, make: first({ kind: 'ship', address: newYork }), become: { ...allDone, 'shipping-method': 'empty', finalize: 'empty' } },
  'another method chosen': {
    make: (facts) => {
      const other = first({ method: { rateId: 'air', name: 'Air', amount: minor(3_000), terms: { kind: 'flat', amount: minor(3_000) } } }, [
        { ...unitedStates, rates: [ground, { ...ground, id: 'air', terms: { kind: 'flat', amount: minor(3_000) } }] },
      ])(facts);
      return { ...other, completed: { ...other.completed, 'shipping-method': inputsWithMethodOf(other, 's1') } };
    },
    become: allDone,
  },
  'method taken back': { make: first({ method: null }), become: { ...allDone, 'shipping-method': 'empty', finalize: 'empty' } },
  'billing address of its own': { make: having({ billing: { sameAsShipping: false, address: { ...newYork, line1: 'PO Box 7' } } }), become: allDone },
  'same as shipping without an address': {
    from: fetched,
    make: having({ billing: { sameAsShipping: true, address: null } }),
    become: { ...allDone, 'shipping-method': 'not_needed', billing: 'empty', finalize: 'empty' },
  },
  'another payment chosen': { make: having({ payment: { method: 'purchase_order' }, poNumber: 'PO-7' }), become: allDone },
  'payment taken back': { make: having({ payment: null }), become: { ...allDone, billing: 'empty', finalize: 'empty' } },
  'open account switched off': { make: having({ allowedPayments: ['purchase_order'] }), become: { ...allDone, billing: 'stale', finalize: 'empty' } },
  'total to zero': { make: having({ totalAmount: minor(0) }), become: allDone },
  'total from zero': { from: free, make: having({ totalAmount: minor(1) }), become: { ...allDone, billing: 'empty', finalize: 'empty' } },
  'optional line chosen': {
    from: optional,
    make: lines((all) => all.map((line) => ({ ...line, counted: true }))),
    become: methodStale,
    because: ['lines', 'quantity', 'weight'],
  },
  'split in two': {
    make: having({
      shipments: [halves[0] ?? shipped, shipmentUnder([unitedStates], { ...shipped, id: 's2', method: null, lines: [{ lineId: 'mugs', quantity: 5 }] })],
    }),
    become: { ...allDone, 'shipping-method': 'empty', finalize: 'empty' },
  },
  'pieces moved between shipments': {
    from: split,
    make: having({ shipments: halves.map((shipment, at) => ({ ...shipment, lines: [{ lineId: 'mugs', quantity: at === 0 ? 4 : 6 }] })) }),
    become: methodStale,
    because: ['quantity', 'weight', 'quantity', 'weight'],
  },
  // No shipment holds it yet, so no method moved; where it goes has to be said.
  'shipping line added while split': { from: split, make: lines((all) => [...all, tee]), become: { ...allDone, shipping: 'stale', finalize: 'empty' } },
  // It stands against submitting (`order.customer_inactive`), in no step: nothing that was entered has to be entered again.
  'customer switched off': { make: same, become: allDone },
};

const statesOf = (facts: CheckoutFacts) => Object.fromEntries(checkoutSteps(facts).map((step) => [step.name, step.state]));

test('there is a row for every change and an answer for every step', () => {
  expect(Object.keys(table).toSorted()).toEqual([...changes].toSorted());
  for (const row of Object.values(table)) expect(Object.keys(row.become).toSorted()).toEqual([...checkoutStepNames].toSorted());
});

describe.each(changes)('%s', (change) => {
  const { from = done, make, become, because } = table[change];
  const after = make(from);

  test.each(checkoutStepNames)('before: %s is settled', (step) => expect(['done', 'not_needed']).toContain(statesOf(from)[step]));

  test.each(checkoutStepNames)('after: %s', (step) => expect(statesOf(after)[step]).toBe(become[step]));

  test('said before: each step that was done and is not afterwards, and no other', () => {
    const said = willGoStale(from, after).map(({ name }) => name);
    const was = statesOf(from);
    expect(said).toEqual(
      checkoutStepNames.filter((name) => name !== 'finalize' && was[name] === 'done' && (become[name] === 'stale' || become[name] === 'empty')),
    );
  });

  test('said after: what differs; and no amount of a method that does not hold is counted', () => {
    const method = checkoutSteps(after).find(({ name }) => name === 'shipping-method');
    if (because !== undefined) expect(method?.reasons.map(({ input }) => input)).toEqual(because);
    for (const { was, now } of method?.reasons ?? []) expect(was).not.toBe(now);
    expect(methodHolds(after)).toBe(become['shipping-method'] === 'done');
  });

  test.each(checkoutStepNames)('undone: %s is as it was', (step) => {
    // Everything is put back but what the steps were completed with last.
    expect(statesOf({ ...from, completed: after.completed })[step]).toBe(statesOf(from)[step]);
  });
});

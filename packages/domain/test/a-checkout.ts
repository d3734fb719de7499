// A checkout that is done, for tests to change one thing in. 10 mugs of 200 g to New York by a rate by weight, on open account.
import { minor } from '../src/money/money.ts';
import { type CheckoutFacts, type CheckoutLine, type CheckoutShipment, shipmentUnder } from '../src/order/checkout-facts.ts';
import { stepInputs } from '../src/order/step-inputs.ts';
import type { Address } from '../src/order/types.ts';
import type { ShippingRate, ShippingZone } from '../src/shipping/types.ts';

export const newYork: Address = {
  name: 'Dana Fox',
  company: '',
  line1: '1 Main St',
  line2: '',
  city: 'Albany',
  region: 'NY',
  postcode: '12207',
  country: 'US',
  phone: '',
};

/** 9.80 up to 2.5 kg, 12.40 up to 20 kg, nothing beyond. */
export const ground: ShippingRate = {
  id: 'ground',
  name: 'Ground',
  transit: '',
  terms: {
    kind: 'by_weight',
    tiers: [
      { upToGrams: 2_500, amount: minor(980) },
      { upToGrams: 20_000, amount: minor(1_240) },
    ],
  },
};

export const unitedStates: ShippingZone = { id: 'us', name: 'United States', areas: [{ country: 'US', regions: [] }], rates: [ground] };

export const mugs: CheckoutLine = { id: 'mugs', quantity: 10, ships: true, counted: true, weightGrams: 200 };

export const shipped: CheckoutShipment = shipmentUnder([unitedStates], {
  id: 's1',
  kind: 'ship',
  address: newYork,
  method: { rateId: 'ground', name: 'Ground', amount: minor(980), terms: ground.terms },
  lines: null,
});

/** Nothing entered yet but the lines. */
export const untouched: CheckoutFacts = {
  customerId: 'dana',
  lines: [mugs],
  shipments: [{ ...shipped, address: null, method: null, termsNow: null }],
  billing: { sameAsShipping: true, address: null },
  payment: null,
  poNumber: '',
  missingFields: [],
  allowedPayments: ['open_account', 'purchase_order'],
  totalAmount: minor(5_480),
  itemsAmount: minor(5_000),
  origin: 'us|ny|11201',
  completed: {},
};

/** The facts with all three steps completed as they stand. */
export function completedAs(facts: CheckoutFacts): CheckoutFacts {
  const steps = ['shipping', 'shipping-method', 'billing'] as const;
  return { ...facts, completed: Object.fromEntries(steps.map((step) => [step, stepInputs(facts, step)])) };
}

export const done: CheckoutFacts = completedAs({ ...untouched, shipments: [shipped], payment: { method: 'open_account' } });

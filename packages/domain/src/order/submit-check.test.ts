// Everything that stands against submitting, all at once, each with its code and where it points (cases, "Lifecycle").
import { describe, expect, test } from 'vitest';
import { done, shipped, untouched } from '../../test/a-checkout.ts';
import type { RefusalCode } from '../core/refusal.ts';
import { minor } from '../money/money.ts';
import { shipmentUnder } from './checkout-facts.ts';
import { checkoutSteps } from './checkout-progress.ts';
import { checkSubmit, type SubmitFacts, type SubmitLine } from './submit-check.ts';
import { stages } from './types.ts';

const line: SubmitLine = { id: 'mugs', index: 0, counted: true, quantity: 10, variantId: 'mug', unavailable: null, stock: null, blockers: [] };
const custom: SubmitLine = { ...line, id: 'setup', index: 1, quantity: 1, variantId: null };
const ready: SubmitFacts = {
  stage: 'draft',
  customer: { active: true },
  lines: [line],
  choiceBlockers: [],
  discountBlockers: [],
  steps: checkoutSteps(done),
  totalAmount: minor(5_480),
};
const blocked = (code: RefusalCode, pointer?: string): SubmitLine => ({
  ...line,
  blockers: [{ code, lineId: 'mugs', ...(pointer === undefined ? {} : { pointer }) }],
});
const inStock = (available: number, allowsBackorder = false) => ({ stock: { available, allowsBackorder } });
const said = (facts: SubmitFacts) => checkSubmit(facts).map((refusal) => [refusal.code, refusal.pointer]);

test('nothing stands against an order that is complete; custom lines alone are enough', () => {
  expect(checkSubmit(ready)).toEqual([]);
  expect(checkSubmit({ ...ready, lines: [{ ...custom, index: 0 }] })).toEqual([]);
});

describe('each reason by itself', () => {
  test.each<readonly [string, SubmitFacts, readonly (readonly [RefusalCode, string | undefined])[]]>([
    ['no lines', { ...ready, lines: [] }, [['order.no_lines', '/lines']]],
    ['only an optional line that is not chosen', { ...ready, lines: [{ ...line, counted: false }] }, [['order.no_lines', '/lines']]],
    ['no customer', { ...ready, customer: null }, [['order.customer_missing', '/customer']]],
    ['a customer who is not active', { ...ready, customer: { active: false } }, [['order.customer_inactive', '/customer']]],
    ['a deleted product', { ...ready, lines: [{ ...line, unavailable: 'deleted' }] }, [['line.product_unavailable', '/lines/0']]],
    ['an unpublished product', { ...ready, lines: [{ ...line, unavailable: 'unpublished' }] }, [['line.product_unavailable', '/lines/0']]],
    ['a product not for this role', { ...ready, lines: [{ ...line, unavailable: 'excluded' }] }, [['line.product_unavailable', '/lines/0']]],
    ['under the lowest break', { ...ready, lines: [blocked('line.below_minimum', '/quantity')] }, [['line.below_minimum', '/lines/0/quantity']]],
    ['over the largest', { ...ready, lines: [blocked('line.over_maximum', '/quantity')] }, [['line.over_maximum', '/lines/0/quantity']]],
    ['not in the increment', { ...ready, lines: [blocked('line.not_in_increment', '/quantity')] }, [['line.not_in_increment', '/lines/0/quantity']]],
    [
      'a quantity no line can hold',
      { ...ready, lines: [blocked('line.quantity_out_of_range', '/quantity')] },
      [['line.quantity_out_of_range', '/lines/0/quantity']],
    ],
    ['no price', { ...ready, lines: [blocked('line.no_price', '/unitPrice')] }, [['line.no_price', '/lines/0/unitPrice']]],
    ['a discount whose base shrank', { ...ready, lines: [blocked('discount.exceeds_base', '/discount')] }, [['discount.exceeds_base', '/lines/0/discount']]],
    ['a required option without an answer', { ...ready, lines: [blocked('line.configuration_missing')] }, [['line.configuration_missing', '/lines/0']]],
    ['out of stock', { ...ready, lines: [{ ...line, ...inStock(9) }] }, [['line.short_of_stock', '/lines/0/quantity']]],
    ['a total below zero', { ...ready, totalAmount: minor(-1) }, [['order.negative_total', '/totals']]],
    [
      'an order discount over its base',
      { ...ready, discountBlockers: [{ code: 'discount.exceeds_base', pointer: '/discounts' }] },
      [['discount.exceeds_base', '/discounts']],
    ],
    [
      'an order discount out of range',
      { ...ready, discountBlockers: [{ code: 'discount.out_of_range', pointer: '/discounts' }] },
      [['discount.out_of_range', '/discounts']],
    ],
  ])('%s', (_, facts, expected) => expect(said(facts)).toEqual(expected));

  test.each([
    ['the customer changed', { ...done, customerId: 'golda' }, ['shipping.address_stale', 'billing.stale']],
    [
      'a line more than the method was chosen for',
      { ...done, lines: [...done.lines, { id: 'tee', quantity: 1, ships: true, counted: true, weightGrams: 1 }] },
      ['shipping.method_stale'],
    ],
    ['the place is no longer served', { ...done, shipments: [shipmentUnder([], shipped)] }, ['shipping.country_not_served', 'shipping.method_not_serving']],
    ['the payment is no longer allowed', { ...done, allowedPayments: ['purchase_order' as const] }, ['payment.not_allowed']],
    ['no payment', { ...done, payment: null }, ['payment.missing']],
    ['nothing entered', untouched, ['shipping.address_missing', 'shipping.method_missing', 'billing.address_missing', 'payment.missing']],
  ])('checkout: %s', (_, facts, codes) => {
    const refusals = checkSubmit({ ...ready, steps: checkoutSteps(facts) });
    expect(refusals.map((refusal) => refusal.code)).toEqual(codes);
    // Each once, though the last step lists what is open in the others, and each with the step it is mended in.
    expect(refusals.every((refusal) => refusal.step !== undefined)).toBe(true);
  });

  test.each(stages.filter((stage) => !['cart', 'draft', 'estimate', 'saved_cart'].includes(stage)))('in stage %s: that alone', (stage) => {
    expect(checkSubmit({ ...ready, stage, lines: [], customer: null })).toEqual([{ code: 'order.no_such_transition', detail: { stage, action: 'submit' } }]);
  });
});

describe('stock', () => {
  test('one variant on two lines draws from one stock: 10 + 5 of 12 are 3 short, at the line that exceeds it', () => {
    const again = { ...line, id: 'more', index: 1, quantity: 5, ...inStock(12) };
    expect(checkSubmit({ ...ready, lines: [{ ...line, ...inStock(12) }, again] })).toEqual([
      { code: 'line.short_of_stock', lineId: 'more', pointer: '/lines/1/quantity', detail: { short: 3, available: 12 } },
    ]);
  });

  test('a negative stock has nothing to give', () => {
    expect(checkSubmit({ ...ready, lines: [{ ...line, ...inStock(-4) }] })).toMatchObject([{ detail: { short: 10, available: 0 } }]);
  });

  test('exactly what is there, a backorder, an optional line not chosen, and what is not stocked are enough', () => {
    for (const enough of [
      { ...line, ...inStock(10) },
      { ...line, ...inStock(0, true) },
      { ...line, variantId: null, ...inStock(0) },
    ])
      expect(checkSubmit({ ...ready, lines: [enough] })).toEqual([]);
    expect(checkSubmit({ ...ready, lines: [line, { ...line, id: 'maybe', index: 1, counted: false, ...inStock(0) }] })).toEqual([]);
  });
});

test('all reasons come at once, in the order of the document, each at its own line or step', () => {
  const facts: SubmitFacts = {
    stage: 'estimate',
    choiceBlockers: [{ code: 'line.choice_open', lineId: 'mugs', pointer: '/lines/0/chosen', detail: { group: 'Mugs' } }],
    customer: { active: false },
    lines: [
      { ...line, unavailable: 'deleted', blockers: [{ code: 'line.no_price', lineId: 'mugs', pointer: '/unitPrice' }] },
      { ...custom, blockers: [{ code: 'discount.exceeds_base', lineId: 'setup', pointer: '/discount' }] },
      { ...line, id: 'tee', index: 2, variantId: 'tee', ...inStock(1) },
    ],
    discountBlockers: [{ code: 'discount.exceeds_base', pointer: '/discounts' }],
    steps: checkoutSteps(untouched),
    totalAmount: minor(-1),
  };
  expect(said(facts)).toEqual([
    ['order.customer_inactive', '/customer'],
    ['line.product_unavailable', '/lines/0'],
    ['line.no_price', '/lines/0/unitPrice'],
    ['discount.exceeds_base', '/lines/1/discount'],
    ['line.short_of_stock', '/lines/2/quantity'],
    ['line.choice_open', '/lines/0/chosen'],
    ['discount.exceeds_base', '/discounts'],
    ['order.negative_total', '/totals'],
    ['shipping.address_missing', '/shipping'],
    ['shipping.method_missing', '/shipping'],
    ['billing.address_missing', '/billing'],
    ['payment.missing', '/payment'],
  ]);
  expect(checkSubmit(facts).flatMap(({ lineId }) => lineId ?? [])).toEqual(['mugs', 'mugs', 'setup', 'tee', 'mugs']);
});

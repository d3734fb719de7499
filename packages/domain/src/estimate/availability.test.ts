import { describe, expect, test } from 'vitest';
import { type AvailabilityNotice, availabilityNotices, availabilityText, checkAvailability, type VariantNow, type WantedLine } from './availability.ts';

const line = (id: string, quantity: number, more: Partial<WantedLine> = {}): WantedLine => ({ id, quantity, optional: false, chosen: true, ...more });
const incoming = { quantity: 100, expectedOn: '2026-12-03' };
const stock = (available: number, more: Partial<NonNullable<VariantNow['stock']>> = {}) => ({ available, allowsBackorder: false, incoming: null, ...more });
const mug = (now: Partial<VariantNow>, lineIds = ['mug']): VariantNow => ({ lineIds, isSold: true, stock: null, ...now });

describe('what is told at the lines', () => {
  test.each<[string, VariantNow, readonly Partial<AvailabilityNotice>[]]>([
    ['not counted', mug({}), []],
    ['enough', mug({ stock: stock(50) }), []],
    ['no longer sold, whatever there is', mug({ isSold: false, stock: stock(50) }), [{ kind: 'not_sold' }]],
    ['50 of 38, on back-order', mug({ stock: stock(38, { allowsBackorder: true, incoming }) }), [{ kind: 'later', short: 12, available: 38, incoming }]],
    ['50 of 38, not on back-order', mug({ stock: stock(38) }), [{ kind: 'some', short: 12, available: 38 }]],
    ['none, on back-order', mug({ stock: stock(-4, { allowsBackorder: true }) }), [{ kind: 'later', short: 50, available: 0 }]],
    ['none, not on back-order', mug({ stock: stock(0) }), [{ kind: 'none', short: 50, available: 0 }]],
    ['kept from this reader: enough', mug({ stock: { available: null, kept: 'enough', allowsBackorder: false, incoming: null } }), []],
    [
      'kept from this reader: some',
      mug({ stock: { available: null, kept: 'some', allowsBackorder: true, incoming: null } }),
      [{ kind: 'later', short: null, available: null }],
    ],
    [
      'kept from this reader: none',
      mug({ stock: { available: null, kept: 'none', allowsBackorder: false, incoming: null } }),
      [{ kind: 'none', short: null, available: null }],
    ],
  ])('50 mugs: %s', (_, now, notices) => {
    expect(availabilityNotices([line('mug', 50)], [now])).toEqual(notices.map((notice) => expect.objectContaining({ lineId: 'mug', ...notice })));
  });

  test('lines of one variant draw from one stock; one that is not chosen draws nothing, and is told of as if it were taken alone', () => {
    const lines = [line('mug', 30), line('more', 30), line('extra', 45, { optional: true, chosen: false })];
    const notices = availabilityNotices(lines, [mug({ stock: stock(40) }, ['mug', 'more', 'extra'])]);
    expect(notices.map((notice) => [notice.lineId, notice.kind, 'short' in notice && notice.short])).toEqual([
      ['more', 'some', 20],
      ['extra', 'some', 5],
    ]);
  });
});

describe('what stands against accepting', () => {
  const none = mug({ stock: stock(0) });
  test.each([
    ['honour', none, line('mug', 50), []],
    ['ask', none, line('mug', 50), []],
    ['requote', none, line('mug', 50), ['none']],
    ['requote', mug({ isSold: false }), line('mug', 50), ['not_sold']],
    ['requote', mug({ stock: stock(1) }), line('mug', 50), []],
    ['requote', mug({ stock: stock(0, { allowsBackorder: true }) }), line('mug', 50), []],
    ['requote', none, line('mug', 50, { optional: true, chosen: false }), []],
  ] as const)('%s, %j, %j: %j', (policy, now, wanted, why) => {
    const refusals = checkAvailability(policy, [wanted], availabilityNotices([wanted], [now]));
    expect(refusals).toEqual(why.map((reason) => ({ code: 'estimate.not_deliverable', lineId: 'mug', detail: { why: reason } })));
  });
});

test.each([
  [{ kind: 'not_sold' }, 'No longer sold'],
  [{ kind: 'later', available: 38, incoming }, 'Only 38 in stock now, 100 more from <2026-12-03>; the rest follows'],
  [{ kind: 'later', available: 38, incoming: null }, 'Only 38 in stock now; the rest follows'],
  [{ kind: 'later', available: 0, incoming }, 'Not in stock now, 100 more from <2026-12-03>; it follows'],
  [{ kind: 'some', available: 38, incoming: null }, 'Only 38 in stock now'],
  [{ kind: 'none', available: 0, incoming }, 'Not in stock now, 100 more from <2026-12-03>'],
  [{ kind: 'later', available: null, incoming: null }, 'Not all of it is in stock now; the rest follows'],
  [{ kind: 'some', available: null, incoming: null }, 'Not all of it is in stock now'],
  [{ kind: 'none', available: null, incoming: null }, 'Not in stock now'],
] as const)('%j: %s', (notice, text) => {
  const words = { quantity: String, day: (day: string) => `<${day}>` };
  expect(availabilityText({ lineId: 'mug', short: null, ...notice } as AvailabilityNotice, words)).toBe(text);
});

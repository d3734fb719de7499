import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cancelOrder } from '../order/cancel.ts';
import { stages } from '../order/types.ts';
import { fulfilmentStatus, type GoneOut, openToShip, type Shippable } from './open-to-ship.ts';
import { piecesToShip } from './ship.ts';

const line = (id: string, quantity: number, over: Partial<Shippable['lines'][number]> = {}) => ({ id, quantity, ships: true, isCounted: true, ...over });
const gone = (shipmentId: string, lines: GoneOut['lines'], isVoided = false): GoneOut => ({ shipmentId, lines, isVoided });
const one = [{ id: 's', lines: null }];
const two = [
  { id: 'north', lines: [{ lineId: 'a', quantity: 4 }] },
  {
    id: 'south',
    lines: [
      { lineId: 'a', quantity: 6 },
      { lineId: 'b', quantity: 2 },
    ],
  },
];
const order = (over: Partial<Shippable> = {}) => ({
  stage: 'submitted' as const,
  lines: [line('a', 10), line('b', 2)],
  shipments: one,
  fulfilments: [],
  ...over,
});

describe('what is open', () => {
  it('leaves out what does not ship and options that were not taken', () => {
    const lines = [line('a', 10), line('fee', 1, { ships: false }), line('extra', 3, { isCounted: false })];
    expect(openToShip(order({ lines }))).toEqual([{ shipmentId: 's', lineId: 'a', ordered: 10, open: 10 }]);
  });

  it('is counted by shipment, and what was taken back is open again', () => {
    const fulfilments = [
      gone('north', [{ lineId: 'a', quantity: 4 }]),
      gone('south', [{ lineId: 'a', quantity: 5 }], true),
      gone('south', [{ lineId: 'a', quantity: 1 }]),
    ];
    expect(openToShip(order({ shipments: two, fulfilments })).map(({ shipmentId, lineId, open }) => `${shipmentId} ${lineId} ${open}`)).toEqual([
      'north a 0',
      'south a 5',
      'south b 2',
    ]);
  });

  it.each<[string, readonly GoneOut[], string]>([
    ['nothing gone', [], 'unshipped'],
    ['all taken back', [gone('s', [{ lineId: 'a', quantity: 10 }], true)], 'unshipped'],
    ['some gone', [gone('s', [{ lineId: 'a', quantity: 10 }])], 'part_shipped'],
    [
      'all gone, in two',
      [
        gone('s', [
          { lineId: 'a', quantity: 10 },
          { lineId: 'b', quantity: 1 },
        ]),
        gone('s', [{ lineId: 'b', quantity: 1 }]),
      ],
      'shipped',
    ],
  ])('%s: %s', (_what, fulfilments, status) => expect(fulfilmentStatus(order({ fulfilments }))).toBe(status));

  it('an order of which nothing ships never left', () => {
    expect(fulfilmentStatus(order({ lines: [line('fee', 1, { ships: false })] }))).toBe('unshipped');
  });
});

describe('shipping', () => {
  it('takes all that is open, or what is named, one line named twice together', () => {
    const fulfilments = [gone('s', [{ lineId: 'a', quantity: 3 }])];
    expect(piecesToShip(order({ fulfilments }), { shipmentId: 's', lines: 'all' })).toEqual({
      ok: true,
      value: [
        { lineId: 'a', quantity: 7 },
        { lineId: 'b', quantity: 2 },
      ],
    });
    const named = [
      { lineId: 'a', quantity: 1 },
      { lineId: 'a', quantity: 2 },
      { lineId: 'b', quantity: 0 },
    ];
    expect(piecesToShip(order(), { shipmentId: 's', lines: named })).toEqual({ ok: true, value: [{ lineId: 'a', quantity: 3 }] });
  });

  it.each<[string, Parameters<typeof piecesToShip>, string]>([
    [
      'more than is open',
      [order({ fulfilments: [gone('s', [{ lineId: 'a', quantity: 9 }])] }), { shipmentId: 's', lines: [{ lineId: 'a', quantity: 2 }] }],
      'order.over_shipped',
    ],
    ['a line of another shipment', [order({ shipments: two }), { shipmentId: 'north', lines: [{ lineId: 'b', quantity: 1 }] }], 'order.over_shipped'],
    ['nothing', [order(), { shipmentId: 's', lines: [{ lineId: 'a', quantity: 0 }] }], 'order.nothing_to_ship'],
    [
      'all of what has gone',
      [order({ lines: [line('a', 1)], fulfilments: [gone('s', [{ lineId: 'a', quantity: 1 }])] }), { shipmentId: 's', lines: 'all' }],
      'order.nothing_to_ship',
    ],
    ['a shipment that is none', [order(), { shipmentId: 'x', lines: 'all' }], 'order.nothing_to_ship'],
  ])('refuses %s', (_what, asked, code) => expect(piecesToShip(...asked)).toMatchObject({ ok: false, reason: { code } }));

  it('happens to submitted orders alone', () => {
    for (const stage of stages) expect(piecesToShip({ ...order(), stage }, { shipmentId: 's', lines: 'all' }).ok, stage).toBe(stage === 'submitted');
  });

  it('never lets out more than was ordered, in whatever steps', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ line: fc.constantFrom('a', 'b'), quantity: fc.integer({ min: 0, max: 12 }) }), { maxLength: 20 }), (steps) => {
        let fulfilments: readonly GoneOut[] = [];
        for (const { line: lineId, quantity } of steps) {
          const shipped = piecesToShip(order({ fulfilments }), { shipmentId: 's', lines: [{ lineId, quantity }] });
          if (shipped.ok) fulfilments = [...fulfilments, gone('s', shipped.value)];
        }
        const sum = (id: string) => fulfilments.flatMap(({ lines }) => lines).reduce((all, piece) => (piece.lineId === id ? all + piece.quantity : all), 0);
        expect(sum('a') <= 10 && sum('b') <= 2).toBe(true);
        expect(openToShip(order({ fulfilments })).map(({ open }) => open)).toEqual([10 - sum('a'), 2 - sum('b')]);
      }),
    );
  });
});

describe('cancelling', () => {
  it('ends a submitted order of which nothing has left, and no other', () => {
    for (const stage of stages)
      expect(cancelOrder({ ...order(), stage }), stage).toMatchObject(stage === 'submitted' ? { ok: true, value: 'canceled' } : { ok: false });
    expect(cancelOrder(order({ fulfilments: [gone('s', [{ lineId: 'b', quantity: 1 }])] }))).toMatchObject({
      ok: false,
      reason: { code: 'order.has_shipped' },
    });
    expect(cancelOrder(order({ fulfilments: [gone('s', [{ lineId: 'b', quantity: 1 }], true)] })).ok).toBe(true);
  });
});

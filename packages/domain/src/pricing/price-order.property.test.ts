// What holds for every order, whatever is in it: totals are sums of stored parts, unknown is not zero, no amount is a fraction.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDiscount, aLine, anOrder, aShipment, percentOff, taxedAt } from '../../test/an-order.ts';
import { anyOrder } from '../../test/any-order.ts';
import { runs } from '../../test/runs.ts';
import { priceOrder } from './price-order.ts';
import type { OrderPricing, PriceOrderInput } from './types.ts';

const sumOf = <Item>(items: readonly Item[], amount: (item: Item) => number) => items.reduce((sum, item) => sum + amount(item), 0);

/** Tries it with any order, given with what the calculator makes of it. */
function everyOrder(holds: (pricing: OrderPricing, input: PriceOrderInput) => void): void {
  fc.assert(
    fc.property(anyOrder, (input) => holds(priceOrder(input), input)),
    runs,
  );
}

function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value;
  else if (value !== null && typeof value === 'object') for (const each of Object.values(value)) yield* numbersIn(each);
}

describe('totals', () => {
  test('total = items − discount + shipping + tax; with prices that hold it, without the tax', () => {
    everyOrder(({ totals }, { priceMode }) => {
      const onTop = priceMode === 'tax_excluded' ? (totals.tax ?? 0) : 0;
      expect(totals.total).toBe(totals.items - totals.discount + (totals.shipping ?? 0) + onTop);
    });
  });

  test('items are the counted lines’ totals, and a line’s total is its amount less its discount', () => {
    everyOrder(({ lines, totals }, input) => {
      for (const line of lines) expect(line.total).toBe(line.amount - line.discount);
      expect(totals.items).toBe(sumOf(lines, (line) => (input.lines.find(({ id }) => id === line.lineId)?.counted === true ? line.total : 0)));
    });
  });

  test('the order’s discount is the sum of what each took and of what each line and charge bears', () => {
    everyOrder(({ lines, shipments, discounts, totals }) => {
      expect(totals.discount).toBe(sumOf(discounts, (each) => each.amount));
      expect(totals.discount).toBe(sumOf(lines, (line) => line.orderDiscount) + sumOf(shipments, (each) => each.discount));
    });
  });

  test('what a line bears is what the explanation says', () => {
    everyOrder(({ lines }) => {
      for (const line of lines) {
        expect(sumOf(line.explanation, (step) => (step.step === 'order_discount' ? step.amount : 0))).toBe(line.orderDiscount);
      }
    });
  });

  test('the order’s tax is the sum over lines and shipments, and of the tax lines at its foot', () => {
    everyOrder(({ lines, shipments, taxLines, totals }) => {
      if (totals.tax === null) return;
      expect(totals.tax).toBe(
        sumOf(lines, (line) => line.tax ?? Number.NaN) + sumOf(shipments, (each) => (totals.shipping === null ? 0 : (each.tax ?? Number.NaN))),
      );
      expect(totals.tax).toBe(sumOf(taxLines, (each) => each.amount));
      for (const line of lines) expect(line.tax).toBe(sumOf(line.taxLines, (each) => each.amount));
    });
  });

  test('a discount never makes a total negative: only credits can', () => {
    everyOrder(({ totals }, input) => {
      expect(totals.discount).toBeGreaterThanOrEqual(0);
      if (input.lines.every((line) => line.kind !== 'credit')) expect(totals.total).toBeGreaterThanOrEqual(0);
    });
  });
});

describe('unknown', () => {
  test('is null and named in what is open; what is known is neither', () => {
    everyOrder(({ totals }) => {
      expect(totals.open).toEqual([...(totals.shipping === null ? ['shipping'] : []), ...(totals.tax === null ? ['tax'] : [])]);
      expect(totals.estimatedTax === null).toBe(totals.tax !== null);
    });
  });

  test('is never counted: an open charge or place leaves the total at what is known', () => {
    everyOrder(({ totals, lines, shipments }) => {
      if (totals.shipping === null) expect(shipments.every((each) => each.discount === 0)).toBe(true);
      else expect(totals.shipping).toBe(sumOf(shipments, (each) => each.charge ?? Number.NaN));
      if (lines.some((line) => line.tax === null)) expect(totals.tax).toBeNull();
    });
  });

  test('a charge that becomes unknown leaves the items as they are and is open, unless nothing ships', () => {
    everyOrder((pricing, input) => {
      const open = { ...input, shipments: input.shipments.map((shipment) => ({ ...shipment, charge: null })) };
      const { totals } = priceOrder(open);
      expect([0, null]).toContain(totals.shipping);
      expect(totals.items).toBe(pricing.totals.items);
    });
  });
});

describe('amounts', () => {
  test('are whole and safe, every one of them', () => {
    everyOrder((pricing) => {
      expect([...numbersIn(pricing)].filter((number) => !Number.isSafeInteger(number))).toEqual([]);
    });
  });

  test('of a line are the sum of its steps', () => {
    everyOrder(({ lines }, input) => {
      // What an exempt customer or one taxed elsewhere pays is derived from these.
      if (input.priceMode === 'tax_included') return;
      for (const line of lines) {
        const steps = line.explanation.filter((step) => step.step !== 'order_discount' && step.step !== 'line_discount');
        expect(line.amount).toBe(sumOf(steps, (step) => step.amount));
      }
    });
  });

  test('of a break group: each line is off its exact share of the break by half a unit at most, and all have the group’s quantity', () => {
    everyOrder(({ lines }, input) => {
      const grouped = input.lines.flatMap((line, index) => {
        const priced = lines[index];
        const isIn = line.breakGroup === 'g' && line.counted && line.override === null && line.upcharges.length === 0 && input.priceMode === 'tax_excluded';
        const step = priced?.explanation[0];
        return isIn && priced !== undefined && step?.step === 'break' ? [{ line, priced, step }] : [];
      });
      const [first] = grouped;
      if (first === undefined) return;
      const unit = { 1: 10, 3: 29.99, 100: 850, 500: 3_900 }[first.step.breakQuantity] ?? Number.NaN;
      const digits = { USD: 100, JPY: 1, KWD: 1_000 }[input.currency] ?? Number.NaN;
      // All in hundredths of a major unit × the break's quantity, so that the test adds whole numbers only.
      const pieces = sumOf(grouped, ({ line }) => line.quantity);
      const exact = Math.round(unit * 100) * pieces * digits;
      const charged = sumOf(grouped, ({ priced }) => priced.amount) * 100 * first.step.breakQuantity;
      expect(Math.abs(charged - exact)).toBeLessThanOrEqual(50 * first.step.breakQuantity * grouped.length);
      expect(new Set(grouped.map(({ priced }) => priced.groupQuantity)).size).toBe(1);
    });
  });
});

describe('changing the order', () => {
  test('splitting lines over shipments never changes items, nor which discount is taken off them', () => {
    everyOrder((pricing, input) => {
      // Where a customer pays the net of a price with tax it is worked out for each portion, with the portion's tax.
      fc.pre(input.priceMode === 'tax_excluded' || (input.exemption === null && input.includedElsewhere === 'keep_gross'));
      const [first] = input.shipments;
      fc.pre(first !== undefined);
      const cut = input.lines.map(({ id, quantity }) => ({ lineId: id, quantity: Math.floor(quantity / 2), rest: quantity - Math.floor(quantity / 2) }));
      const shipments = [
        { ...first, id: 'one', lines: cut.map(({ lineId, quantity }) => ({ lineId, quantity })) },
        { ...first, id: 'two', lines: cut.map(({ lineId, rest }) => ({ lineId, quantity: rest })) },
      ];
      const split = priceOrder({ ...input, shipments });
      expect(split.totals.items).toBe(pricing.totals.items);
      expect(split.lines.map((line) => [line.amount, line.discount])).toEqual(pricing.lines.map((line) => [line.amount, line.discount]));
    });
  });

  test('who pays no tax pays the net once per line: splitting over shipments moves no figure of prices that hold tax', () => {
    const place = taxedAt(8.875);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 40 }),
        (rows, percentage) => {
          const lines = rows.map(([quantity, price], index) => aLine(`l${index}`, quantity, (price / 100).toFixed(2)));
          const order = anOrder(lines, place, { priceMode: 'tax_included', exemption: 'Resale', discounts: [aDiscount(percentOff(percentage))] });
          const held = (take: (quantity: number, first: number) => number) =>
            rows.flatMap(([quantity, , first], index) => {
              const taken = take(quantity, Math.min(quantity, first));
              return taken === 0 ? [] : [{ lineId: `l${index}`, quantity: taken }];
            });
          const shipments = [
            aShipment(0, place, { id: 's1', lines: held((_, first) => first) }),
            aShipment(0, taxedAt(20), { id: 's2', lines: held((quantity, first) => quantity - first) }),
          ];
          const [whole, split] = [priceOrder(order), priceOrder({ ...order, shipments })];
          expect(split.totals).toEqual(whole.totals);
          expect(split.lines).toEqual(whole.lines);
        },
      ),
      runs,
    );
  });

  test('the order of lines moves no line’s own amount, and without discounts no total', () => {
    everyOrder((pricing, input) => {
      fc.pre(input.discounts.length === 0 && input.taxRounding === 'line');
      const turned = priceOrder({ ...input, lines: input.lines.toReversed() });
      expect(turned.lines.toReversed().map((line) => [line.lineId, line.amount, line.tax])).toEqual(
        pricing.lines.map((line) => [line.lineId, line.amount, line.tax]),
      );
      expect(turned.totals).toEqual(pricing.totals);
    });
  });

  test('a line that does not count changes no total but is priced', () => {
    everyOrder(({ totals }, input) => {
      const more = [...input.lines, aLine('shown', 3, '9.99', { counted: false })];
      const priced = priceOrder({ ...input, lines: more });
      expect(priced.totals).toEqual(totals);
      expect(priced.lines.at(-1)?.unitPrice).toBe('9.99');
    });
  });

  test('pricing twice gives the same, and the input is left as it was', () => {
    everyOrder((pricing, input) => {
      const before = JSON.stringify(input);
      expect(priceOrder(input)).toEqual(pricing);
      expect(JSON.stringify(input)).toBe(before);
    });
  });

  test('a credit of a price is that price on the other side, with its tax', () => {
    const cents = fc.nat(9_999_999).map((amount) => (amount / 1_000).toFixed(3));
    const rates = fc.constantFrom(taxedAt(8.875), taxedAt(20), taxedAt(5, 9.975));
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: 1, max: 500 }),
        rates,
        fc.constantFrom('tax_excluded' as const, 'tax_included' as const),
        (price, quantity, tax, priceMode) => {
          const totalsAt = (unitPrice: string) => priceOrder(anOrder([aLine('a', quantity, unitPrice)], tax, { priceMode })).totals;
          const [bought, credited] = [totalsAt(price), totalsAt(`-${price}`)];
          expect([credited.items, credited.tax, credited.total]).toEqual([0 - bought.items, 0 - (bought.tax ?? 0), 0 - bought.total]);
        },
      ),
      runs,
    );
  });
});

// Options and answers: what is refused, what stands in the way, and what the price is made of, with the arithmetic written out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCatalogLine, anOrder, breaks, taxedAt } from '../../test/an-order.ts';
import { runs } from '../../test/runs.ts';
import { minor } from '../money/money.ts';
import { priceOrder } from '../pricing/price-order.ts';
import {
  type ChoiceOption,
  type ConfigurationOption,
  checkConfiguration,
  configurationKey,
  configure,
  configuredBreakGroup,
  missingOptions,
  type TextOption,
} from './configuration.ts';

const free = { perPiece: '0', perLine: minor(0), currency: 'USD', removed: false };
const place: ChoiceOption = {
  id: 'place',
  kind: 'choice',
  name: 'Imprint',
  help: '',
  required: true,
  carriesBreaks: true,
  removed: false,
  values: [
    { ...free, id: 'chest', name: 'Left chest', perPiece: '0.5' },
    { ...free, id: 'both', name: 'Both sides', perPiece: '1.25', perLine: minor(2500) },
    { ...free, id: 'none', name: 'None' },
    { ...free, id: 'cap', name: 'On the cap', perPiece: '2', removed: true },
  ],
};
const text: TextOption = {
  ...free,
  id: 'text',
  kind: 'text',
  name: 'Name',
  help: '',
  required: false,
  carriesBreaks: false,
  maxLength: 5,
  perLine: minor(300),
};
const old: TextOption = { ...text, id: 'old', name: 'Motto', required: true, removed: true };
const options: readonly ConfigurationOption[] = [place, text, old];

describe('what cannot be entered', () => {
  test.each([
    ['nothing', {}, []],
    ['a value and a text', { place: 'both', text: ' Ada ' }, []],
    ['five characters, one of two code units', { text: 'Ada 🎉' }, []],
    ['blanks are no answer', { text: '        ' }, []],
    ['an option of something else', { other: 'x' }, [['line.configuration_unknown', '/configuration/other']]],
    ['an option that is gone', { old: 'x' }, [['line.configuration_unknown', '/configuration/old']]],
    ['a value that is gone', { place: 'cap' }, [['line.configuration_unknown', '/configuration/place']]],
    ['the name of a value', { place: 'Left chest' }, [['line.configuration_unknown', '/configuration/place']]],
    ['a text too long', { text: 'Ada Lo' }, [['line.configuration_too_long', '/configuration/text']]],
  ] as const)('%s', (_, configuration, refused) => {
    expect(checkConfiguration(options, configuration).map(({ code, pointer }) => [code, pointer])).toEqual(refused);
  });
});

describe('what it says and adds', () => {
  test.each([
    ['nothing: the required one is missing', {}, [['Imprint', '', 'missing']], []],
    ['a free value', { place: 'none' }, [['Imprint', 'None', 'answered']], []],
    [
      'both',
      { text: ' Ada ', place: 'both' },
      [
        ['Imprint', 'Both sides', 'answered'],
        ['Name', 'Ada', 'answered'],
      ],
      [
        ['Imprint: Both sides', '1.25', 2500],
        ['Name', '0', 300],
      ],
    ],
    ['what is gone stays readable at its price', { place: 'cap' }, [['Imprint', 'On the cap', 'gone']], [['Imprint: On the cap', '2', 0]]],
    [
      'too long since the limit was lowered',
      { place: 'none', text: 'Lovelace' },
      [
        ['Imprint', 'None', 'answered'],
        ['Name', 'Lovelace', 'too_long'],
      ],
      [['Name', '0', 300]],
    ],
  ] as const)('%s', (_, configuration, answers, upcharges) => {
    const configured = configure(options, configuration, 'USD');
    expect(configured.answers.map(({ name, value, state }) => [name, value, state])).toEqual(answers);
    expect(configured.upcharges.map(({ label, perPiece, perLine }) => [label, perPiece, perLine])).toEqual(upcharges);
  });

  test('an upcharge of another currency is not converted; what adds nothing needs none', () => {
    expect(configure(options, { place: 'both' }, 'EUR')).toMatchObject({ answers: [{ state: 'unpriced' }], upcharges: [] });
    expect(configure(options, { place: 'none' }, 'EUR')).toMatchObject({ answers: [{ state: 'answered' }] });
  });
});

test('only what is asked now can be missing', () => {
  expect(missingOptions(options, { place: ' ' }).map(({ id }) => id)).toEqual(['place']);
  expect(missingOptions(options, { place: 'none' })).toEqual([]);
});

test('equal configurations have one key, whatever the order and the blanks', () => {
  expect(configurationKey({ text: ' Ada', place: 'both' })).toBe(configurationKey({ place: 'both', text: 'Ada ', other: '' }));
  expect(configurationKey({ text: 'Ada' })).not.toBe(configurationKey({ text: 'ada' }));
});

test('a break group is told apart by the options that carry breaks, and by no others', () => {
  const group = (configuration: Record<string, string>) => configuredBreakGroup('p', options, configuration);
  expect(group({ text: 'Ada' })).toBe('p');
  expect(group({ place: 'both', text: 'Ada' })).toBe(group({ place: 'both' }));
  expect(group({ place: 'both' })).not.toBe(group({ place: 'none' }));
  expect(configuredBreakGroup(null, options, { place: 'both' })).toBeNull();
});

test('the line: 10 × 10.00 + 10 × 1.25 + 25.00 + 3.00 = 140.50; by hand at 8.00 the amounts a line stay: 80.00 + 28.00', () => {
  const { answers, upcharges } = configure(options, { place: 'both', text: 'Ada' }, 'USD');
  const line = aCatalogLine('l1', 10, breaks([1, '10']), { answers, upcharges });
  const [priced] = priceOrder(anOrder([line], taxedAt())).lines;
  expect(priced?.explanation.map((step) => step.amount)).toEqual([10_000, 3750, 300]);
  expect([priced?.total, priced?.blockers]).toEqual([14_050, []]);
  const [byHand] = priceOrder(anOrder([{ ...line, override: { unitPrice: '8', reason: '', by: 'Ana' } }], taxedAt())).lines;
  expect(byHand?.total).toBe(10_800);
});

test('each answer that is missing or gone is a blocker of its own that points to its option', () => {
  const { answers, upcharges } = configure([place, { ...text, required: true }, old], { old: 'Per aspera' }, 'USD');
  const [priced] = priceOrder(anOrder([aCatalogLine('l1', 1, breaks([1, '10']), { answers, upcharges })], taxedAt())).lines;
  expect(priced?.blockers).toEqual([
    { code: 'line.configuration_missing', lineId: 'l1', pointer: '/configuration/place', detail: { option: 'Imprint' } },
    { code: 'line.configuration_missing', lineId: 'l1', pointer: '/configuration/text', detail: { option: 'Name' } },
    { code: 'line.configuration_unknown', lineId: 'l1', pointer: '/configuration/old', detail: { option: 'Motto', answer: 'Per aspera' } },
  ]);
});

test('whatever is chosen, the steps of the explanation add up to the line', () => {
  const decimal = fc.nat(9_999_999).map((millionths) => (millionths / 1_000_000).toFixed(6));
  const upcharge = fc.record({ perPiece: decimal, perLine: fc.nat(5000).map(minor), currency: fc.constant('USD'), removed: fc.boolean() });
  const asked = fc
    .array(upcharge, { maxLength: 4 })
    .map((all) => all.map((each, index): TextOption => ({ ...text, ...each, id: `o${index}`, name: `Option ${index}` })));
  fc.assert(
    fc.property(asked, decimal, fc.integer({ min: 1, max: 5000 }), (all, price, quantity) => {
      const { answers, upcharges } = configure(all, Object.fromEntries(all.map(({ id }) => [id, 'Ada'])), 'USD');
      const [priced] = priceOrder(anOrder([aCatalogLine('l1', quantity, breaks([1, price]), { answers, upcharges })], taxedAt())).lines;
      const steps = priced?.explanation.reduce((sum, step) => sum + step.amount, 0);
      return steps === priced?.total && (priced?.explanation.length ?? 0) === 1 + upcharges.length;
    }),
    runs,
  );
});

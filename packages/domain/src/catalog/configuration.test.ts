// Options and answers: what is refused, what stands in the way, and what the price is made of, with the arithmetic written out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCatalogLine, anOrder, breaks, taxedAt } from '../../test/an-order.ts';
import { runs } from '../../test/runs.ts';
import { minor } from '../money/money.ts';
import { priceOrder } from '../pricing/price-order.ts';
import { askedOptions, checkConfiguration, configurationKey, configure, configuredBreakGroup, enteredConfiguration, missingOptions } from './configuration.ts';
import type { CheckboxOption, ChoiceOption, ConfigurationOption, DateOption, FileOption, NumberOption, TextOption } from './configuration-options.ts';

const free = { perPiece: '0', perLine: minor(0), ppm: 0, breaks: [], currency: 'USD', removed: false };
const place: ChoiceOption = {
  id: 'place',
  kind: 'choice',
  name: 'Imprint',
  help: '',
  required: true,
  carriesBreaks: true,
  onlyWhen: null,
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
  onlyWhen: null,
  maxLength: 5,
  pattern: '',
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

const asked = { help: '', required: false, carriesBreaks: false, onlyWhen: null };
const size: NumberOption = { ...free, ...asked, id: 'size', kind: 'number', name: 'Width, cm', minimum: '5', maximum: '30', step: '0.5' };
const day: DateOption = { ...free, ...asked, id: 'day', kind: 'date', name: 'Needed by' };
const box: CheckboxOption = { ...free, ...asked, id: 'box', kind: 'checkbox', name: 'Gift box', perPiece: '1' };
const card: TextOption = {
  ...text,
  id: 'card',
  name: 'Card',
  required: true,
  onlyWhen: { optionId: 'box', value: 'yes' },
  maxLength: 20,
  pattern: '[A-Z]{2}-\\d+',
};
const art: FileOption = { ...free, ...asked, id: 'art', kind: 'file', name: 'Artwork', kinds: ['pdf', 'png'], largestBytes: 1000 };
const files = [
  { id: 'f1', name: 'logo.pdf', mediaType: 'application/pdf', bytes: 900 },
  { id: 'f2', name: 'big.pdf', mediaType: 'application/pdf', bytes: 1001 },
  { id: 'f3', name: 'photo.jpg', mediaType: 'image/jpeg', bytes: 9 },
];

describe('an answer of each kind', () => {
  test.each([
    [size, '5', null, '5'],
    [size, ' 07.50 ', null, '7.5'],
    [size, '4.5', 'minimum', '4.5'],
    [size, '30.5', 'maximum', '30.5'],
    [size, '7.25', 'step', '7.25'],
    [size, '1e3', 'number', '1e3'],
    [size, 'seven', 'number', 'seven'],
    [day, '2028-02-29', null, '2028-02-29'],
    [day, '2026-02-29', 'date', '2026-02-29'],
    [day, '0026-02-28', 'date', '0026-02-28'],
    [day, 'tomorrow', 'date', 'tomorrow'],
    [box, 'yes', null, 'Yes'],
    [{ ...card, onlyWhen: null }, 'AB-1', null, 'AB-1'],
    [{ ...card, onlyWhen: null }, 'ab-1', 'pattern', 'ab-1'],
    [art, 'f1', null, 'logo.pdf'],
    [art, 'f2', 'file_size', 'big.pdf'],
    [art, 'f3', 'file_kind', 'photo.jpg'],
    [art, 'f9', 'file', 'f9'],
  ] as const)('%o answered %s: %s', (option, answer, reason, value) => {
    const refused = checkConfiguration([option], { [option.id]: answer }, files);
    expect(refused.map(({ code, detail }) => [code, detail?.reason])).toEqual(reason === null ? [] : [['line.configuration_invalid', reason]]);
    const [says] = configure([option], enteredConfiguration([option], { [option.id]: answer }), 'USD', files).answers;
    expect([says?.value, says?.state, says?.reason]).toEqual([value, reason === null ? 'answered' : 'invalid', reason ?? undefined]);
  });

  test('a box is ticked or not', () => {
    expect(checkConfiguration([box], { box: 'true' })).toMatchObject([{ code: 'line.configuration_unknown' }]);
    expect(missingOptions([{ ...box, required: true }], {}).map(({ id }) => id)).toEqual(['box']);
  });

  test('the answer keeps what the file was', () => {
    expect(configure([art], { art: 'f1' }, 'USD', files).answers[0]?.file).toEqual(files[0]);
  });
});

describe('asked only when', () => {
  const all = [box, card, { ...size, onlyWhen: { optionId: 'card', value: 'AB-1' } }];

  test('another answer says so, and what hangs on what is not asked is not asked either', () => {
    const names = (configuration: Record<string, string>) => askedOptions(all, configuration).map(({ id }) => id);
    expect(names({})).toEqual(['box']);
    expect(names({ box: 'yes' })).toEqual(['box', 'card']);
    expect(names({ box: 'yes', card: 'AB-1' })).toEqual(['box', 'card', 'size']);
    expect(names({ card: 'AB-1' })).toEqual(['box']);
  });

  test('what is not asked is neither missing, nor said, nor charged, nor kept', () => {
    expect(missingOptions(all, {})).toEqual([]);
    expect(missingOptions(all, { box: 'yes' }).map(({ id }) => id)).toEqual(['card']);
    expect(configure(all, { card: 'AB-1' }, 'USD')).toEqual({ answers: [], upcharges: [] });
    expect(enteredConfiguration(all, { card: 'AB-1', size: '05' })).toEqual({});
    expect(enteredConfiguration(all, { box: 'yes', card: 'AB-1', size: '05' })).toEqual({ box: 'yes', card: 'AB-1', size: '5' });
  });
});

test('by percentage and by break: 100 × (10.00 + 10 %) = 1,100.00, + 100 × 0.40 from 50 pieces = 40.00; at 49 pieces 0.50 each', () => {
  const foil: TextOption = { ...text, perLine: minor(0), name: 'Foil', ppm: 100_000 };
  const print: TextOption = { ...text, id: 'print', perLine: minor(0), name: 'Print', perPiece: '0.5', breaks: [{ quantity: 50, perPiece: '0.4' }] };
  const priced = (quantity: number) => {
    const { upcharges } = configure([foil, print], { text: 'Ada', print: 'Ada' }, 'USD');
    return priceOrder(anOrder([aCatalogLine('l1', quantity, breaks([1, '10']), { upcharges })], taxedAt())).lines[0];
  };
  expect(priced(100)?.explanation).toMatchObject([
    { step: 'break', amount: 100_000 },
    { step: 'upcharge', label: 'Foil', ppm: 100_000, amount: 10_000 },
    { step: 'upcharge', label: 'Print', breakQuantity: 50, amount: 4000 },
  ]);
  expect([priced(100)?.unitPrice, priced(100)?.total]).toEqual(['11.4', 114_000]);
  expect([priced(49)?.unitPrice, priced(49)?.total]).toEqual(['11.5', 56_350]);
});

test('a percentage is of the price of the break, and a hint counts what the upcharge costs there', () => {
  // 90 pieces at 2.00 + 10 % + 0.50 = 243.00; 100 at 1.50 + 10 % + 0.30 = 195.00: 48.00 less.
  const print: TextOption = { ...text, perLine: minor(0), ppm: 100_000, perPiece: '0.5', breaks: [{ quantity: 100, perPiece: '0.3' }] };
  const { upcharges } = configure([print], { text: 'Ada' }, 'USD');
  const table = breaks([1, '2'], [100, '150']);
  const [priced] = priceOrder(anOrder([aCatalogLine('l1', 90, table, { upcharges })], taxedAt())).lines;
  expect([priced?.total, priced?.hint]).toEqual([24_300, { quantity: 100, unitPrice: '1.95', saves: 4800 }]);
});

test('a percentage needs no currency; breaks do', () => {
  const foil: TextOption = { ...text, perLine: minor(0), ppm: 100_000 };
  expect(configure([foil], { text: 'Ada' }, 'EUR')).toMatchObject({ answers: [{ state: 'answered' }], upcharges: [{ ppm: 100_000 }] });
  expect(configure([{ ...foil, breaks: [{ quantity: 2, perPiece: '1' }] }], { text: 'Ada' }, 'EUR').answers).toMatchObject([{ state: 'unpriced' }]);
});

test('whatever is chosen, the steps of the explanation add up to the line', () => {
  const decimal = fc.nat(9_999_999).map((millionths) => (millionths / 1_000_000).toFixed(6));
  const upcharge = fc.record({
    perPiece: decimal,
    perLine: fc.nat(5000).map(minor),
    ppm: fc.nat(3_000_000),
    breaks: fc.array(decimal, { maxLength: 2 }).map((prices) => prices.map((perPiece, at) => ({ quantity: 10 * (at + 1), perPiece }))),
    currency: fc.constant('USD'),
    removed: fc.boolean(),
  });
  const options = fc
    .array(upcharge, { maxLength: 4 })
    .map((all) => all.map((each, index): TextOption => ({ ...text, ...each, id: `o${index}`, name: `Option ${index}` })));
  fc.assert(
    fc.property(options, decimal, fc.integer({ min: 1, max: 5000 }), (all, price, quantity) => {
      const { answers, upcharges } = configure(all, Object.fromEntries(all.map(({ id }) => [id, 'Ada'])), 'USD');
      const [priced] = priceOrder(anOrder([aCatalogLine('l1', quantity, breaks([1, price]), { answers, upcharges })], taxedAt())).lines;
      const steps = priced?.explanation.reduce((sum, step) => sum + step.amount, 0);
      return steps === priced?.total && (priced?.explanation.length ?? 0) === 1 + upcharges.length;
    }),
    runs,
  );
});

import { expect, test } from 'vitest';
import { changeOptions, type WantedOption } from './change-options.ts';

const size = { name: 'Size', values: ['S', 'M'] };
const colour = { name: 'Colour', values: ['Red', 'Blue'] };
const variants = [
  { sku: 'S-RED', optionValues: ['S', 'Red'] },
  { sku: 'M-BLUE', optionValues: ['M', 'Blue'] },
];
const same = (name: string) => ({ from: name, name });
const asIs = ({ name, values }: typeof size): WantedOption => ({ ...same(name), values: values.map(same) });
const changed = (wanted: readonly WantedOption[]) => {
  const done = changeOptions([size, colour], variants, wanted);
  if (!done.ok) throw new Error(JSON.stringify(done.faults));
  return { options: done.options, values: variants.map((variant) => done.valuesOf(variant).join(' ')) };
};

test('options and values are renamed, also by trading names, and all variants follow', () => {
  const traded = {
    from: 'Size',
    name: 'Fit',
    values: [
      { from: 'S', name: 'M' },
      { from: 'M', name: 'S' },
    ],
  };
  expect(changed([traded, asIs(colour)])).toEqual({ options: [{ name: 'Fit', values: ['M', 'S'] }, colour], values: ['M Red', 'S Blue'] });
});

test('options and values change their order', () => {
  expect(changed([asIs({ ...colour, values: ['Blue', 'Red'] }), asIs(size)])).toEqual({
    options: [{ name: 'Colour', values: ['Blue', 'Red'] }, size],
    values: ['Red S', 'Blue M'],
  });
});

test('a new option gives the variants that are there its one value', () => {
  const cut = { name: 'Cut', values: [{ name: 'Regular' }] };
  expect(changed([asIs(size), asIs(colour), cut]).values).toEqual(['S Red Regular', 'M Blue Regular']);
  const first = changeOptions([], [{ sku: 'MUG', optionValues: [] }], [cut]);
  expect(first.ok && first.valuesOf({ optionValues: [] })).toEqual(['Regular']);
});

test('an option is left out where the variants stay different without it', () => {
  expect(changed([asIs(size)])).toEqual({ options: [size], values: ['S', 'M'] });
});

test.each<[string, readonly WantedOption[], string, string]>([
  ['leaves variants alike', [], '/options', 'must keep Size, Colour: S-RED and M-BLUE would be the same without it'],
  ['an option that is not here', [{ ...asIs(size), from: 'Fit' }, asIs(colour)], '/options/0/from', 'is no option of this product'],
  ['an option twice', [asIs(size), { ...asIs(size), name: 'Fit' }, asIs(colour)], '/options/1/from', 'is given twice'],
  ['a name of another', [asIs(size), { ...asIs(colour), name: 'size' }], '/options/1/name', 'is the name of another one here'],
  ['a value that is not here', [asIs({ ...size, values: ['S', 'M', 'XL'] }), asIs(colour)], '/options/0/values/2/from', 'is no value of this option'],
  [
    'a value without a variant',
    [{ ...asIs(size), values: [...asIs(size).values, { name: 'XL' }] }, asIs(colour)],
    '/options/0/values/2/name',
    'has no variant',
  ],
  ['leaves out a value', [asIs({ ...size, values: ['S'] }), asIs(colour)], '/options/0/values', 'must have M: there are variants with it'],
  [
    'two values of one name',
    [{ ...same('Size'), values: [same('S'), { from: 'M', name: 's' }] }, asIs(colour)],
    '/options/0/values/1/name',
    'is the name of another one here',
  ],
  ['a new option of two values', [asIs(size), asIs(colour), { name: 'Cut', values: [{ name: 'A' }, { name: 'B' }] }], '/options/2/values', 'must be one value'],
])('refused at its place: %s', (_, wanted, pointer, message) => {
  const done = changeOptions([size, colour], variants, wanted);
  expect(done.ok ? [] : done.faults).toContainEqual({ pointer, message: expect.stringContaining(message) });
});

test('values that were alike before may stay', () => {
  const mixed = { name: 'Colour', values: ['Red', 'red'] };
  const both = [
    { sku: 'A', optionValues: ['Red'] },
    { sku: 'B', optionValues: ['red'] },
  ];
  expect(changeOptions([mixed], both, [{ from: 'Colour', name: 'Color', values: mixed.values.map(same) }]).ok).toBe(true);
});

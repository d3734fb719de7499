import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { expect, test } from 'vitest';
import { aProduct } from '../../../test/a-product.ts';
import { variantsInWords } from './variants-in-words.ts';

const [sizes, colours] = [
  ['XS', 'S', 'M', 'L', 'XL', 'XXL'],
  ['Red', 'Blue', 'Black'],
];
const variants = sizes.flatMap((size) =>
  colours.map((colour) => {
    const options = [
      { name: 'Size', value: size },
      { name: 'Colour', value: colour },
    ];
    return { sku: `${size}-${colour}`, title: `${size} · ${colour}`, options } as unknown as Variant;
  }),
);
const tee: Product = {
  ...aProduct,
  options: [
    { name: 'Size', values: sizes },
    { name: 'Colour', values: colours },
  ],
  variants,
};
const of = (sizesOf: readonly string[], coloursOf: readonly string[]) =>
  variants.filter(({ options: [size, colour] }) => sizesOf.includes(size?.value ?? '') && coloursOf.includes(colour?.value ?? ''));

test.each([
  ['all', variants, 'All variants'],
  ['few by name', of(['S'], colours), 'S · Red, S · Blue, S · Black'],
  ['some sizes in all colours', of(['XS', 'S', 'M'], colours), 'XS, S, M'],
  ['one colour in all sizes', of(sizes, ['Black']), 'Black'],
  ['some sizes in some colours', of(['XS', 'S', 'M'], ['Red', 'Black']), 'XS, S, M · Red, Black'],
  ['what no values set apart', variants.slice(0, 7), 'XS · Red, XS · Blue, XS · Black, S · Red and 3 more'],
] as const)('%s', (_, some, says) => {
  expect(variantsInWords(some, tee)).toBe(says);
});

test('a product without options is called by its SKU', () => {
  const mug = { sku: 'MUG', title: '', options: [] } as unknown as Variant;
  expect(variantsInWords([mug], { ...aProduct, options: [], variants: [mug] })).toBe('MUG');
});

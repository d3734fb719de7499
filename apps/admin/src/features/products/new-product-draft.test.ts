import { expect, test } from 'vitest';
import { emptyProduct, productRequest, valuesOf, variantCount } from './new-product-draft.ts';

const tee = {
  ...emptyProduct,
  name: ' Heavy tee ',
  code: 'TEE',
  breaks: [
    { key: 1, quantity: 1, price: '9.5' },
    { key: 2, quantity: 24, price: '204' },
  ],
};

test('without options it is one variant with the SKU of the code', () => {
  expect(productRequest(tee)).toEqual({
    name: 'Heavy tee',
    code: 'TEE',
    published: true,
    variants: [
      {
        sku: 'TEE',
        options: [],
        weightGrams: null,
        unit: null,
        prices: [
          { quantity: 1, extendedPrice: '9.5' },
          { quantity: 24, extendedPrice: '204' },
        ],
      },
    ],
  });
});

test('options make every combination, each value once', () => {
  const draft = {
    ...tee,
    options: [
      { key: 1, name: 'Color', values: 'Light blue, Red,light blue , ' },
      { key: 2, name: 'Size', values: 'S,M' },
    ],
  };
  expect(valuesOf('a, A ,b')).toEqual(['A', 'b']);
  expect(variantCount(draft)).toBe(4);
  expect(productRequest(draft)?.variants.map(({ sku }) => sku)).toEqual(['TEE-LIGHT-BLUE-S', 'TEE-LIGHT-BLUE-M', 'TEE-RED-S', 'TEE-RED-M']);
});

test.each([
  ['no name', { name: ' ' }],
  ['no code', { code: '' }],
  ['a price without a quantity', { breaks: [{ key: 1, quantity: null, price: '3' }] }],
  ['an option without values', { options: [{ key: 1, name: 'Size', values: ' , ' }] }],
  ['values without a name', { options: [{ key: 1, name: '', values: 'S' }] }],
  ['too many variants', { options: [1, 2].map((key) => ({ key, name: `Option ${key}`, values: Array.from({ length: 50 }, (_, at) => `v${at}`).join(',') })) }],
])('%s is not sent', (_, wrong) => expect(productRequest({ ...tee, ...wrong })).toBeNull());

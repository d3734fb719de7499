import { expect, test } from 'vitest';
import { proposeSku } from './propose-sku.ts';

const none = new Set<string>();
const tee = (...variants: readonly (readonly [sku: string, ...values: string[]])[]) => ({
  code: 'TEE',
  variants: variants.map(([sku, ...optionValues]) => ({ sku, optionValues })),
});

test.each([
  ['the code and the values', tee(), ['Light blue', 'xl'], 'TEE-LIGHT-BLUE-XL'],
  ['of a product without options the code', tee(), [], 'TEE'],
  ['as a sister is called, with her abbreviation', tee(['TEE-WHT-M', 'White', 'M']), ['White', 'XXL'], 'TEE-WHT-XXL'],
  ['in the place where she has it', tee(['M/TEE-M-01', 'M']), ['L'], 'M/TEE-L-01'],
  ['in her case', tee(['tee-red-m', 'Red', 'm']), ['Red', 'xxl'], 'tee-red-XXL'],
  ['not of one that differs in two', tee(['T-WHT-M', 'White', 'M']), ['Black', 'L'], 'TEE-BLACK-L'],
  ['not of one whose SKU does not say it', tee(['4711', 'White', 'M']), ['White', 'L'], 'TEE-WHITE-L'],
  ['not a part of a word', tee(['TEE-MEDIUM', 'M']), ['L'], 'TEE-L'],
])('%s', (_, product, values, sku) => expect(proposeSku(product, values, none)).toBe(sku));

test('one that is taken gets a number, whatever its case', () => {
  expect(proposeSku(tee(), ['m'], new Set(['TEE-M', 'TEE-M-2']))).toBe('TEE-M-3');
});

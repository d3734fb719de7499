import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { describe, expect, test } from 'vitest';
import { matrixLayout } from './matrix-layout.ts';

/** Only what the layout reads. */
const variant = (...options: readonly (readonly [string, string])[]) =>
  ({ id: options.map(([, value]) => value).join('-'), options: options.map(([name, value]) => ({ name, value })) }) as unknown as Variant;

function aProduct(options: Readonly<Record<string, readonly string[]>>, variants: readonly Variant[]): Pick<Product, 'options' | 'variants'> {
  return { options: Object.entries(options).map(([name, values]) => ({ name, values: [...values] })), variants: [...variants] };
}

const ids = (layout: ReturnType<typeof matrixLayout>) => layout?.rows.map(({ name, variants }) => [name, ...variants.map((found) => found?.id ?? null)]);

describe('variants as a table', () => {
  test('the option with fewer values goes across, and what is not made stays empty', () => {
    const made = ['Red', 'Navy', 'Black'].flatMap((colour) => ['S', 'M'].map((size) => variant(['Colour', colour], ['Size', size])));
    const layout = matrixLayout(aProduct({ Colour: ['Red', 'Navy', 'Black'], Size: ['S', 'M'] }, made.slice(1)));
    expect([layout?.down, layout?.across, layout?.columns]).toEqual(['Colour', 'Size', ['S', 'M']]);
    expect(ids(layout)).toEqual([
      ['Red', null, 'Red-M'],
      ['Navy', 'Navy-S', 'Navy-M'],
      ['Black', 'Black-S', 'Black-M'],
    ]);
  });
  test('of equals the first goes across', () => {
    const made = ['S', 'M'].flatMap((size) => ['Red', 'Blue'].map((colour) => variant(['Size', size], ['Colour', colour])));
    expect(matrixLayout(aProduct({ Size: ['S', 'M'], Colour: ['Red', 'Blue'] }, made))?.across).toBe('Size');
  });
  test('one option is one row', () => {
    const made = ['S', 'M', 'L'].map((size) => variant(['Size', size]));
    const layout = matrixLayout(aProduct({ Size: ['S', 'M', 'L'] }, made));
    expect([layout?.down, ids(layout)]).toEqual([null, [['', 'S', 'M', 'L']]]);
  });
  test.each([
    ['no options', aProduct({}, [variant()])],
    ['one variant', aProduct({ Size: ['S'] }, [variant(['Size', 'S'])])],
    ['three options', aProduct({ A: ['1'], B: ['1'], C: ['1', '2'] }, [variant(['A', '1']), variant(['A', '2'])])],
  ])('%s has no table', (_, product) => {
    expect(matrixLayout(product)).toBe(null);
  });
});

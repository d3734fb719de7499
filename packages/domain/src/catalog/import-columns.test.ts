import { expect, test } from 'vitest';
import { distinctNames, isShopifyHeading, mapProductColumns, missingProductColumns, productTargetOf } from './import-columns.ts';

test.each([
  ['Item No.', 'code'],
  ['SKU', 'sku'],
  ['Unit Price', 'price'],
  ['Price 24+', 'price:24'],
  ['price (144)', 'price:144'],
  ['Preis ab 12', 'price:12'],
  ['48 +', 'price:48'],
  ['From 12', 'price:12'],
  ['ab 18 Stück', 'price:18'],
  ['Qty 250', 'price:250'],
  ['60 pcs', 'price:60'],
  ['Price from 12 pcs', 'price:12'],
  ['List', 'price'],
  ['60', undefined],
  ['From 2026 on', undefined],
  ['price:7', 'price:7'],
  ['Colour', 'option'],
  ['In multiples of', 'increment'],
  ['Max. quantity', 'most'],
  ['Tax category', 'taxCategory'],
  ['Next delivery', 'incoming'],
  ['Weight (kg)', 'weightKg'],
  ['Price list 2026 for 12345678', undefined],
  ['Anything', undefined],
])('%s means %s', (heading, target) => expect(productTargetOf(heading)).toBe(target));

test('options are named by their headings, breaks go by quantity, and what a person mapped goes before a guess', () => {
  const columns = mapProductColumns(['Style', 'Size', 'Price 24', 'Price', 'Cloth', 'Name', 'Long name'], { Cloth: 'option', 'Long name': 'name', Size: '' });
  expect(columns.options).toEqual([{ name: 'Cloth', place: 4 }]);
  expect(columns.breaks).toEqual([
    { quantity: 1, place: 3 },
    { quantity: 24, place: 2 },
  ]);
  expect(columns.places).toEqual(
    new Map([
      ['name', 6],
      ['code', 0],
    ]),
  );
  expect(missingProductColumns(columns)).toBeUndefined();
  expect(missingProductColumns(mapProductColumns(['Name', 'Price'], {}))).toBe('identity');
});

test('of two options with one heading the second gets a number, so that neither swallows the other', () => {
  expect(mapProductColumns(['Code', 'Size', 'size', 'Colour'], {}).options).toEqual([
    { name: 'Size', place: 1 },
    { name: 'size 2', place: 2 },
    { name: 'Colour', place: 3 },
  ]);
  expect(distinctNames(['A', 'A 2', 'a', '', ''])).toEqual(['A', 'A 2', 'a 3', '', '']);
});

test('five options at most, as a product has them', () => {
  const headings = ['Cut', 'Cloth', 'Colour', 'Size', 'Sleeve', 'Neck'];
  const asOptions = Object.fromEntries(headings.map((heading) => [heading, 'option']));
  expect(mapProductColumns(['Code', ...headings], asOptions).options.map(({ name }) => name)).toEqual(headings.slice(0, 5));
});

test('Shopify’s export is told by its needed columns, whatever their case and place', () => {
  expect(isShopifyHeading(['Vendor', ' handle', 'TITLE', 'Variant price'])).toBe(true);
  expect(isShopifyHeading(['Handle', 'Title', 'Price'])).toBe(false);
});

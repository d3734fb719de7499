import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { layoutTable, regionTable } from './make-address-data.ts';

test('the committed address tables are what the package says', () => {
  expect(readFileSync('packages/domain/src/address/layout-table.ts', 'utf8')).toBe(layoutTable());
  expect(readFileSync('packages/domain/src/address/region-table.ts', 'utf8')).toBe(regionTable());
});

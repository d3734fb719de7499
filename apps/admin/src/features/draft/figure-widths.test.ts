import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { expect, test } from 'vitest';
import { aHit } from '../../../test/fake-desk.ts';
import { figureWidths } from './figure-widths.ts';

const line = (discount: ReturnType<typeof previewLine>['discount']) => ({ ...previewLine(aHit('MUG', 'Mug', [[1, '10.00']]), 12, 'a'), discount });

test.each([
  ['none', null, 1],
  ['12.5%', { kind: 'percentage', ppm: 125_000 } as const, 5],
  ['1,250.00', { kind: 'fixed', amount: { amount: 125_000, currency: 'USD' } } as const, 8],
])('the column of discounts has room for the longest: %s', (_, discount, digits) => {
  expect(figureWidths([line(null), line(discount)])).toMatchObject({ '--discount-digits': digits });
});

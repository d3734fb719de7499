import { z } from 'zod';
import { positiveDecimal } from '../core/primitives.ts';

export const priceBreak = z.strictObject({
  quantity: z.int().min(1).max(9_999_999),
  extendedPrice: positiveDecimal.describe('what that many cost together, in major units'),
});

export const priceTable = z
  .strictObject({
    source: z.enum(['list', 'role', 'revision']),
    label: z.string(),
    breaks: z.array(priceBreak).describe('ascending by quantity'),
  })
  .meta({ id: 'PriceTable' });

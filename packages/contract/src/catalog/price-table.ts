import { z } from 'zod';
import { day, positiveDecimal } from '../core/primitives.ts';

export const priceBreak = z.strictObject({
  quantity: z.int().min(1).max(9_999_999),
  extendedPrice: positiveDecimal.describe('what that many cost together, in major units'),
});

export const priceTable = z
  .strictObject({
    source: z.enum(['list', 'role', 'revision']),
    label: z.string(),
    breaks: z.array(priceBreak).describe('ascending by quantity'),
    validFrom: day.nullable().optional().describe('of a price period: its first day; left out of prices that hold without days'),
    validUntil: day.nullable().optional().describe('of a price period: its last day; null: it does not end'),
  })
  .meta({ id: 'PriceTable' });

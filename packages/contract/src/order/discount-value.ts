// What a discount, of a line or of the order, takes off: a part, or an amount.

import { z } from 'zod';
import { money, ppm } from '../core/primitives.ts';

export const discountValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percentage'), ppm }),
  z.strictObject({ kind: z.literal('fixed'), amount: money }),
]);

// The unit in which a variant is sold. Apart from the rest of the catalogue's schema, since orders and revisions hold it too.
import { z } from 'zod';
import { filledLine } from '../core/primitives.ts';

export const sellingUnit = z
  .strictObject({
    name: filledLine(30).describe('one of it, as it is printed: "case"'),
    pieces: z.int().min(1).max(1_000_000).describe('pieces in one of it'),
  })
  .meta({ id: 'SellingUnit', description: 'Quantity, price, weight and stock count units of it.' });

export type SellingUnitJson = z.infer<typeof sellingUnit>;

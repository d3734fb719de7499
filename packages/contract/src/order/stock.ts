// The stock behind the lines of an order.

import { z } from 'zod';
import { incomingStock } from '../catalog/stock.ts';
import { id } from '../core/primitives.ts';

/** What a draft may be told of the stock behind its lines; read apart, because it moves without the order. */
export const orderStock = z
  .strictObject({
    variantId: id,
    available: z.int().describe('on hand less what submitted orders hold; may be negative'),
    backorder: z.boolean(),
    incoming: incomingStock.nullable(),
  })
  .meta({ id: 'OrderStock' });

export type OrderStock = z.infer<typeof orderStock>;

// How many of a variant there are. Apart from the rest of the catalogue's schema, since the parts of a bundle say it too.
import { z } from 'zod';
import { day } from '../core/primitives.ts';

export const incomingStock = z
  .strictObject({ quantity: z.int().min(1).max(10_000_000), expectedOn: day })
  .meta({ id: 'IncomingStock' })
  .describe('the next delivery');

export const stock = z
  .strictObject({
    tracked: z.boolean(),
    onHand: z.int().describe('may be negative'),
    reserved: z.int(),
    available: z.int().describe('onHand − reserved'),
    backorder: z.boolean(),
    incoming: incomingStock.nullable().describe('when the next stock comes; null: not known'),
  })
  .meta({ id: 'Stock' });

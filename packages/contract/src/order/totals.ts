// The sums of an order, each of stored parts; `open` says what the total leaves out.

import { z } from 'zod';
import { money } from '../core/primitives.ts';
import { taxLine } from './tax.ts';

export const totals = z
  .strictObject({
    items: money,
    discount: money.describe('positive, subtracted'),
    shipping: money.nullable().describe('null while unknown or stale; 0 is free'),
    tax: money.nullable().describe('null while the tax place is unknown'),
    estimatedTax: money.nullable().describe('a guess by the place of the account while tax is open; never in total'),
    total: money.describe('sum of what is known'),
    amountDue: money,
    open: z.array(z.enum(['shipping', 'tax'])).describe('what total leaves out'),
    taxLines: z.array(taxLine),
  })
  .meta({ id: 'Totals' });

export type OrderTotalsJson = z.infer<typeof totals>;

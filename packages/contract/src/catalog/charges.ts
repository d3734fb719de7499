// Setup and run charges of a product. Apart from the rest of the catalogue's schema, since orders hold them too.
import type { LineCharge } from '@backdesk/domain/catalog/charges.ts';
import { chargeKinds } from '@backdesk/domain/catalog/charges.ts';
import { z } from 'zod';
import { basedOn, currencyCode, filledLine, id } from '../core/primitives.ts';
import { priceBreak } from './price-table.ts';

const chargeKind = z.enum(chargeKinds).describe('setup: once for a break group; run: for each piece');
const chargeBreaks = z.array(priceBreak).describe('ascending by quantity; a setup has one, for 1');

export const productCharge = z
  .strictObject({
    id,
    variantId: id.nullable().describe('null: of every variant'),
    kind: chargeKind,
    code: z.string(),
    name: z.string(),
    currency: currencyCode,
    breaks: chargeBreaks,
    removable: z.boolean().describe('whether it may be left away on an order'),
  })
  .meta({ id: 'ProductCharge' });

/** What a line is charged beside its pieces. */
export const lineCharge = z
  .strictObject({
    id,
    kind: chargeKind,
    code: z.string(),
    name: z.string(),
    breaks: chargeBreaks.describe('none: it has no price in the currency of the order'),
    removable: z.boolean(),
    waived: z.boolean().describe('taken off by a person'),
    gone: z.boolean().describe('the product charges it no more'),
  })
  .meta({ id: 'LineCharge' });

/** All charges of a product in the order in which they are shown. One that is left out is no longer charged on new lines. */
export const setCharges = z.strictObject({
  basedOn,
  charges: z
    .array(
      z
        .strictObject({
          id: id.optional().describe('of a charge that is there'),
          variantId: id.nullable().default(null),
          kind: chargeKind,
          code: filledLine(60),
          name: filledLine(200),
          breaks: z.array(priceBreak).min(1).max(20),
          removable: z.boolean().default(true),
        })
        .refine(({ kind, breaks }) => kind === 'run' || (breaks.length === 1 && breaks[0]?.quantity === 1), {
          message: 'a setup has one price, for 1',
          path: ['breaks'],
        }),
    )
    .max(12),
});

export type ProductChargeJson = z.infer<typeof productCharge>;
export type SetCharges = z.output<typeof setCharges>;

/** The charges as JSON takes them: lists of its own. */
export function lineChargesJson(charges: readonly LineCharge[]): z.infer<typeof lineCharge>[] {
  return charges.map((charge) => ({ ...charge, breaks: charge.breaks.map((each) => ({ ...each })) }));
}

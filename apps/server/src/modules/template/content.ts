// What a template holds: requests as the public API takes them, read again by the same schema when it is used, and beside each what a
// person set by hand. Amounts are minor units of `currency`, the order's of then. Decision record 0046.

import { quantityBounds } from '@backdesk/contract/order/lines.ts';
import { newLine } from '@backdesk/contract/order/requests.ts';
import { z } from 'zod';

const discountValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percentage'), ppm: z.int() }),
  z.object({ kind: z.literal('fixed'), amount: z.int() }),
]);

const setByHand = z.object({
  override: z.object({ unitPrice: z.string(), reason: z.string(), by: z.string() }).nullable().default(null),
  discount: discountValue.nullable().default(null),
});

export const templateContent = z.object({
  /** null: of before prices were kept; there is nothing in it that is of a currency but prices of custom lines. */
  currency: z.string().nullable().default(null),
  /** `says`: what the line was called, for one that is no longer sold. */
  lines: z.array(
    z.object({
      says: z.string(),
      request: newLine,
      ...setByHand.shape,
      quantityBounds: quantityBounds.nullable().default(null),
      /** What was done by hand to what the product charges on this line. */
      charges: z.array(z.object({ chargeId: z.string(), waived: z.boolean(), ...setByHand.shape })).default([]),
    }),
  ),
  discounts: z.array(z.object({ label: z.string(), value: discountValue, reach: z.enum(['items', 'shipping', 'items_and_shipping']) })).default([]),
  noteCustomer: z.string(),
  noteInternal: z.string(),
  validDays: z.number().int().nullable(),
  /** Payment terms of the order alone; null: none were set. */
  paymentTerms: z.string().nullable().default(null),
  /** null: none is asked for; left out in templates of before deposits: as the account has it. */
  deposit: discountValue.nullable().optional(),
});

export type TemplateContent = z.input<typeof templateContent>;
export type ReadTemplate = z.output<typeof templateContent>;

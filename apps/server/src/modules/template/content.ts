// What a template holds: requests as the public API takes them, read again by the same schema when it is used.
import { newLine } from '@backdesk/contract/order/requests.ts';
import { z } from 'zod';

export const templateContent = z.object({
  /** `says`: what the line was called, for one that is no longer sold. */
  lines: z.array(z.object({ says: z.string(), request: newLine })),
  noteCustomer: z.string(),
  noteInternal: z.string(),
  validDays: z.number().int().nullable(),
});

export type TemplateContent = z.input<typeof templateContent>;

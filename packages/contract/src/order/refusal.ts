// A business "no" as the API answers it: what stands against something, and where.
import { checkoutStepNames } from '@backdesk/domain/core/refusal.ts';
import { z } from 'zod';

export const refusal = z
  .strictObject({
    code: z.string(),
    pointer: z.string().optional(),
    lineId: z.string().optional(),
    step: z.enum(checkoutStepNames).optional(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  })
  .meta({ id: 'Refusal' });

export type RefusalJson = z.infer<typeof refusal>;

import { z } from 'zod';

const fieldError = z.strictObject({
  pointer: z.string().describe('JSON pointer into the request ("/lines/0/quantity")'),
  message: z.string(),
});

const refusal = z.object({
  code: z.string(),
  pointer: z.string().optional(),
  lineId: z.string().optional(),
  step: z.string().optional(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

/** The body of every error answer (`application/problem+json`, RFC 9457). */
export const problemBody = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(fieldError).optional().describe('request.invalid: which fields, and what they must be; variant.sku_taken: which SKUs'),
  refusals: z.array(refusal).optional().describe('every reason at once, each pointing to its line or step'),
  conflicts: z
    .array(z.strictObject({ pointer: z.string(), value: z.unknown(), version: z.int(), by: z.string(), at: z.string() }))
    .optional()
    .describe('order.conflict: the value now, who set it and when'),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

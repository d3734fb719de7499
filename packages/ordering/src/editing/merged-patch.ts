import type { OrderPatch } from './order-op.ts';

/** One patch and what was typed after it; the account's own fields each by itself. */
export function mergedPatch(before: OrderPatch, patch: OrderPatch): OrderPatch {
  const fields = { ...before.fields, ...patch.fields };
  return { ...before, ...patch, ...(Object.keys(fields).length > 0 && { fields }) };
}

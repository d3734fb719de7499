import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { pricingLineOf } from '@backdesk/contract/order/pricing-input.ts';
import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';
import { allowedNear } from '@backdesk/domain/pricing/quantity-rules.ts';
import type { Rejection } from '../editing/editor-state.ts';

type Refused = Pick<RefusalJson, 'pointer' | 'detail'>;

/** Whether another quantity would lift it. */
export const isOfQuantity = ({ pointer, detail }: Refused): boolean => pointer?.endsWith('/quantity') === true && typeof detail?.quantity === 'number';

/** The nearest quantities that a line may have where `refusals` stand against this one; none where they are about something else. */
export function soldNear(line: OrderLine, refusals: readonly Refused[], quantity: number = line.quantity): readonly number[] {
  const refusal = refusals.find(isOfQuantity);
  // The detail counts all of its break group: what the rule is tested on.
  return refusal === undefined ? [] : allowedNear({ ...pricingLineOf(line), quantity }, Number(refusal.detail?.quantity));
}

/** The quantities nearest to the one that could not be saved at a line. */
export function soldNearRejected({ queued: { op }, problem }: Rejection, line: OrderLine): readonly number[] {
  if (op.kind !== 'change_line' || op.patch.quantity === undefined) return [];
  return soldNear(line, problem.refusals ?? [], op.patch.quantity);
}

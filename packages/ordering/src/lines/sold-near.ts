import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { pricingLineOf } from '@backdesk/contract/order/pricing-input.ts';
import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';
import { allowedNear } from '@backdesk/domain/pricing/quantity-rules.ts';

type Refused = Pick<RefusalJson, 'pointer' | 'detail'>;

/** Whether another quantity would lift it. */
export const isOfQuantity = ({ pointer, detail }: Refused): boolean => pointer?.endsWith('/quantity') === true && typeof detail?.quantity === 'number';

/** The nearest quantities that a line may have where `refusals` stand against this one; none where they are about something else. */
export function soldNear(line: OrderLine, refusals: readonly Refused[], quantity: number = line.quantity): readonly number[] {
  const refusal = refusals.find(isOfQuantity);
  // The detail counts all of its break group: what the rule is tested on.
  return refusal === undefined ? [] : allowedNear({ ...pricingLineOf(line), quantity }, Number(refusal.detail?.quantity));
}

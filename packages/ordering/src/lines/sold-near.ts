import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { pricingLineOf } from '@backdesk/contract/order/pricing-input.ts';
import { allowedNear } from '@backdesk/domain/pricing/quantity-rules.ts';

type Blocker = OrderLine['blockers'][number];

/** The blocker of a line that another quantity would lift, with the nearest of those; null: its quantity is sold. */
export function soldNear(line: OrderLine): { readonly blocker: Blocker; readonly quantities: readonly number[] } | null {
  // The detail counts all of its break group: what the rule is tested on.
  const blocker = line.blockers.find(({ pointer, detail }) => pointer?.endsWith('/quantity') && typeof detail?.quantity === 'number');
  if (blocker === undefined) return null;
  return { blocker, quantities: allowedNear(pricingLineOf(line), Number(blocker.detail?.quantity)) };
}

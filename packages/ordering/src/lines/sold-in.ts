import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { pricingLineOf } from '@backdesk/contract/order/pricing-input.ts';
import { type PricedQuantity, pricedQuantities } from '@backdesk/domain/pricing/priced-quantities.ts';
import { isSoldByBreaks } from '@backdesk/domain/pricing/quantity-rules.ts';

export type Within = { readonly minimum: number; readonly maximum: number };

/** The quantities of a line that is sold in those alone, beside the lines of its order, with what a piece costs then; none: any that its rule lets. */
export function soldIn(line: OrderLine, lines: readonly OrderLine[], { minimum, maximum }: Within = anywhere): readonly PricedQuantity[] {
  if (!isSoldByBreaks(line)) return [];
  return pricedQuantities(lines.map(pricingLineOf), line.id, line.amount.currency).filter(({ quantity }) => quantity >= minimum && quantity <= maximum);
}

const anywhere: Within = { minimum: 1, maximum: Number.MAX_SAFE_INTEGER };

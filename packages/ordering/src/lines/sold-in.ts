import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { pricingLineOf } from '@backdesk/contract/order/pricing-input.ts';
import { type AllowedQuantity, allowedQuantities, isSoldByBreaks } from '@backdesk/domain/pricing/quantity-rules.ts';

export type Within = { readonly minimum: number; readonly maximum: number };

/** The quantities of a line that is sold in those alone, beside the lines of its order; none: any that its rule lets. */
export function soldIn(line: OrderLine, lines: readonly OrderLine[], { minimum, maximum }: Within = anywhere): readonly AllowedQuantity[] {
  if (!isSoldByBreaks(line)) return [];
  return allowedQuantities(lines.map(pricingLineOf), line.id).filter(({ quantity }) => quantity >= minimum && quantity <= maximum);
}

const anywhere: Within = { minimum: 1, maximum: Number.MAX_SAFE_INTEGER };

import type { OrderLine } from '@backdesk/contract/order/lines.ts';

/** The variants of these lines, each once and in one order, joined by spaces: as long as they stay, so does the text. */
export function variantsOf(lines: readonly OrderLine[]): string {
  const variants = new Set<string>();
  for (const { variantId } of lines) if (variantId !== null) variants.add(variantId);
  return [...variants].sort().join(' ');
}

import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { t } from './texts.ts';

/** Where the price of a line comes from, in two or three words. */
export function priceSource(line: OrderLine, number: (value: number) => string): { readonly text: string; readonly isByHand: boolean } {
  if (line.override !== null) return { text: t.setBy(line.override.by), isByHand: true };
  if (line.kind === 'custom') return { text: t.custom(), isByHand: false };
  if (line.kind === 'bundle' && line.typedUnitPrice !== null) return { text: t.itsParts(), isByHand: false };
  if (line.partId !== null && line.typedUnitPrice !== null) return { text: t.inBundle(), isByHand: false };
  if (line.kind === 'charge' && line.typedUnitPrice !== null) return { text: t.charge(), isByHand: false };
  if (line.kind === 'credit') return { text: t.credit(), isByHand: false };
  const step = line.explanation.find((found) => found.step === 'break');
  // That the customer's role has no price is said once above the lines and in the line's explanation, not on every line.
  const label = line.priceTable?.source === 'list' ? t.list() : (step?.label ?? line.priceTable?.label ?? '');
  if (step === undefined) return { text: line.unitPrice === null ? t.noPrice() : label, isByHand: false };
  const from = step.breakQuantity ?? 1;
  return { text: from > 1 ? t.fromQuantity(label, number(from)) : label, isByHand: false };
}

import type { OrderLine } from '@backdesk/contract/order/schema.ts';
import { t } from './texts.ts';

/** Where the price of a line comes from, in two or three words. */
export function priceSource(line: OrderLine, number: (value: number) => string): { readonly text: string; readonly isByHand: boolean } {
  if (line.override !== null) return { text: t.setBy(line.override.by), isByHand: true };
  if (line.kind === 'custom') return { text: t.custom(), isByHand: false };
  if (line.kind === 'charge' && line.typedUnitPrice !== null) return { text: t.charge(), isByHand: false };
  if (line.kind === 'credit') return { text: t.credit(), isByHand: false };
  const step = line.explanation.find((found) => found.step === 'break');
  if (step === undefined) return { text: line.unitPrice === null ? t.noPrice() : (line.priceTable?.label ?? ''), isByHand: false };
  const from = step.breakQuantity ?? 1;
  return { text: from > 1 ? t.fromQuantity(step.label, number(from)) : step.label, isByHand: false };
}

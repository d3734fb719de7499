import type { Variant } from '@backdesk/contract/catalog/schema.ts';
import { t } from './texts.ts';

export type StockSays = { readonly text: string; readonly tone: 'plain' | 'warn' | 'bad' };

/** What the stock says to a quantity; null when it is not counted. */
export function stockSays({ tracked, available, backorder }: Variant['stock'], quantity: number, number: (value: number) => string): StockSays | null {
  if (!tracked) return null;
  const left = Math.max(0, available);
  if (available >= quantity) return { text: t.inStock(number(left)), tone: 'plain' };
  if (backorder) return { text: left === 0 ? t.backorderOnly() : t.onBackorder(number(left)), tone: 'warn' };
  return left === 0 ? { text: t.noneLeft(), tone: 'bad' } : { text: t.shortOf(number(left)), tone: 'warn' };
}

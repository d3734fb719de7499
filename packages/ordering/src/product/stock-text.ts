import type { Variant } from '@backdesk/contract/catalog/schema.ts';
import { t } from './texts.ts';

export type StockSays = { readonly text: string; readonly tone: 'plain' | 'warn' | 'bad' };

type Words = { readonly number: (value: number) => string; readonly date: (date: string) => string };

/** What the stock says to a quantity; null when it is not counted. */
export function stockSays({ tracked, available, backorder, incoming }: Variant['stock'], quantity: number, format: Words): StockSays | null {
  if (!tracked) return null;
  const left = Math.max(0, available);
  const count = format.number(left);
  if (available >= quantity) return { text: t.inStock(count), tone: 'plain' };
  const more = incoming === null ? '' : t.moreExpected(format.number(incoming.quantity), format.date(incoming.expectedOn));
  if (backorder) return { text: `${left === 0 ? t.backorderOnly() : t.onBackorder(count)}${more}`, tone: 'warn' };
  return left === 0 ? { text: `${t.noneLeft()}${more}`, tone: 'bad' } : { text: `${t.shortOf(count)}${more}`, tone: 'warn' };
}

import type { RepeatedChange } from '@backdesk/contract/order/repeat.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { t } from './texts.ts';

/** What changed since an order, in words. `keepsNote`: there is one at the line, and notes come along. */
export function useChangeText(currency: string): (change: RepeatedChange, how: { readonly isKept: boolean; readonly keepsNote: boolean }) => string {
  const format = useFormat();
  const price = (unitPrice: string | null) => (unitPrice === null ? t.noPrice() : format.unitPrice(unitPrice, currency));
  return ({ code, from, to, available, values }, { isKept, keepsNote }) => {
    switch (code) {
      case 'price_moved':
        return isKept ? t.priceKept(price(from), price(to)) : t.priceMoved(price(to), price(from));
      case 'not_sold':
        return t.notSold(keepsNote);
      case 'short_of_stock':
        return t.short(format.number(available ?? 0));
      case 'answer_gone':
        return t.answerGone();
      case 'renamed':
        return values.map((value) => t.renamed(value.name, value.from, value.to)).join('; ');
    }
  };
}

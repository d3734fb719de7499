// What happened to an order as the account reads it: figures and days in its locale.
import { describeEvent, type HistoryFormat } from '@backdesk/domain/order/describe-event.ts';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import { moneyInWords, percentInWords } from '../money-in-words.ts';
import { countInWords, dayInWords, unitPriceInWords } from '../outbox/in-words.ts';

/** One sentence for an event: "Price of MUG moved from $8.50 to $8.90". */
export function eventInWords(event: OrderEvent, { locale }: { readonly locale: string }): string {
  const format: HistoryFormat = {
    quantity: (pieces) => countInWords(pieces, locale),
    amount: (minorUnits, currency) => moneyInWords(minorUnits, currency, locale),
    unitPrice: (decimal, currency) => unitPriceInWords(decimal, currency, locale),
    percent: (ppm) => percentInWords(ppm, locale),
    day: (day) => dayInWords(day, locale),
  };
  return describeEvent(event, format);
}

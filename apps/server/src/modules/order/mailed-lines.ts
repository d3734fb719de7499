import type { OrderRecord } from './order-record.ts';

/** Lines of an order as a mail lists them: what is counted, with its price. */
export function mailedLines(order: OrderRecord) {
  const priced = new Map(order.pricing.lines.map((line) => [line.lineId, line]));
  return order.lines
    .filter((line) => !line.optional || line.chosen)
    .map((line) => {
      const price = priced.get(line.id);
      return {
        ...line,
        options: [...line.options],
        upcharges: [...line.upcharges],
        answers: line.answers.filter(({ value }) => value !== ''),
        note: line.noteCustomer,
        unitPrice: price?.unitPrice ?? null,
        total: price?.total ?? 0,
      };
    });
}

import type { OrderFieldRule } from '../order/order-record.ts';

/** Whether customers see an order field and fill it in: one they are shown on documents, or one without which nobody can order. */
export function asksCustomers({ active, shownOnOrders, required }: Pick<OrderFieldRule, 'active' | 'shownOnOrders' | 'required'>): boolean {
  return active && (shownOnOrders || required);
}

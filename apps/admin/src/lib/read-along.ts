// What a screen would ask for as soon as a change is saved is read in the request that saves it: stock and costs behind a line
// that is added, the rates to an address that is entered, and the history where it is in view.
import type { Client } from '@backdesk/contract/client.ts';
import type { ShippingRateOffer } from '@backdesk/contract/order/checkout.ts';
import type { HistoryEntry } from '@backdesk/contract/order/history.ts';
import type { OrderMarginJson } from '@backdesk/contract/order/margin.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import type { OrderStock } from '@backdesk/contract/order/stock.ts';
import type { Routes } from '@backdesk/contract/routes.ts';
import { ratesKey } from '@backdesk/ordering/checkout/rates-key.ts';
import type { QueuedOp } from '@backdesk/ordering/editing/order-op.ts';
import type { QueryClient } from '@tanstack/react-query';
import { customerQuery } from './customer-query.ts';
import { draftHistoryLimit, draftHistoryQuery, firstPage, historiesInView } from './order-history-queries.ts';
import { orderMarginQuery } from './order-margin-query.ts';
import { orderStockQuery } from './order-stock-query.ts';
import { variantsOf } from './variants-of.ts';

type Read = {
  readonly stock?: { items: OrderStock[] };
  readonly margin?: OrderMarginJson;
  readonly rates?: { items: ShippingRateOffer[] };
  readonly history?: { items: HistoryEntry[]; nextCursor: string | null };
  readonly addsAddress?: boolean;
};

type Reader = {
  readonly along: (api: Client<Routes>, run: readonly QueuedOp[]) => readonly Promise<unknown>[];
  /** Puts what was read where the screens of the order as it is saved now look for it. */
  readonly keep: (confirmed: Order) => void;
};

export function readAlong(orderId: string, queryClient: QueryClient, mayReadCosts: boolean): Reader {
  const params = { id: orderId };
  let read: Read = {};
  const note = (found: Read) => {
    read = { ...read, ...found };
  };
  return {
    along: (api, run) => {
      // Each holds for what was saved with it, and for nothing after that.
      read = { addsAddress: run.some(({ op }) => 'saveToCustomer' in op && op.saveToCustomer) };
      const kinds = new Set(run.map(({ op }) => op.kind));
      const addsLines = kinds.has('add_line') || kinds.has('add_lines');
      return [
        ...(addsLines ? [api.listOrderStock({ params }).then((stock) => note({ stock }))] : []),
        ...(kinds.has('set_shipping') || kinds.has('set_shipments') ? [api.listShippingRates({ params }).then((rates) => note({ rates }))] : []),
        ...(historiesInView.has(orderId) ? [api.getHistory({ params, query: { limit: draftHistoryLimit } }).then((history) => note({ history }))] : []),
        ...(addsLines && mayReadCosts ? [api.getOrderMargin({ params }).then((margin) => note({ margin }))] : []),
      ];
    },
    keep: (confirmed) => {
      const variants = variantsOf(confirmed.lines);
      const { stock, margin, rates, history, addsAddress } = read;
      if (stock !== undefined) queryClient.setQueryData(orderStockQuery(orderId, variants).queryKey, stock);
      if (margin !== undefined) queryClient.setQueryData(orderMarginQuery(orderId, variants).queryKey, margin);
      if (history !== undefined) queryClient.setQueryData(draftHistoryQuery(orderId, confirmed.version).queryKey, firstPage(history));
      if (addsAddress === true) void queryClient.invalidateQueries({ queryKey: customerQuery(confirmed.customer?.id).queryKey });
      if (rates !== undefined) queryClient.setQueryData(ratesKey(confirmed), rates);
    },
  };
}

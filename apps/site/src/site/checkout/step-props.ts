import type { Order } from '@backdesk/contract/order/schema.ts';
import type { SiteOrder } from '@backdesk/contract/site/schema.ts';

export type StepProps = {
  readonly cart: SiteOrder;
  /** The same as the shared parts take it. */
  readonly order: Order;
  readonly onPlaced: (order: SiteOrder) => void;
};

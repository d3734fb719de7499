import { nextStage } from '@backdesk/domain/order/lifecycle.ts';
import type { OrderAction, Stage } from '@backdesk/domain/order/types.ts';
import { Refused } from '../problem.ts';
import type { OrderRecord } from './order-record.ts';

/** The stage that the action leads to, by the domain's table. Throws `order.no_such_transition`. */
export function advance({ stage }: Pick<OrderRecord, 'stage'>, action: OrderAction): Stage {
  const next = nextStage(stage, action);
  if (!next.ok) throw new Refused([next.reason]);
  return next.value;
}

import type { Order } from '@backdesk/contract/order/schema.ts';
import { StatusDot, type StatusShape, type StatusTone } from '@backdesk/ui/data/status-dot.tsx';
import { t } from './texts.ts';

const looks: Record<Order['stage'], readonly [StatusTone, StatusShape]> = {
  cart: ['neutral', 'square'],
  draft: ['neutral', 'ring'],
  estimate: ['open', 'ring'],
  saved_cart: ['neutral', 'square'],
  pending: ['warn', 'diamond'],
  approval_declined: ['bad', 'block'],
  submitted: ['good', 'full'],
  canceled: ['bad', 'block'],
};

/** The stage: shape and word. */
export function StageStatus({ order }: { order: Order }) {
  const [tone, shape] = looks[order.stage];
  const isViewed = order.stage === 'estimate' && order.estimate?.revisions.at(-1)?.viewedAt;
  return (
    <StatusDot tone={tone} shape={isViewed ? 'half' : shape}>
      {t.stage[order.stage]}
    </StatusDot>
  );
}

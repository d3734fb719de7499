import type { Order } from '@backdesk/contract/order/order.ts';
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

/** An answered estimate looks as its answer does in the listing. */
const answered: Readonly<Record<string, readonly [StatusTone, StatusShape]>> = {
  accepted: ['good', 'full'],
  accepted_in_part: ['good', 'full'],
  declined: ['bad', 'block'],
  changes_requested: ['warn', 'diamond'],
};

/** The stage: shape and word. */
export function StageStatus({ order }: { order: Order }) {
  const [tone, shape] = looks[order.stage];
  const status = order.stage === 'estimate' ? order.estimate?.revisions.at(-1)?.status : undefined;
  const [answerTone, answerShape] = (status !== undefined && answered[status]) || [tone, shape];
  const isViewed = answered[status ?? ''] === undefined && order.stage === 'estimate' && order.estimate?.revisions.at(-1)?.viewedAt;
  return (
    <StatusDot tone={answerTone} shape={isViewed ? 'half' : answerShape}>
      {t.stage[order.stage]}
    </StatusDot>
  );
}

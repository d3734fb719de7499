import type { EstimateRevision } from '@backdesk/contract/order/estimate-revision.ts';
import { StatusDot, type StatusShape, type StatusTone } from '@backdesk/ui/data/status-dot.tsx';
import { t } from './texts.ts';

const looks: Record<EstimateRevision['status'], readonly [StatusTone, StatusShape]> = {
  open: ['open', 'ring'],
  changes_requested: ['warn', 'diamond'],
  accepted: ['good', 'full'],
  accepted_in_part: ['good', 'full'],
  declined: ['bad', 'block'],
  withdrawn: ['neutral', 'square'],
  superseded: ['neutral', 'square'],
};

/** What became of a revision: shape and word. */
export function RevisionStatus({ status, expired }: Pick<EstimateRevision, 'status' | 'expired'>) {
  const isOver = expired && (status === 'open' || status === 'changes_requested');
  const [tone, shape] = isOver ? (['warn', 'diamond'] as const) : looks[status];
  return (
    <StatusDot tone={tone} shape={shape}>
      {isOver ? t.expired() : t.statuses[status]}
    </StatusDot>
  );
}

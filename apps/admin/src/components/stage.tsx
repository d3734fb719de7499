import type { OrderRow } from '@backdesk/contract/order/order-row.ts';
import { SubLine } from '@backdesk/ui/data/list-table.tsx';
import { StatusDot, type StatusShape, type StatusTone } from '@backdesk/ui/data/status-dot.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import styles from './stage.module.css';
import { t } from './texts.ts';

type Stage = OrderRow['stage'];
type Look = { tone: StatusTone; shape: StatusShape };

/** The word for a stage, as people say it: "Draft 1042", "Order 1042". */
export function stageWord(stage: Stage): string {
  const words: Record<Stage, string> = {
    cart: t.cart(),
    draft: t.draft(),
    estimate: t.estimate(),
    saved_cart: t.savedCart(),
    pending: t.pending(),
    approval_declined: t.declined(),
    submitted: t.submitted(),
    canceled: t.canceled(),
  };
  return words[stage];
}

const looks: Record<Stage, Look> = {
  cart: { tone: 'neutral', shape: 'square' },
  draft: { tone: 'neutral', shape: 'ring' },
  estimate: { tone: 'open', shape: 'ring' },
  saved_cart: { tone: 'neutral', shape: 'square' },
  pending: { tone: 'warn', shape: 'diamond' },
  approval_declined: { tone: 'bad', shape: 'block' },
  submitted: { tone: 'good', shape: 'full' },
  canceled: { tone: 'bad', shape: 'block' },
};

/** Stage as shape and word; an estimate says its revision and how far it came. */
export function StageCell({ row }: { row: Pick<OrderRow, 'stage' | 'estimate' | 'lineCount' | 'number'> }) {
  const { ago } = useFormat();
  const { stage, estimate, lineCount, number } = row;
  // A cart with a number was a saved cart: its customer has it in the cart now.
  const isActivated = stage === 'cart' && number !== null;
  if (stage === 'estimate' && estimate) {
    const progress = estimateProgress(estimate, ago);
    return (
      <>
        <StatusDot tone={progress.look.tone} shape={progress.look.shape}>
          <span>
            <span>{stageWord(stage)}</span> <span className="soft tnum">r{estimate.revision}</span>
          </span>
        </StatusDot>
        <SubLine>
          <span className={styles.below}>{progress.text}</span>
        </SubLine>
      </>
    );
  }
  return (
    <>
      <StatusDot {...looks[stage]}>{isActivated ? t.savedCart() : stageWord(stage)}</StatusDot>
      {isActivated && (
        <SubLine>
          <span className={styles.below}>{t.inCart()}</span>
        </SubLine>
      )}
      {stage === 'draft' && lineCount === 0 && (
        <SubLine>
          <span className={styles.below}>{t.customerOnly()}</span>
        </SubLine>
      )}
    </>
  );
}

/** Stage as shape and word only. */
export function StageDot({ stage }: { stage: Stage }) {
  return <StatusDot {...looks[stage]}>{stageWord(stage)}</StatusDot>;
}

function estimateProgress(estimate: NonNullable<OrderRow['estimate']>, ago: (at: string) => string): { look: Look; text: string } {
  const { status, expired, viewedAt, sentAt, releasedAt } = estimate;
  if (status === 'accepted') return { look: { tone: 'good', shape: 'full' }, text: t.accepted() };
  if (status === 'accepted_in_part') return { look: { tone: 'good', shape: 'full' }, text: t.acceptedInPart() };
  if (status === 'declined') return { look: { tone: 'bad', shape: 'block' }, text: t.estimateDeclined() };
  if (status === 'changes_requested') return { look: { tone: 'warn', shape: 'diamond' }, text: t.changesAsked() };
  if (expired) return { look: { tone: 'warn', shape: 'diamond' }, text: t.expired() };
  if (viewedAt) return { look: { tone: 'open', shape: 'half' }, text: t.viewed(ago(viewedAt)) };
  if (sentAt) return { look: { tone: 'open', shape: 'ring' }, text: t.sent(ago(sentAt)) };
  if (releasedAt) return { look: { tone: 'open', shape: 'ring' }, text: t.handedOn(ago(releasedAt)) };
  return { look: { tone: 'neutral', shape: 'ring' }, text: t.notSent() };
}

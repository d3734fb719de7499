import type { QueueItem } from '@backdesk/contract/estimate/queue-routes.ts';
import { StatusDot, type StatusShape, type StatusTone } from '@backdesk/ui/data/status-dot.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DraftsSearch } from './drafts-query.ts';
import { queueQuery } from './queue-query.ts';
import { t } from './texts.ts';
import styles from './work-queue.module.css';

type Queue = QueueItem['queue'];

const looks: Record<Queue, { tone: StatusTone; shape: StatusShape }> = {
  changes_requested: { tone: 'warn', shape: 'diamond' },
  accepted: { tone: 'good', shape: 'full' },
  unsent: { tone: 'neutral', shape: 'ring' },
  not_viewed: { tone: 'open', shape: 'ring' },
  no_answer: { tone: 'open', shape: 'half' },
  expiring: { tone: 'warn', shape: 'diamond' },
  drifted: { tone: 'warn', shape: 'diamond' },
};

/** Estimates that wait for somebody, each a filter of the listing below. Nothing to do: nothing here. */
export function WorkQueue({ search }: { search: DraftsSearch }) {
  const { data } = useQuery(queueQuery());
  const { money, number } = useFormat();
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <nav aria-label={t.queue()} className={styles.queue}>
      <ul>
        {items.map(({ queue, count, values, nextAction }) => {
          const isShown = search.queue === queue;
          return (
            <li key={queue}>
              <Link
                to="/orders/drafts"
                // Pressed again it lets everything be seen again.
                search={isShown ? {} : { queue }}
                aria-current={isShown ? 'true' : undefined}
                activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
                activeProps={{ 'aria-current': isShown ? 'true' : undefined }}
              >
                <StatusDot {...looks[queue]}>{t.queues[queue]}</StatusDot>
                <span className={styles.figures}>
                  <b>{number(count)}</b> <span>{values.map((value) => money(value)).join(' + ')}</span>
                </span>
                <span className={styles.next}>{t.nextActions[nextAction]}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

import type { Order } from '@backdesk/contract/order/order.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Link } from '@tanstack/react-router';
import styles from './revision-page.module.css';
import { RevisionStatus } from './revision-status.tsx';
import { t } from './texts.ts';

/** All that was issued, newest first: what became of it, at which total, when and by whom. */
export function RevisionList({ order, shown }: { order: Order; shown: number }) {
  const format = useFormat();
  const revisions = (order.estimate?.revisions ?? []).toReversed();
  return (
    <nav aria-label={t.revisions()}>
      <h2 className={styles.railTitle}>{t.revisions()}</h2>
      <ol className={styles.list}>
        {revisions.map(({ revision, status, expired, total, issuedAt, issuedBy, sentTo, releasedAt }) => (
          <li key={revision}>
            <Link
              to="/orders/$orderId/estimates/$revision"
              params={{ orderId: order.id, revision: String(revision) }}
              aria-current={revision === shown ? 'page' : undefined}
              className={styles.entry}
            >
              <span className={styles.entryHead}>
                <b>r{revision}</b>
                <RevisionStatus status={status} expired={expired} />
                <span className={styles.entryTotal}>{format.money(total)}</span>
              </span>
              <bdi className={styles.entrySub}>
                {format.day(issuedAt)} · {issuedBy}
              </bdi>
              {releasedAt === null && <span className={styles.entrySub}>{t.notOut()}</span>}
              {sentTo.length > 0 && <bdi className={styles.entrySub}>{t.sentTo(sentTo.join(', '))}</bdi>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

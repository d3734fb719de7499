import type { EstimateDecision } from '@backdesk/contract/estimate/decision.ts';
import { hasExpired } from '@backdesk/domain/estimate/expiry.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import styles from './estimate-decisions.module.css';
import { t } from './texts.ts';

type Decided = { readonly decisions: readonly EstimateDecision[]; readonly lockUntil: string | null };

/** What the customer answered, oldest first: who, when, at what total, and in which words. */
export function EstimateDecisions({ orderId, revision: { decisions, lockUntil } }: { orderId: string; revision: Decided }) {
  return decisions.map((decision) => <DecisionSays key={decision.sha256} orderId={orderId} decision={decision} lockUntil={lockUntil} />);
}

function DecisionSays({ orderId, decision, lockUntil }: { orderId: string; decision: EstimateDecision; lockUntil: string | null }) {
  const format = useFormat();
  const { kind, name, title, at, channel, recordedBy, poNumber, files, total, reason, text, comments } = decision;
  const who = [name, title].filter((part) => part !== '').join(', ');
  const why = reason in t.declineReasons ? t.declineReasons[reason as keyof typeof t.declineReasons] : '';
  return (
    <div dir="auto">
      <p className={styles.facts}>
        <span className="medium">
          {t.decided[kind](who, format.ago(at))}
          {t.byChannel[channel]}
        </span>
        {total !== null && <span>{t.acceptedTotal(format.money(total))}</span>}
        {poNumber !== '' && <span>PO {poNumber}</span>}
        {total !== null && lockUntil !== null && <span>{(hasExpired(lockUntil, new Date()) ? t.pricesHeld : t.pricesHold)(format.day(lockUntil))}</span>}
        {recordedBy !== null && <span>{t.recordedBy(recordedBy)}</span>}
        {files.map((file) => (
          <a key={file.id} href={`/api/v1/files/${file.id}`} download>
            <bdi>{t.fileOf[file.role](file.name)}</bdi>
          </a>
        ))}
        {total !== null && (
          <a href={`/api/v1/orders/${orderId}/estimates/${decision.revision}/certificate`} download>
            {t.certificate()}
          </a>
        )}
      </p>
      {[why, text].some((part) => part !== '') && <p className={styles.said}>{[why, text].filter((part) => part !== '').join(': ')}</p>}
      {comments.map(({ lineId, line, text: comment }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was said is kept as it was, in its order
        <p key={`${lineId} ${index}`} className={styles.said}>
          {line !== '' && <b>{line}: </b>}
          {comment}
        </p>
      ))}
    </div>
  );
}

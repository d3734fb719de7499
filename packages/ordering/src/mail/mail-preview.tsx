import type { MailPreview as Preview } from '@backdesk/contract/order/estimate-revision.ts';
import { MailBody } from './mail-body.tsx';
import styles from './mail-preview.module.css';
import { t } from './texts.ts';

/** A mail before it goes out: to whom, its subject, and the very body that is sent. */
export function MailPreview({ preview, to, cc = '' }: { preview: Preview; to: string; cc?: string }) {
  return (
    <div className={styles.preview}>
      <dl className={styles.head}>
        <dt>{t.to()}</dt>
        <dd>
          <bdi>{to}</bdi>
        </dd>
        {cc !== '' && (
          <>
            <dt>{t.cc()}</dt>
            <dd>
              <bdi>{cc}</bdi>
            </dd>
          </>
        )}
        <dt>{t.subject()}</dt>
        <dd>
          <bdi>{preview.subject}</bdi>
        </dd>
        <dt>{t.attached()}</dt>
        <dd>{preview.attachments.join(', ')}</dd>
      </dl>
      <div className={styles.paper}>
        <MailBody html={preview.html} text={preview.text} isSent={false} />
      </div>
      <p className="small muted">{t.linkLater()}</p>
    </div>
  );
}

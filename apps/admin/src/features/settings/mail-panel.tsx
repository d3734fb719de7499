import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadFailed } from '../../components/load-failed.tsx';
import styles from './settings-layout.module.css';
import { mailQuery } from './settings-queries.ts';
import { t } from './texts.ts';

/** One mail, both of its parts, as it was sent. */
export function MailPanel({ mailId, onClose }: { mailId: string; onClose: () => void }) {
  const { dateTime } = useFormat();
  const query = useQuery(mailQuery(mailId));
  const [part, setPart] = useState<'html' | 'text'>('html');
  const mail = query.data;
  return (
    <SidePanel title={mail ? <bdi>{mail.subject}</bdi> : t.outboxTitle()} closeLabel={t.close()} onClose={onClose} wide padded={false}>
      {query.isError && !mail && <LoadFailed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonPage label={t.loading()} />}
      {mail && (
        <div className={styles.mailBody}>
          <div className={styles.mailHead}>
            <span>
              {t.to()} <bdi>{mail.recipients.join(', ')}</bdi>
            </span>
            <span className="row">
              {t.states[mail.state]} · {dateTime(mail.sentAt ?? mail.createdAt)}
              {mail.orderId && (
                <Link className="push" to="/orders/$orderId" params={{ orderId: mail.orderId }}>
                  {t.openOrder()}
                </Link>
              )}
            </span>
            {mail.error && (
              <InlineNotice tone="bad" title={t.mailFailed()}>
                {mail.error}
              </InlineNotice>
            )}
          </div>
          <fieldset className={styles.parts} aria-label={t.parts()}>
            {(['html', 'text'] as const).map((kind) => (
              <Button key={kind} size="small" variant={part === kind ? 'accent' : 'quiet'} aria-pressed={part === kind} onClick={() => setPart(kind)}>
                {kind === 'html' ? t.asHtml() : t.asText()}
              </Button>
            ))}
          </fieldset>
          {part === 'html' ? (
            // Sandboxed without any permission: nothing in a mail runs, submits or reaches our origin. Links open apart.
            <iframe className={styles.frame} title={t.htmlPart()} sandbox="allow-popups allow-popups-to-escape-sandbox" srcDoc={withTargets(mail.html)} />
          ) : (
            <pre className={styles.plain} dir="auto">
              {mail.text}
            </pre>
          )}
        </div>
      )}
    </SidePanel>
  );
}

/** Links of the mail open in a tab of their own; inside the frame they would replace the mail. */
function withTargets(html: string): string {
  return html.includes('<head>') ? html.replace('<head>', '<head><base target="_blank">') : `<base target="_blank">${html}`;
}

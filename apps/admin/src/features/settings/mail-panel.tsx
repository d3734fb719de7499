import type { Mail } from '@backdesk/contract/outbox/schema.ts';
import { MailBody } from '@backdesk/ordering/mail/mail-body.tsx';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LoadFailed } from '../../components/load-failed.tsx';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.tsx';
import styles from './settings-layout.module.css';
import { mailQuery } from './settings-queries.ts';
import { t } from './texts.ts';

/** One mail, both of its parts, as it was sent; what became of it, and the way to send it again. */
export function MailPanel({ mailId, onClose }: { mailId: string; onClose: () => void }) {
  const query = useQuery(mailQuery(mailId));
  const mail = query.data;
  return (
    <SidePanel title={mail ? <bdi>{mail.subject}</bdi> : t.outboxTitle()} closeLabel={t.close()} onClose={onClose} wide padded={false}>
      {query.isError && !mail && <LoadFailed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonPage label={t.loading()} />}
      {mail && (
        <div className={styles.mailBody}>
          <MailHead mail={mail} onClose={onClose} />
          <MailBody html={mail.html} text={mail.text} isSent />
        </div>
      )}
    </SidePanel>
  );
}

function MailHead({ mail, onClose }: { mail: Mail; onClose: () => void }) {
  const { dateTime } = useFormat();
  const maySend = useMay('settings:write');
  const toast = useToast();
  const queryClient = useQueryClient();
  const resend = useMutation({
    mutationFn: () => api.resendMail({ params: { id: mail.id } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['outbox'] });
      // It may be kept again: the panel stays, and says what becomes of it.
      if (mail.state === 'kept') return;
      toast.show({ message: t.resent(mail.recipients.join(', ')) });
      onClose();
    },
    onError: (error) => toast.show({ message: sentenceOf(error), tone: 'bad' }),
  });
  return (
    <div className={styles.mailHead}>
      <span>
        {t.to()} <bdi>{mail.recipients.join(', ')}</bdi>
      </span>
      <span className="row">
        {t.states[mail.state]} · {dateTime(mail.sentAt ?? mail.createdAt)}
        {mail.attempts > 1 && ` · ${t.attempts(mail.attempts)}`}
        <span className="row push">
          {mail.orderId && (
            <Link to="/orders/$orderId" params={{ orderId: mail.orderId }}>
              {t.openOrder()}
            </Link>
          )}
          <a className={buttonClass({ size: 'small' })} href={`/api/v1/outbox/${mail.id}/source`} download>
            {t.saveMail()}
          </a>
          {maySend && mail.mayResend && (
            <Button size="small" icon="mail" busy={resend.isPending} onClick={() => resend.mutate()}>
              {t.resend[mail.state]}
            </Button>
          )}
        </span>
      </span>
      {mail.state === 'kept' && mail.mayResend && (
        <p role="status" className="small soft">
          {t.keptSays()}
        </p>
      )}
      {maySend && !mail.mayResend && mail.state !== 'canceled' && (
        <p className="small soft">
          {t.linkSpent[mail.isLinkRevoked ? 'revoked' : mail.template === 'staff_invitation' ? 'invitation' : 'password']()}{' '}
          {mail.template === 'staff_invitation' && <Link to="/settings/staff">{t.toStaff()}</Link>}
        </p>
      )}
      {mail.attachments.length > 0 && (
        <span className="small soft">
          {t.carries()} <bdi>{mail.attachments.map(({ name }) => name).join(', ')}</bdi>
        </span>
      )}
      {mail.sourceSha256 !== null && (
        <span className={styles.mailHash}>
          {t.mailHash()} <code>{mail.sourceSha256}</code>
        </span>
      )}
      {mail.error && (
        <InlineNotice tone={mail.state === 'queued' ? 'warn' : 'bad'} title={t.mailTrouble[mail.state]}>
          {mail.error}
        </InlineNotice>
      )}
    </div>
  );
}

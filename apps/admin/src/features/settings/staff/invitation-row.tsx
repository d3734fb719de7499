import type { Invitation } from '@backdesk/contract/staff/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { Menu } from '@backdesk/ui/overlays/menu.tsx';
import { EmailText } from '@backdesk/ui/text/email-text.tsx';
import { VisuallyHidden } from '@backdesk/ui/text/visually-hidden.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import styles from './staff-page.module.css';
import { t } from './texts.ts';

/** Somebody who was asked and has not come yet. */
export function InvitationRow({ invitation, onSent }: { invitation: Invitation; onSent: (email: string, url: string) => void }) {
  const { day } = useFormat();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { id, email, isExpired } = invitation;
  const params = { id };
  const onError = (error: unknown) => toast.show({ tone: 'bad', message: sentenceOf(error) });
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['staff', 'invitations'] });
  const resend = useMutation({
    mutationFn: () => api.resendInvitation({ params }),
    onSuccess: ({ url }) => {
      void refresh();
      onSent(email, url);
    },
    onError,
  });
  const revoke = useMutation({
    mutationFn: () => api.revokeInvitation({ params }),
    onSuccess: () => {
      void refresh();
      toast.show({ message: t.revoked(email) });
    },
    onError,
  });
  return (
    <tr>
      <td>
        <div className={styles.who}>
          <span className="medium">
            <EmailText email={email} />
          </span>
          <span className="soft small">
            <bdi>{t.by(invitation.invitedBy)}</bdi>
          </span>
        </div>
      </td>
      <td>{invitation.roles.map((role) => t.roles[role] ?? role).join(', ')}</td>
      <td className="hide-s">
        <StatusDot tone={isExpired ? 'warn' : 'open'} shape={isExpired ? 'diamond' : 'ring'}>
          {isExpired ? t.expired() : t.waiting()}
        </StatusDot>
      </td>
      <td className="soft nowrap hide-s">{isExpired ? '' : t.until(day(invitation.expiresAt))}</td>
      <td className="num">
        <Menu
          entries={[
            { label: t.resend(), icon: 'mail', onSelect: () => resend.mutate() },
            { label: t.revoke(), icon: 'undo', danger: true, onSelect: () => revoke.mutate() },
          ]}
        >
          {(trigger) => (
            <Button variant="quiet" size="small" {...trigger}>
              <Icon name="more" />
              <VisuallyHidden>{t.more(email)}</VisuallyHidden>
            </Button>
          )}
        </Menu>
      </td>
    </tr>
  );
}

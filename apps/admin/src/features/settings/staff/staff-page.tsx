import type { StaffMember } from '@backdesk/contract/staff/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { InvitationRow } from './invitation-row.tsx';
import { InvitePanel } from './invite-panel.tsx';
import { MemberRow } from './member-row.tsx';
import { RemoveMember } from './remove-member.tsx';
import { RequireSecondFactor } from './require-second-factor.tsx';
import { ResetSecondFactor } from './reset-second-factor.tsx';
import { SentInvitation } from './sent-invitation.tsx';
import styles from './staff-page.module.css';
import { invitationsQuery, staffQuery } from './staff-queries.ts';
import { t } from './texts.ts';

type Sent = { readonly email: string; readonly url: string };

/** Who works here, with the role that says what they may do, and who was asked. */
export function StaffPage() {
  const members = useQuery(staffQuery());
  const invitations = useQuery(invitationsQuery());
  const [isInviting, setInviting] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const [removing, setRemoving] = useState<StaffMember | null>(null);
  const [resetting, setResetting] = useState<StaffMember | null>(null);
  const failed = [members, invitations].find((query) => query.isError && !query.data);
  if (failed) return <LoadFailed error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!members.data || !invitations.data) return <SkeletonPage label={t.loading()} />;
  return (
    <Panel
      title={t.title()}
      actions={
        <Button size="small" icon="plus" onClick={() => setInviting(true)}>
          {t.invite()}
        </Button>
      }
    >
      <div className={styles.people}>
        <Table label={t.title()} edge>
          <thead>
            <tr>
              <th scope="col">{t.name()}</th>
              <th scope="col">{t.role()}</th>
              <th scope="col" className="hide-s">
                {t.state()}
              </th>
              <th scope="col" className="hide-s">
                {t.lastSeen()}
              </th>
              <th scope="col">
                <span className="vh">{t.more('')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.data.items.map((member) => (
              <MemberRow key={member.id} member={member} onRemove={() => setRemoving(member)} onResetFactor={() => setResetting(member)} />
            ))}
            {invitations.data.items.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} onSent={(email, url) => setSent({ email, url })} />
            ))}
          </tbody>
        </Table>
      </div>
      <RequireSecondFactor />
      {isInviting && (
        <InvitePanel
          onClose={() => setInviting(false)}
          onSent={(email, url) => {
            setInviting(false);
            setSent({ email, url });
          }}
        />
      )}
      {sent && <SentInvitation {...sent} onClose={() => setSent(null)} />}
      {resetting && <ResetSecondFactor member={resetting} onClose={() => setResetting(null)} />}
      {removing && <RemoveMember member={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  );
}

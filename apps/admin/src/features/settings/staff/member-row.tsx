import type { StaffMember } from '@backdesk/contract/staff/schema.ts';
import { isRoleName, roleNames } from '@backdesk/domain/staff/roles.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { StatusDot, Tag } from '@backdesk/ui/data/status-dot.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { Menu, type MenuEntry } from '@backdesk/ui/overlays/menu.tsx';
import { EmailText } from '@backdesk/ui/text/email-text.tsx';
import { VisuallyHidden } from '@backdesk/ui/text/visually-hidden.tsx';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import { useSession } from '../../../lib/session.tsx';
import styles from './staff-page.module.css';
import { t } from './texts.ts';
import { useStaffChange } from './use-staff-change.ts';

/** Somebody who works here: the role is changed in place, the rest behind More. */
export function MemberRow({ member, onRemove, onResetFactor }: { member: StaffMember; onRemove: () => void; onResetFactor: () => void }) {
  const { ago } = useFormat();
  const { staff } = useSession();
  const change = useStaffChange(member);
  const toast = useToast();
  const { name, abilities, active } = member;
  const endSessions = useMutation({
    mutationFn: () => api.endStaffSessions({ params: { id: member.id } }),
    onSuccess: ({ ended }) => toast.show({ message: t.sessionsEnded(name, ended) }),
    onError: (error) => toast.show({ tone: 'bad', message: sentenceOf(error) }),
  });
  const entries: MenuEntry[] = [
    { label: t.endSessions(), icon: 'sign-out', onSelect: () => endSessions.mutate() },
    ...(abilities.resetSecondFactor ? [{ label: t.resetFactor(), icon: 'key', onSelect: onResetFactor } as const] : []),
    active
      ? {
          label: t.deactivate(),
          icon: 'close',
          disabled: !abilities.leave,
          onSelect: () => change.mutate({ body: { active: false }, said: t.deactivatedNow(name), back: { active: true } }),
        }
      : {
          label: t.reactivate(),
          icon: 'check',
          onSelect: () => change.mutate({ body: { active: true }, said: t.reactivatedNow(name), back: { active: false } }),
        },
    { kind: 'rule' },
    { label: t.remove(), icon: 'trash', danger: true, disabled: !abilities.leave, onSelect: onRemove },
  ];
  return (
    <tr>
      <td>
        <div className={styles.who}>
          <span className="medium">
            <bdi>{name}</bdi> {member.id === staff.id && <Tag>{t.you()}</Tag>} {member.hasSecondFactor && <Tag tone="accent">{t.secondFactor()}</Tag>}
            {!active && (
              <span className={styles.narrow}>
                <Tag>{t.deactivated()}</Tag>
              </span>
            )}
          </span>
          <span className="soft small">
            <EmailText email={member.email} />
          </span>
        </div>
      </td>
      <td>
        <RoleField member={member} />
      </td>
      <td className="hide-s">
        <StatusDot tone={active ? 'good' : 'neutral'} shape={active ? 'full' : 'ring'}>
          {active ? t.active() : t.deactivated()}
        </StatusDot>
      </td>
      <td className="soft nowrap hide-s">{member.lastSeenAt === null ? t.never() : ago(member.lastSeenAt)}</td>
      <td className="num">
        <Menu entries={entries}>
          {(trigger) => (
            <Button variant="quiet" size="small" {...trigger}>
              <Icon name="more" />
              <VisuallyHidden>{t.more(name)}</VisuallyHidden>
            </Button>
          )}
        </Menu>
      </td>
    </tr>
  );
}

function RoleField({ member }: { member: StaffMember }) {
  const change = useStaffChange(member);
  const { roles, name, abilities } = member;
  const known = roles.filter(isRoleName);
  const value = roles.join(' ');
  // Who has several roles (by the API) keeps them until another is chosen.
  const own = roles.length === 1 ? [] : [{ value, label: roles.map((role) => t.roles[role] ?? role).join(', ') }];
  return (
    <Select
      label={t.roleOf(name)}
      hideLabel
      value={value}
      disabled={!abilities.leave || change.isPending}
      title={abilities.leave ? undefined : t.lastOwner()}
      options={[...own, ...roleNames.map((role) => ({ value: role, label: t.roles[role] ?? role }))]}
      onChange={(event) => {
        const role = event.target.value;
        if (isRoleName(role)) change.mutate({ body: { roles: [role] }, said: t.roleChanged(name, t.roles[role] ?? role), back: { roles: known } });
      }}
    />
  );
}

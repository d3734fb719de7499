import { ApiProblem } from '@backdesk/contract/client.ts';
import { isRoleName, type RoleName, roleNames } from '@backdesk/domain/staff/roles.ts';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { t } from './texts.ts';

/** Asks a colleague in: an address and a role. */
export function InvitePanel({ onClose, onSent }: { onClose: () => void; onSent: (email: string, url: string) => void }) {
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<RoleName>('sales');
  const [asked, setAsked] = useState(false);
  const invite = useMutation({
    mutationFn: () => api.createInvitation({ body: { email, roles: [role] } }),
    onSuccess: (made) => {
      void queryClient.invalidateQueries({ queryKey: ['staff', 'invitations'] });
      onSent(made.email, made.url);
    },
  });
  const isTaken = invite.error instanceof ApiProblem && invite.error.problem.code === 'staff.already_member';
  const refused = isTaken ? t.taken() : fieldErrorsOf(invite.error).email !== undefined ? t.emailMissing() : undefined;

  function send() {
    setAsked(true);
    if (email.trim() !== '') invite.mutate();
  }

  return (
    <SettingsPanel
      title={t.inviteTitle()}
      save={{ error: invite.error, isError: invite.isError && refused === undefined, isPending: invite.isPending, mutate: send }}
      saveLabel={t.send()}
      onClose={onClose}
    >
      <TextInput
        label={t.email()}
        help={t.emailHelp()}
        type="email"
        autoComplete="off"
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={asked && email.trim() === '' ? t.emailMissing() : refused}
      />
      <Select
        label={t.role()}
        help={t.roleHelp[role]}
        value={role}
        options={roleNames.map((name) => ({ value: name, label: t.roles[name] ?? name }))}
        onChange={(event) => isRoleName(event.target.value) && setRole(event.target.value)}
      />
    </SettingsPanel>
  );
}

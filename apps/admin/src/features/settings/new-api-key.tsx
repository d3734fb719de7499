import { isRoleName, type RoleName, roleNames } from '@backdesk/domain/staff/roles.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SaveFailed } from '../../components/save-failed.tsx';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { CopyOnce } from './copy-once.tsx';
import { t } from './texts.ts';

/** Makes a key and shows it, this once. */
export function NewApiKey({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<RoleName>('owner');
  const [days, setDays] = useState('365');
  const [asked, setAsked] = useState(false);
  const create = useMutation({
    mutationFn: () => api.createApiKey({ body: { name, roles: [role], expiresInDays: days === '' ? null : Number(days) } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  const made = create.data;
  if (made)
    return (
      <Dialog
        title={t.keyField(made.name)}
        onClose={onClose}
        actions={
          <Button variant="primary" onClick={onClose}>
            {t.done()}
          </Button>
        }
      >
        <InlineNotice tone="warn">{t.keyShown()}</InlineNotice>
        <CopyOnce text={made.key} label={t.copy()} />
      </Dialog>
    );
  return (
    <Dialog
      title={t.newKey()}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (name.trim() !== '') create.mutate();
      }}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" type="submit" busy={create.isPending}>
            {t.create()}
          </Button>
        </>
      }
    >
      {create.isError && <SaveFailed error={create.error} />}
      <TextInput
        label={t.keyName()}
        help={t.keyNameHelp()}
        autoFocus
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={asked && name.trim() === '' ? t.keyNameMissing() : fieldErrorsOf(create.error).name}
      />
      <Select
        label={t.keyRole()}
        help={t.keyRoleHelp()}
        value={role}
        options={roleNames.map((each) => ({ value: each, label: t.roleNames[each] ?? each }))}
        onChange={(event) => isRoleName(event.target.value) && setRole(event.target.value)}
      />
      <Select
        label={t.keyEnds()}
        value={days}
        options={['30', '90', '365', ''].map((each) => ({ value: each, label: t.keyDays(each) }))}
        onChange={(event) => setDays(event.target.value)}
      />
    </Dialog>
  );
}

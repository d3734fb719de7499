import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { NewPasswordField } from '../../../components/new-password-field.tsx';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { api } from '../../../lib/api.ts';
import { passwordError, refusedPassword } from '../../../lib/password-error.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { useSession } from '../../../lib/session.tsx';
import styles from './sign-in-settings.module.css';
import { t } from './texts.ts';

/** One's own password. It needs the one of now, so that a desk left open is no way in. */
export function ChangePassword() {
  const { staff } = useSession();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [asked, setAsked] = useState(false);
  const fault = passwordError(next, staff.email ?? '');
  const change = useMutation({
    mutationFn: () => api.changePassword({ body: { currentPassword: current, newPassword: next } }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      setAsked(false);
      void queryClient.invalidateQueries({ queryKey: ['sessions'] });
      toast.show({ message: t.changed() });
    },
  });
  const refused = fieldErrorsOf(change.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (current !== '' && fault === undefined && !change.isPending) change.mutate();
  }

  return (
    <Panel title={t.password()}>
      <form className={`stack ${styles.form}`} noValidate onSubmit={submit}>
        {change.isError && Object.keys(refused).length === 0 && <SaveFailed error={change.error} />}
        <input type="hidden" autoComplete="username" value={staff.email ?? ''} readOnly />
        <TextInput
          label={t.current()}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
          error={asked && current === '' ? t.currentMissing() : refused.currentPassword === undefined ? undefined : t.wrong()}
        />
        <NewPasswordField
          label={t.next()}
          email={staff.email ?? ''}
          value={next}
          onValue={setNext}
          error={(asked ? fault : undefined) ?? refusedPassword(refused.newPassword)}
        />
        <div>
          <Button type="submit" busy={change.isPending}>
            {t.change()}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

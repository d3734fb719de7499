import { ApiProblem } from '@backdesk/contract/client.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NewPasswordField } from '../../components/new-password-field.tsx';
import { api } from '../../lib/api.ts';
import { passwordError, refusedPassword } from '../../lib/password-error.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { DoorForm, DoorNotice, DoorWay } from './door-form.tsx';
import { t } from './texts.ts';

/** Behind the link of a mail: a new password. Opening it changes nothing. */
export function ResetPage({ token }: { token: string }) {
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const redeem = useMutation({
    mutationFn: () => api.redeemPasswordReset({ params: { token }, body: { password } }),
    onSuccess: () => queryClient.clear(),
  });

  function submit() {
    const error = passwordError(password, '');
    setFault(error);
    if (error === undefined) redeem.mutate();
  }

  if (redeem.isSuccess)
    return (
      <DoorNotice title={t.resetTitle()} tone="good" way={<DoorWay to="/login">{t.signIn()}</DoorWay>}>
        {t.resetDone()}
      </DoorNotice>
    );
  if (redeem.error instanceof ApiProblem && [404, 410].includes(redeem.error.problem.status))
    return (
      <DoorNotice title={t.resetGone()} tone="bad" way={<DoorWay to="/forgot">{t.askAgain()}</DoorWay>}>
        {t.resetGoneBody()}
      </DoorNotice>
    );
  return (
    <DoorForm title={t.resetTitle()} intro={t.resetBody()} error={redeem.error} submit={t.save()} busy={redeem.isPending} onSubmit={submit}>
      <NewPasswordField
        label={t.newPassword()}
        autoFocus
        email=""
        value={password}
        onValue={setPassword}
        error={fault ?? refusedPassword(fieldErrorsOf(redeem.error).password)}
      />
    </DoorForm>
  );
}

import { ApiProblem } from '@backdesk/contract/client.ts';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf, sentenceOf } from '../../lib/problem.ts';
import { Door } from './door.tsx';
import { passwordError } from './password-error.ts';
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
  const isGone = redeem.error instanceof ApiProblem && [404, 410].includes(redeem.error.problem.status);

  function submit(event: FormEvent) {
    event.preventDefault();
    const error = passwordError(password, '');
    setFault(error);
    if (error === undefined) redeem.mutate();
  }

  if (redeem.isSuccess)
    return (
      <Door title={t.resetTitle()}>
        <div className="stack">
          <InlineNotice tone="good" live="status">
            {t.resetDone()}
          </InlineNotice>
          <Link to="/login" className={buttonClass({ variant: 'primary', block: true })}>
            {t.signIn()}
          </Link>
        </div>
      </Door>
    );
  if (isGone)
    return (
      <Door title={t.resetGone()}>
        <div className="stack">
          <p role="alert">{t.resetGoneBody()}</p>
          <Link to="/forgot" className={buttonClass({ variant: 'primary', block: true })}>
            {t.askAgain()}
          </Link>
        </div>
      </Door>
    );
  const refused = fieldErrorsOf(redeem.error).password;
  return (
    <Door title={t.resetTitle()}>
      <form className="stack" noValidate onSubmit={submit}>
        <p className="soft">{t.resetBody()}</p>
        {redeem.isError && refused === undefined && (
          <InlineNotice tone="bad" live="alert">
            {sentenceOf(redeem.error)}
          </InlineNotice>
        )}
        <TextInput
          label={t.newPassword()}
          help={t.passwordHelp()}
          type="password"
          name="password"
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={fault ?? refused}
        />
        <Button variant="primary" type="submit" block busy={redeem.isPending}>
          {t.save()}
        </Button>
      </form>
    </Door>
  );
}

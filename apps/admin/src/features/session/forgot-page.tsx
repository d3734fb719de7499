import { ApiProblem } from '@backdesk/contract/client.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { Door } from './door.tsx';
import styles from './sign-in-page.module.css';
import { t } from './texts.ts';

/** Asks for the link to a new password. It says the same whether anybody has the address. */
export function ForgotPage() {
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState<string>();
  const ask = useMutation({ mutationFn: () => api.requestPasswordReset({ body: { email } }) });

  function submit(event: FormEvent) {
    event.preventDefault();
    const looksLikeOne = /^\S+@\S+\.\S+$/.test(email.trim());
    setFault(looksLikeOne ? undefined : t.emailMissing());
    if (looksLikeOne) ask.mutate();
  }

  const back = (
    <Link to="/login" className={styles.aside}>
      {t.back()}
    </Link>
  );
  if (ask.isSuccess)
    return (
      <Door title={t.linkSentTitle()}>
        <div className="stack">
          <InlineNotice tone="good" live="status">
            {t.linkSent(email.trim())}
          </InlineNotice>
          {back}
        </div>
      </Door>
    );
  return (
    <Door title={t.forgotTitle()}>
      <form className="stack" noValidate onSubmit={submit}>
        <p className="soft">{t.forgotBody()}</p>
        {ask.isError && (
          <InlineNotice tone="bad" live="alert">
            {ask.error instanceof ApiProblem && ask.error.problem.code === 'request.rate_limited' ? t.limited() : sentenceOf(ask.error)}
          </InlineNotice>
        )}
        <TextInput
          label={t.email()}
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={fault}
        />
        <Button variant="primary" type="submit" block busy={ask.isPending}>
          {t.sendLink()}
        </Button>
        {back}
      </form>
    </Door>
  );
}

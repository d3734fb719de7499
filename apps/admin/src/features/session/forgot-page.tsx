import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { DoorForm, DoorNotice } from './door-form.tsx';
import styles from './sign-in-page.module.css';
import { t } from './texts.ts';

/** Asks for the link to a new password. It says the same whether anybody has the address. */
export function ForgotPage() {
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState<string>();
  const ask = useMutation({ mutationFn: () => api.requestPasswordReset({ body: { email } }) });

  function submit() {
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
      <DoorNotice title={t.linkSentTitle()} tone="good" way={back}>
        {t.linkSent(email.trim())}
      </DoorNotice>
    );
  return (
    <DoorForm title={t.forgotTitle()} intro={t.forgotBody()} error={ask.error} submit={t.sendLink()} busy={ask.isPending} onSubmit={submit} aside={back}>
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
    </DoorForm>
  );
}

import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../lib/api.ts';
import { fieldErrorsOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import { DoorForm, DoorNotice, GuestsOnly } from './door-form.tsx';
import { t } from './texts.ts';

export function ForgotPage() {
  const { signIn } = useSession();
  const [email, setEmail] = useState('');
  const [isTried, setTried] = useState(false);
  const ask = useMutation({ mutationFn: () => api.requestSitePassword({ body: { email } }) });
  if (signIn === 'guest_only') return <GuestsOnly />;
  if (ask.isSuccess) return <DoorNotice title={t.sent()}>{t.resetSent(email)}</DoorNotice>;
  return (
    <DoorForm
      title={t.forgotTitle()}
      intro={t.forgotIntro()}
      error={ask.error}
      submit={t.send()}
      busy={ask.isPending}
      check={() => {
        setTried(true);
        return email.trim() !== '';
      }}
      onSubmit={() => ask.mutate()}
    >
      <TextInput
        label={t.email()}
        type="email"
        autoComplete="username"
        value={email}
        error={fieldErrorsOf(ask.error).email ?? (isTried && email.trim() === '' ? t.emailNeeded() : undefined)}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
    </DoorForm>
  );
}

import { ApiProblem } from '@backdesk/contract/client.ts';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api } from '../../lib/api.ts';
import { sessionQuery } from '../../lib/session.tsx';
import { DoorForm } from './door-form.tsx';
import styles from './sign-in-page.module.css';
import { t } from './texts.ts';

const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.problem.code : undefined);

/** Sign in, then back to the address that asked for it. Who has a second factor is asked for its code next. */
export function SignInPage({ returnTo }: { returnTo: string | undefined }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [remember, setRemember] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const signIn = useMutation({
    mutationFn: () => api.signIn({ body: { email, password, ...(asksCode && { code: code.trim(), rememberDevice: remember }) } }),
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery().queryKey, session);
      // Only an address of our own: anything else in ?to= is somebody's trick.
      const isOurs = returnTo?.startsWith('/') && !returnTo.startsWith('//') && !returnTo.startsWith('/login');
      if (isOurs) await router.navigate({ href: `${router.basepath}${returnTo}`.replace(/^\/admin\/admin/, '/admin'), replace: true });
      else await router.navigate({ to: '/orders/drafts', replace: true });
    },
    onError: (error) => {
      if (codeOf(error) === 'session.code_required') {
        setAsksCode(true);
        setAsked(false);
      } else field.current?.select();
    },
  });
  const error = codeOf(signIn.error) === 'session.code_required' ? null : signIn.error;
  const form = { submit: t.signIn(), busy: signIn.isPending, error, say: signInSentence };

  if (asksCode) {
    const isCode = code.trim().length >= 6;
    const restart = () => {
      signIn.reset();
      setAsksCode(false);
      setCode('');
    };
    return (
      <DoorForm
        {...form}
        key="code"
        title={t.codeTitle()}
        intro={t.codeBody()}
        onSubmit={() => {
          setAsked(true);
          if (isCode) signIn.mutate();
        }}
        aside={
          <button type="button" className={styles.aside} onClick={restart}>
            {t.back()}
          </button>
        }
      >
        <TextInput
          ref={field}
          label={t.code()}
          name="code"
          autoComplete="one-time-code"
          autoFocus
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          error={asked && !isCode ? t.codeMissing() : undefined}
        />
        <Checkbox label={t.remember()} checked={remember} onChange={(event) => setRemember(event.target.checked)} />
      </DoorForm>
    );
  }
  return (
    <DoorForm
      {...form}
      key="password"
      title={t.title()}
      hint={t.hint()}
      onSubmit={() => {
        setAsked(true);
        if (email.trim() !== '' && password !== '') signIn.mutate();
      }}
      aside={
        <Link to="/forgot" className={styles.aside}>
          {t.forgot()}
        </Link>
      }
    >
      <TextInput
        label={t.email()}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={asked && email.trim() === '' ? t.emailMissing() : undefined}
      />
      <TextInput
        ref={field}
        label={t.password()}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={asked && password === '' ? t.passwordMissing() : undefined}
      />
    </DoorForm>
  );
}

function signInSentence(error: Error): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const { code, status } = error.problem;
  if (code === 'session.wrong_code') return t.wrongCode();
  if (code === 'session.wrong_credentials' || status === 422) return t.wrong();
  return code === 'request.forbidden' ? t.noPlace() : undefined;
}

import { ApiProblem } from '@backdesk/contract/client.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { sessionQuery } from '../../lib/session.tsx';
import { Door } from './door.tsx';
import styles from './sign-in-page.module.css';
import { t } from './texts.ts';

/** Sign in, then back to the address that asked for it. */
export function SignInPage({ returnTo }: { returnTo: string | undefined }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);

  const signIn = useMutation({
    mutationFn: () => api.signIn({ body: { email, password } }),
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery().queryKey, session);
      // Only an address of our own: anything else in ?to= is somebody's trick.
      const isOurs = returnTo?.startsWith('/') && !returnTo.startsWith('//') && !returnTo.startsWith('/login');
      if (isOurs) await router.navigate({ href: `${router.basepath}${returnTo}`.replace(/^\/admin\/admin/, '/admin'), replace: true });
      else await router.navigate({ to: '/orders/drafts', replace: true });
    },
    onError: () => passwordField.current?.select(),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (email.trim() !== '' && password !== '') signIn.mutate();
  }

  return (
    <Door title={t.title()} hint={t.hint()}>
      <form className="stack" noValidate onSubmit={submit}>
        {signIn.isError && (
          <InlineNotice tone="bad" live="alert">
            {signInSentence(signIn.error)}
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
          error={asked && email.trim() === '' ? t.emailMissing() : undefined}
        />
        <TextInput
          ref={passwordField}
          label={t.password()}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={asked && password === '' ? t.passwordMissing() : undefined}
        />
        <Button variant="primary" type="submit" block busy={signIn.isPending}>
          {t.signIn()}
        </Button>
        <Link to="/forgot" className={styles.aside}>
          {t.forgot()}
        </Link>
      </form>
    </Door>
  );
}

function signInSentence(error: unknown): string {
  if (!(error instanceof ApiProblem)) return sentenceOf(error);
  const { code, status } = error.problem;
  if (code === 'session.wrong_credentials' || status === 422) return t.wrong();
  if (code === 'request.rate_limited') return t.limited();
  if (code === 'request.forbidden') return t.noPlace();
  return sentenceOf(error);
}

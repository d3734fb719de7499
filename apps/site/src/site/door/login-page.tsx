import type { SiteSession } from '@backdesk/contract/site/schema.ts';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../lib/api.ts';
import { useChangeVisitor, useSession } from '../lib/session.tsx';
import { DoorForm, GuestsOnly } from './door-form.tsx';
import { t } from './texts.ts';

export function LoginPage({ returnTo = '/' }: { returnTo: string | undefined }) {
  const { registration, signIn: mode } = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const router = useRouter();
  const changeVisitor = useChangeVisitor();
  const signIn = useMutation({
    mutationFn: () => api.signInToSite({ body: { email, password } }),
    onSuccess: async (session) => {
      await changeVisitor(session);
      router.history.push(returnTo);
    },
  });
  if (mode === 'guest_only') return <GuestsOnly />;
  return (
    <DoorForm
      title={t.signIn()}
      intro={whyAsked(mode, returnTo)}
      error={signIn.error}
      submit={t.signIn()}
      busy={signIn.isPending}
      check={() => {
        setTried(true);
        return email.trim() !== '' && password !== '';
      }}
      onSubmit={() => signIn.mutate()}
      ways={
        <>
          <Link to="/forgot">{t.forgot()}</Link>
          {registration !== 'none' && (
            <span>
              {t.noLogin()} <Link to="/register">{t.register()}</Link>
            </span>
          )}
        </>
      }
    >
      <TextInput
        label={t.email()}
        type="email"
        autoComplete="username"
        value={email}
        error={isTried && email.trim() === '' ? t.emailNeeded() : undefined}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label={t.password()}
        type="password"
        autoComplete="current-password"
        value={password}
        error={isTried && password === '' ? t.passwordNeeded() : undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </DoorForm>
  );
}

/** Who was sent here from a page reads why. */
function whyAsked(mode: SiteSession['signIn'], returnTo: string): string | undefined {
  if (mode === 'all_pages') return t.forPages();
  if (returnTo.startsWith('/checkout') && mode !== 'optional') return t.forCheckout();
  return mode === 'prices' && !returnTo.startsWith('/account') ? t.forPrices() : undefined;
}

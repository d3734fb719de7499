import { buttonClass } from '@backdesk/ui/actions/button.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadFailed } from '../components/page-states.tsx';
import { api } from '../lib/api.ts';
import { codeOf, fieldErrorsOf } from '../lib/problem.ts';
import { useChangeVisitor } from '../lib/session.tsx';
import { DoorForm, DoorNotice } from './door-form.tsx';
import { t } from './texts.ts';

/** Behind a mailed link: the address is proven by being here, and a password is chosen. */
export function PasswordPage({ token }: { token: string }) {
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const navigate = useNavigate();
  const changeVisitor = useChangeVisitor();
  const link = useQuery({
    queryKey: ['password-link', token],
    queryFn: ({ signal }) => api.openPasswordLink({ params: { token } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const use = useMutation({
    mutationFn: () => api.redeemPasswordLink({ params: { token }, body: { password } }),
    onSuccess: async (session) => {
      await changeVisitor(session);
      // Where they were before: at what they had put together.
      await (session.cartItems > 0 ? navigate({ to: '/cart' }) : navigate({ to: '/', search: {} }));
    },
  });
  if (codeOf(use.error) === 'site.not_approved') {
    return (
      <DoorNotice
        title={t.waiting()}
        way={
          <Link to="/" search={{}} className={buttonClass({})}>
            {t.toStore()}
          </Link>
        }
      >
        {t.waitingDetail()}
      </DoorNotice>
    );
  }
  if (link.isPending) return <SkeletonPage label={t.loading()} />;
  if (codeOf(link.error) === 'password_reset.gone' || codeOf(use.error) === 'password_reset.gone') {
    return (
      <DoorNotice
        title={t.choose()}
        way={
          <Link to="/forgot" className={buttonClass({})}>
            {t.another()}
          </Link>
        }
      >
        {t.gone()}
      </DoorNotice>
    );
  }
  if (link.data === undefined) return <LoadFailed error={link.error} onRetry={() => void link.refetch()} />;
  return (
    <DoorForm
      title={t.choose()}
      intro={t.chooseFor(link.data.email)}
      error={use.error}
      submit={t.go()}
      busy={use.isPending}
      check={() => {
        setTried(true);
        return password !== '';
      }}
      onSubmit={() => use.mutate()}
    >
      <input type="hidden" autoComplete="username" value={link.data.email} readOnly />
      <TextInput
        label={t.password()}
        type="password"
        autoComplete="new-password"
        help={t.chooseHelp()}
        value={password}
        error={fieldErrorsOf(use.error).password ?? (isTried && password === '' ? t.passwordNeeded() : undefined)}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </DoorForm>
  );
}

import type { OpenInvitation } from '@backdesk/contract/staff/schema.ts';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf, sentenceOf } from '../../lib/problem.ts';
import { Door } from './door.tsx';
import { passwordError } from './password-error.ts';
import { t } from './texts.ts';

/** Behind the link of an invitation. Opening it changes nothing; joining is a press. */
export function InvitePage({ token }: { token: string }) {
  const invitation = useQuery({
    queryKey: ['invite', token],
    queryFn: ({ signal }) => api.openInvitation({ params: { token } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (invitation.isError)
    return (
      <Door title={t.inviteGone()}>
        <p role="alert">{t.inviteGoneBody()}</p>
      </Door>
    );
  if (!invitation.data) return <SkeletonPage label={t.loading()} />;
  return <Joining token={token} invitation={invitation.data} />;
}

function Joining({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { accountName, email, hasSignIn, invitedBy } = invitation;
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState<{ name?: string | undefined; password?: string | undefined }>({});
  const join = useMutation({ mutationFn: () => api.acceptInvitation({ params: { token }, body: hasSignIn ? {} : { name, password } }) });
  const refused = { ...fieldErrorsOf(join.error), ...faults };

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = hasSignIn ? {} : { name: name.trim() === '' ? t.nameMissing() : undefined, password: passwordError(password, email) };
    setFaults(found);
    if (found.name === undefined && found.password === undefined) join.mutate();
  }

  if (join.isSuccess)
    return (
      <Door title={t.inviteTitle(accountName)}>
        <div className="stack">
          <InlineNotice tone="good" live="status">
            {t.joined(accountName)}
          </InlineNotice>
          <Link to="/login" className={buttonClass({ variant: 'primary', block: true })}>
            {t.signIn()}
          </Link>
        </div>
      </Door>
    );
  return (
    <Door title={t.inviteTitle(accountName)}>
      <form className="stack" noValidate onSubmit={submit}>
        <p className="soft" dir="auto">
          {t.inviteBody(invitedBy)} {hasSignIn && t.inviteKnown(email)}
        </p>
        {join.isError && Object.keys(fieldErrorsOf(join.error)).length === 0 && (
          <InlineNotice tone="bad" live="alert">
            {sentenceOf(join.error)}
          </InlineNotice>
        )}
        {!hasSignIn && (
          <>
            <TextInput label={t.email()} type="email" name="email" autoComplete="username" value={email} readOnly />
            <TextInput
              label={t.name()}
              name="name"
              autoComplete="name"
              autoFocus
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
              error={refused.name}
            />
            <TextInput
              label={t.choosePassword()}
              help={t.passwordHelp()}
              type="password"
              name="password"
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              error={refused.password}
            />
          </>
        )}
        <Button variant="primary" type="submit" block busy={join.isPending}>
          {t.join()}
        </Button>
      </form>
    </Door>
  );
}

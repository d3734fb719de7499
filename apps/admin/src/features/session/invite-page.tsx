import type { OpenInvitation } from '@backdesk/contract/staff/schema.ts';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NewPasswordField } from '../../components/new-password-field.tsx';
import { api } from '../../lib/api.ts';
import { passwordError, refusedPassword } from '../../lib/password-error.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { DoorForm, DoorNotice, DoorWay } from './door-form.tsx';
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
      <DoorNotice title={t.inviteGone()} tone="bad">
        {t.inviteGoneBody()}
      </DoorNotice>
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
  const refused = fieldErrorsOf(join.error);

  function submit() {
    const found = hasSignIn ? {} : { name: name.trim() === '' ? t.nameMissing() : undefined, password: passwordError(password, email) };
    setFaults(found);
    if (found.name === undefined && found.password === undefined) join.mutate();
  }

  if (join.isSuccess)
    return (
      <DoorNotice title={t.inviteTitle(accountName)} tone="good" way={<DoorWay to="/login">{t.signIn()}</DoorWay>}>
        {t.joined(accountName)}
      </DoorNotice>
    );
  const intro = hasSignIn ? `${t.inviteBody(invitedBy)} ${t.inviteKnown(email)}` : t.inviteBody(invitedBy);
  return (
    <DoorForm title={t.inviteTitle(accountName)} intro={intro} error={join.error} submit={t.join()} busy={join.isPending} onSubmit={submit}>
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
            error={faults.name ?? refused.name}
          />
          <NewPasswordField
            label={t.choosePassword()}
            email={email}
            value={password}
            onValue={setPassword}
            error={faults.password ?? refusedPassword(refused.password)}
          />
        </>
      )}
    </DoorForm>
  );
}

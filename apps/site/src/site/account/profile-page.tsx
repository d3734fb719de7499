import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { PageTitle } from '../components/page-title.tsx';
import { api } from '../lib/api.ts';
import { fieldErrorsOf, sentenceOf } from '../lib/problem.ts';
import { sessionQuery, useSession } from '../lib/session.tsx';
import styles from './account.module.css';
import { t } from './texts.ts';

/** Who one is here, and the password. */
export function ProfilePage() {
  return (
    <>
      <PageTitle>{t.title()}</PageTitle>
      <DetailsForm />
      <PasswordForm />
    </>
  );
}

function DetailsForm() {
  const { customer } = useSession();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState(customer?.name ?? '');
  const [phone, setPhone] = useState(customer?.phone ?? '');
  const save = useMutation({
    mutationFn: () => api.changeProfile({ body: { name: name.trim(), phone: phone.trim() } }),
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQuery().queryKey, session);
      toast.show({ message: t.kept() });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() !== '') save.mutate();
  }
  return (
    <form noValidate onSubmit={submit} className={`stack ${styles.form}`}>
      <h2>{t.profile()}</h2>
      <TextInput
        label={t.name()}
        autoComplete="name"
        maxLength={200}
        value={name}
        error={name.trim() === '' ? t.nameNeeded() : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput label={t.phone()} type="tel" autoComplete="tel" maxLength={60} value={phone} onChange={(event) => setPhone(event.currentTarget.value)} />
      <TextInput label={t.email()} value={customer?.email ?? ''} readOnly help={t.emailHelp()} />
      {customer?.company && <TextInput label={t.company()} value={customer.company} readOnly help={t.emailHelp()} />}
      {save.isError && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(save.error)}
        </InlineNotice>
      )}
      <p>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t.save()}
        </Button>
      </p>
    </form>
  );
}

function PasswordForm() {
  const toast = useToast();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useMutation({
    mutationFn: () => api.changeSitePassword({ body: { currentPassword, newPassword } }),
    onSuccess: () => {
      setCurrent('');
      setNew('');
      toast.show({ message: t.passwordChanged() });
    },
  });
  const errors = fieldErrorsOf(change.error);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (currentPassword !== '' && newPassword !== '') change.mutate();
  }
  return (
    <form noValidate onSubmit={submit} className={`stack ${styles.form}`}>
      <h2>{t.password()}</h2>
      <TextInput
        label={t.current()}
        type="password"
        autoComplete="current-password"
        value={currentPassword}
        error={errors.currentPassword}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <TextInput
        label={t.next()}
        type="password"
        autoComplete="new-password"
        help={t.nextHelp()}
        value={newPassword}
        error={errors.newPassword}
        onChange={(event) => setNew(event.currentTarget.value)}
      />
      {change.isError && Object.keys(errors).length === 0 && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(change.error)}
        </InlineNotice>
      )}
      <p>
        <Button type="submit" busy={change.isPending}>
          {t.changePassword()}
        </Button>
      </p>
    </form>
  );
}

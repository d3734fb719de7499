import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../lib/api.ts';
import { fieldErrorsOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import { DoorForm, DoorNotice } from './door-form.tsx';
import { t } from './texts.ts';

const nothing = { name: '', email: '', company: '', phone: '' };

export function RegisterPage() {
  const { registration } = useSession();
  const [person, setPerson] = useState(nothing);
  const [isTried, setTried] = useState(false);
  const register = useMutation({ mutationFn: () => api.registerCustomer({ body: person }) });
  if (registration === 'none') return <DoorNotice title={t.register()}>{t.registerOff()}</DoorNotice>;
  if (register.isSuccess) return <DoorNotice title={t.sent()}>{t.sentTo(person.email)}</DoorNotice>;
  const errors = fieldErrorsOf(register.error);
  const needed = { name: t.nameNeeded(), email: t.emailNeeded(), company: undefined, phone: undefined };
  const field = (name: keyof typeof nothing, complete: string) => ({
    value: person[name],
    autoComplete: complete,
    error: errors[name] ?? (isTried && person[name].trim() === '' ? needed[name] : undefined),
    onChange: (event: { currentTarget: { value: string } }) => setPerson({ ...person, [name]: event.currentTarget.value }),
  });
  return (
    <DoorForm
      title={t.register()}
      intro={registration === 'approval' ? t.approvalIntro() : t.registerIntro()}
      error={register.error}
      submit={t.register()}
      busy={register.isPending}
      check={() => {
        setTried(true);
        return person.name.trim() !== '' && person.email.trim() !== '';
      }}
      onSubmit={() => register.mutate()}
      ways={
        <span>
          {t.registered()}{' '}
          <Link to="/login" search={{}}>
            {t.signIn()}
          </Link>
        </span>
      }
    >
      <TextInput label={t.name()} maxLength={200} {...field('name', 'name')} />
      <TextInput label={t.email()} type="email" {...field('email', 'email')} />
      <TextInput label={t.company()} mark={t.optional()} maxLength={200} {...field('company', 'organization')} />
      <TextInput label={t.phone()} mark={t.optional()} type="tel" maxLength={60} {...field('phone', 'tel')} />
    </DoorForm>
  );
}

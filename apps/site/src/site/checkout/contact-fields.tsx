import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Link } from '@tanstack/react-router';
import { useSession } from '../lib/session.tsx';
import styles from './checkout-page.module.css';
import { t } from './texts.ts';

export type Contact = { readonly name: string; readonly email: string; readonly phone: string; readonly company: string };
export type ContactErrors = Partial<Record<keyof Contact, string>>;

export function contactErrors({ name, email }: Contact): ContactErrors {
  return {
    ...(name.trim() === '' && { name: t.nameNeeded() }),
    ...(!/^\S+@\S+\.\S+$/.test(email.trim()) && { email: t.emailNeeded() }),
  };
}

/** Who a guest is. */
export function ContactFields({ value, onChange, errors }: { value: Contact; onChange: (contact: Contact) => void; errors: ContactErrors }) {
  const { signIn } = useSession();
  const field = (name: keyof Contact, complete: string) => ({
    value: value[name],
    error: errors[name],
    autoComplete: complete,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...value, [name]: event.currentTarget.value }),
  });
  return (
    <section className={styles.contact}>
      <div>
        <h2>{t.contact()}</h2>
        <p className="small soft">
          {t.contactDetail()}{' '}
          {signIn !== 'guest_only' && (
            <>
              {t.orSignIn()}{' '}
              <Link to="/login" search={{ to: '/checkout/shipping' }}>
                {t.signIn()}
              </Link>
            </>
          )}
        </p>
      </div>
      <div className={styles.pair}>
        <TextInput label={t.name()} maxLength={200} {...field('name', 'name')} />
        <TextInput label={t.email()} type="email" maxLength={254} {...field('email', 'email')} />
        <TextInput label={t.phone()} mark={t.optional()} type="tel" maxLength={60} {...field('phone', 'tel')} />
        <TextInput label={t.company()} mark={t.optional()} maxLength={200} {...field('company', 'organization')} />
      </div>
    </section>
  );
}

import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { PageTitle } from '../components/page-title.tsx';
import { codeOf, fieldErrorsOf, sentenceOf } from '../lib/problem.ts';
import styles from './door.module.css';
import { t } from './texts.ts';

type Props = {
  title: string;
  intro?: ReactNode;
  error: unknown;
  submit: string;
  busy: boolean;
  /** Whether all that is needed was typed. */
  check: () => boolean;
  onSubmit: () => void;
  children: ReactNode;
  ways?: ReactNode;
};

const sentences: Readonly<Record<string, () => string>> = {
  'session.wrong_credentials': t.wrong,
  'site.not_approved': t.notApproved,
  'request.rate_limited': t.limited,
  'site.sign_in_off': t.off,
  'site.registration_off': t.registerOff,
  'password_reset.gone': t.gone,
};

/** The one form of coming in: fields, one button, other ways below. */
export function DoorForm({ title, intro, error, submit, busy, check, onSubmit, children, ways }: Props) {
  const form = useRef<HTMLFormElement>(null);
  function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (check()) onSubmit();
    else setTimeout(() => focusFirstInvalid(form.current));
  }
  const isOfField = Object.keys(fieldErrorsOf(error)).length > 0;
  return (
    <div className={styles.door}>
      <PageTitle sub={intro}>{title}</PageTitle>
      <form ref={form} className="stack" noValidate onSubmit={send}>
        {error !== null && !isOfField && (
          <InlineNotice tone="bad" live="alert">
            {sentences[codeOf(error) ?? '']?.() ?? sentenceOf(error)}
          </InlineNotice>
        )}
        {children}
        <Button type="submit" variant="primary" size="large" block busy={busy}>
          {submit}
        </Button>
      </form>
      {ways && <p className={styles.ways}>{ways}</p>}
    </div>
  );
}

/** What was done, and where to look next. */
export function DoorNotice({ title, children, way }: { title: string; children: string; way?: ReactNode }) {
  return (
    <div className={styles.door}>
      <PageTitle>{title}</PageTitle>
      <div className="stack">
        <p role="status">{children}</p>
        {way}
      </div>
    </div>
  );
}

/** Where a store has no sign-in at all. */
export function GuestsOnly() {
  return (
    <DoorNotice
      title={t.signIn()}
      way={
        <Link to="/" search={{}} className={buttonClass({})}>
          {t.toProducts()}
        </Link>
      }
    >
      {t.off()}
    </DoorNotice>
  );
}

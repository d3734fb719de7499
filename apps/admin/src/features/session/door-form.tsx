import { ApiProblem } from '@backdesk/contract/client.ts';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fieldErrorsOf, sentenceOf } from '../../lib/problem.ts';
import { Door } from './door.tsx';
import { t } from './texts.ts';

type DoorFormProps = {
  title: string;
  hint?: ReactNode;
  intro?: ReactNode;
  /** What went wrong with the whole of it; what belongs to a field is said there. */
  error: Error | null;
  /** How this form says it; else the sentence of the problem. */
  say?: ((error: Error) => string | undefined) | undefined;
  submit: string;
  busy: boolean;
  onSubmit: () => void;
  aside?: ReactNode;
  children?: ReactNode;
};

/** The one form of the doors: signing in, a forgotten password, a new one, an invitation. */
export function DoorForm({ title, hint, intro, error, say, submit, busy, onSubmit, aside, children }: DoorFormProps) {
  const isOfField = error !== null && say?.(error) === undefined && Object.keys(fieldErrorsOf(error)).length > 0;
  return (
    <Door title={title} hint={hint}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onSubmit();
        }}
      >
        {intro && (
          <p className="soft" dir="auto">
            {intro}
          </p>
        )}
        {error !== null && !isOfField && (
          <InlineNotice tone="bad" live="alert">
            {say?.(error) ?? doorSentence(error)}
          </InlineNotice>
        )}
        {children}
        <Button variant="primary" type="submit" block busy={busy}>
          {submit}
        </Button>
        {aside}
      </form>
    </Door>
  );
}

/** Behind a form that is done, or a link that is dead: what is so, and the way on. */
export function DoorNotice({ title, tone, children, way }: { title: string; tone: 'good' | 'bad'; children: string; way?: ReactNode }) {
  return (
    <Door title={title}>
      <div className="stack">
        {tone === 'good' ? (
          <InlineNotice tone="good" live="status">
            {children}
          </InlineNotice>
        ) : (
          <p role="alert">{children}</p>
        )}
        {way}
      </div>
    </Door>
  );
}

/** The way on from a notice, as large as the button of a form. */
export function DoorWay({ to, children }: { to: '/login' | '/forgot'; children: string }) {
  return (
    <Link to={to} className={buttonClass({ variant: 'primary', block: true })}>
      {children}
    </Link>
  );
}

function doorSentence(error: Error): string {
  return error instanceof ApiProblem && error.problem.code === 'request.rate_limited' ? t.limited() : sentenceOf(error);
}

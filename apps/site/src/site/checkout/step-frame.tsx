import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { refusalsOf, sentenceOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import styles from './checkout-page.module.css';
import { t } from './texts.ts';

type Props = {
  title: string;
  sub?: ReactNode;
  goLabel?: string;
  isBusy: boolean;
  error: unknown;
  canGo?: boolean;
  onGo: () => void;
  children: ReactNode;
};

/** A step of checkout: its form, and the way on. */
export function StepFrame({ title, sub, goLabel = t.go(), isBusy, error, canGo = true, onGo, children }: Props) {
  const { account } = useSession();
  const format = useFormat();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${account.name}`;
    heading.current?.focus({ preventScroll: true });
  }, [title, account.name]);
  const isAsked = useRef(false);
  useEffect(() => {
    if (!isAsked.current || isBusy) return;
    isAsked.current = false;
    focusFirstInvalid(form.current);
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy || !canGo) return;
    isAsked.current = true;
    onGo();
  }
  const refusals = refusalsOf(error);
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <div>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {sub && <p className="soft">{sub}</p>}
      </div>
      {children}
      {error !== null && error !== undefined && (
        <InlineNotice tone="bad" live="alert">
          {refusals.length === 0 ? sentenceOf(error) : refusals.map((refusal) => refusalText(refusal, format.number)).join('. ')}
        </InlineNotice>
      )}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" size="large" busy={isBusy} disabled={!canGo}>
          {goLabel}
        </Button>
        <Link to="/cart" className={buttonClass({ variant: 'quiet' })}>
          {t.toCart()}
        </Link>
      </div>
    </form>
  );
}

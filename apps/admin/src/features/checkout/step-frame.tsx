import { Button } from '@backdesk/ui/actions/button.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { commandKey, isGoOn } from '../../lib/command-key.ts';
import styles from './checkout-page.module.css';
import { t } from './texts.ts';

export type StepFrameProps = {
  title: string;
  sub?: ReactNode;
  children: ReactNode;
  goLabel: string;
  isBusy: boolean;
  canGo?: boolean;
  onGo: () => void;
  onReturn: () => void;
  onConvert: () => void;
};

/** A step of checkout: its form, and the three ways on, at the same place on each. */
export function StepFrame({ title, sub, children, goLabel, isBusy, canGo = true, onGo, onReturn, onConvert }: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!isGoOn(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      form.current?.requestSubmit();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
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
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.inner}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        {sub && <p className={styles.sub}>{sub}</p>}
        {children}
        <div className={styles.actions}>
          <Button type="submit" variant="primary" busy={isBusy} disabled={!canGo}>
            {goLabel} <Kbd className="hide-m">{`${commandKey} ↵`}</Kbd>
          </Button>
          <Button className="push" onClick={onReturn}>
            {t.back()}
          </Button>
          <Button onClick={onConvert}>{t.convert()}</Button>
        </div>
      </div>
    </form>
  );
}

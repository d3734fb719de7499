import { Button } from '@backdesk/ui/actions/button.tsx';
import { useWayKeys } from '@backdesk/ui/data/use-way-keys.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useCheckout } from './checkout-face.ts';
import styles from './checkout-form.module.css';
import { t } from './texts.ts';
import type { StepWay } from './use-step-ways.ts';

export type StepFrameProps = {
  title: string;
  sub?: ReactNode;
  children: ReactNode;
  goLabel?: string;
  isBusy: boolean;
  canGo?: boolean;
  /** What went wrong that no field says. */
  failed: string | null;
  onGo: (way: StepWay) => void;
  onLeave: (then: () => void) => void;
};

/** A step of checkout: its form, and the ways on, at the same place on each. */
export function StepFrame({ title, sub, children, goLabel = t.go(), isBusy, canGo = true, failed, onGo, onLeave }: StepFrameProps) {
  const { level, otherWays, goHint } = useCheckout();
  const Title = level === 1 ? 'h1' : 'h2';
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const isAsked = useRef(false);
  function go(way: StepWay) {
    if (isBusy || !canGo) return;
    isAsked.current = true;
    onGo(way);
  }
  useWayKeys(go);
  useEffect(() => {
    if (!isAsked.current || isBusy) return;
    isAsked.current = false;
    focusFirstInvalid(form.current);
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    go('next');
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.inner}>
        <Title ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </Title>
        {sub && <p className={styles.sub}>{sub}</p>}
        {children}
        {failed !== null && (
          <InlineNotice tone="bad" live="alert">
            {failed}
          </InlineNotice>
        )}
        <div className={styles.actions}>
          <Button type="submit" variant="primary" size={level === 1 ? 'large' : 'medium'} busy={isBusy} disabled={!canGo}>
            {goLabel} {goHint}
          </Button>
          {otherWays(onLeave)}
        </div>
      </div>
    </form>
  );
}

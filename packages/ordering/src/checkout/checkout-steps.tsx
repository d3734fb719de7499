import type { CheckoutStepJson } from '@backdesk/contract/order/checkout.ts';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import type { ReactNode } from 'react';
import styles from './checkout-steps.module.css';
import { whyStale } from './stale-reason.ts';
import type { StepName } from './step-name.ts';
import { t } from './texts.ts';

export type CheckoutStepsProps = {
  steps: readonly CheckoutStepJson[];
  currency: string;
  current: StepName;
  /** Wraps a step in a link of the face's router. */
  renderLink: (step: StepName, content: ReactNode, props: { className: string }) => ReactNode;
};

/** The four steps in a line, each with its state in a word: done, now, needs another look and why. */
export function CheckoutSteps({ steps, currency, current, renderLink }: CheckoutStepsProps) {
  const format = useFormat();
  return (
    <nav aria-label={t.stepsLabel()}>
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          <li key={step.name}>
            {renderLink(
              step.name,
              <>
                <span className={styles.badge} aria-hidden="true">
                  {step.state === 'done' && step.name !== 'finalize' ? <Icon name="check" /> : step.state === 'stale' ? '!' : at + 1}
                </span>
                <span className={styles.title}>{t.step[step.name]()}</span>
                <span className={styles.state}>{stateOf(step, step.name === current, format, currency)}</span>
              </>,
              { className: cx(styles.step, styles[step.state], step.name === current && styles.now) },
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function stateOf(step: CheckoutStepJson, isCurrent: boolean, format: Format, currency: string): string {
  const why = step.state === 'stale' ? whyStale(step, format, currency) : '';
  if (why !== '') return `${t.state.stale()}: ${why}`;
  // The last step is done only by the submission, which leaves the checkout. Once there, what the server finds open stands below.
  if (step.name === 'finalize' && step.state === 'done') return isCurrent ? t.lastLook() : t.ready();
  return t.state[step.state]();
}

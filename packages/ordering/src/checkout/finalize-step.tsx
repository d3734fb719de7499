import { ApiProblem } from '@backdesk/contract/client.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';
import { hasExpired } from '@backdesk/domain/estimate/expiry.ts';
import { ratesGoneText, type TotalToday, totalTodayText } from '@backdesk/domain/estimate/total-today.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { AdditionalInformation } from './additional-information.tsx';
import { useCheckout } from './checkout-face.ts';
import styles from './checkout-form.module.css';
import { OpenRefusals } from './open-refusals.tsx';
import { OrderReview } from './order-review.tsx';
import { StepFrame } from './step-frame.tsx';
import { t } from './texts.ts';
import { useStepWays } from './use-step-ways.ts';

type Moved = { readonly was: number; readonly now: number };
type Drifted = { readonly was: number; readonly today: TotalToday; readonly mayHonour: boolean };
type Money = Order['totals']['total'];

export type Submission = { readonly expectedTotal: Money; readonly drift?: 'honour'; readonly idempotencyKey: string };

export type FinalizeProps = {
  /** The total that whoever submits has seen. */
  readonly seenTotal: () => Money;
  /** Submits and leaves the page; throws what was said no with. */
  readonly submit: (submission: Submission) => Promise<void>;
  /** The order is another by now: it is read again. */
  readonly reload: () => Promise<void>;
  readonly sentenceOf: (error: unknown) => string;
  /** What of it was filled in as usual on the way here, in words. */
  readonly filled?: readonly string[];
  /** What the face says above the rest. */
  readonly lead?: ReactNode;
};

/** Until when the prices of an accepted estimate held; null: nothing was accepted, or they still hold. */
function lockThatEnded({ stage, estimate }: Order): string | null {
  const newest = stage === 'estimate' ? estimate?.revisions.find(({ revision }) => revision === estimate.revision) : undefined;
  const isAccepted = newest?.status === 'accepted' || newest?.status === 'accepted_in_part';
  return newest !== undefined && isAccepted && hasExpired(newest.lockUntil, new Date()) ? newest.lockUntil : null;
}

/** What an accepted estimate comes to by now, out of the refusal to submit it; null: it does not say. */
function driftedIn(detail: NonNullable<RefusalJson['detail']>): Drifted | null {
  const { acceptedAmount: was, totalAmount: amount, mayHonour, rateGone, nearestRate, nearestAmount } = detail;
  if (typeof was !== 'number' || typeof amount !== 'number') return null;
  const nearest = typeof nearestRate === 'string' && typeof nearestAmount === 'number' ? { name: nearestRate, amount: nearestAmount } : null;
  const ratesGone = typeof rateGone === 'string' ? [{ name: rateGone, nearest }] : [];
  return { was, today: { amount, ratesGone }, mayHonour: mayHonour === true };
}

/** Everything once more to read, what is still open with the way to mend it, and the one button. */
export function FinalizeStep({ seenTotal, submit, reload, sentenceOf, filled = [], lead }: FinalizeProps) {
  const { order, settled, typing, maySubmit, words, link } = useCheckout();
  const format = useFormat();
  const [refusals, setRefusals] = useState<readonly RefusalJson[]>([]);
  const [moved, setMoved] = useState<Moved | null>(null);
  const [drifted, setDrifted] = useState<Drifted | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  // The button stands a long way below: a no that nobody sees is a button that does nothing.
  const verdict = useRef<HTMLDivElement>(null);
  const asked = useRef<Element | null>(null);
  useEffect(() => {
    if (refusals.length === 0 && moved === null && drifted === null) return;
    // Who has gone on to mend it meanwhile keeps the keyboard.
    const now = document.activeElement;
    if (now === asked.current || now === document.body) verdict.current?.focus();
  }, [refusals, moved, drifted]);
  // One submission, however often the button is pressed or the answer lost.
  const [key, setKey] = useState(() => crypto.randomUUID());

  async function save() {
    typing.leave();
    await settled();
    return null;
  }
  const ways = useStepWays('finalize', save);

  async function send(drift?: 'honour') {
    asked.current = document.activeElement;
    setBusy(true);
    setFailed(null);
    await save();
    if (typing.isOpen()) {
      setFailed(t.typedOpen());
      setBusy(false);
      return;
    }
    try {
      const expectedTotal = moved === null ? seenTotal() : { amount: moved.now, currency: order.currency };
      await submit({ expectedTotal, idempotencyKey: key, ...(drift && { drift }) });
    } catch (error) {
      if (error instanceof ApiProblem) setKey(crypto.randomUUID());
      await explain(error);
      setBusy(false);
    }
  }

  async function explain(error: unknown) {
    const problem = error instanceof ApiProblem ? error.problem : null;
    if (problem?.code === 'order.moved') {
      const detail = problem.refusals?.at(0)?.detail ?? problem.detail ?? {};
      await reload();
      const { expectedAmount: was, totalAmount: now } = detail;
      if (typeof was === 'number' && typeof now === 'number') return setMoved({ was, now });
    }
    if (problem?.code === 'estimate.drifted') {
      const found = driftedIn(problem.refusals?.at(0)?.detail ?? {});
      if (found !== null) return setDrifted(found);
    }
    if (problem !== null && (problem.refusals?.length ?? 0) > 0) return setRefusals(problem.refusals as RefusalJson[]);
    setFailed(sentenceOf(error));
  }

  // What was refused at the last try, but for the fields that hold something by now.
  const still = refusals.filter(({ code, pointer }) => code !== 'fields.missing' || order.blockers.some((blocker) => blocker.pointer === pointer));
  const open = still.length > 0 ? still : order.blockers;
  const heldUntil = lockThatEnded(order);
  const money = (amount: number) => format.money({ amount, currency: order.currency });
  const gone = drifted === null ? '' : ratesGoneText(drifted.today, { amount: money });
  return (
    <StepFrame
      title={t.step.finalize()}
      {...(filled.length > 0 ? { sub: <span role="status">{t.filledAsUsual(filled)}</span> } : words.review() !== '' && { sub: words.review() })}
      goLabel={t.submit()}
      isBusy={isBusy || ways.isBusy}
      canGo={maySubmit}
      failed={failed ?? ways.failed}
      onGo={(way) => {
        if (way === 'next') void send();
      }}
      onLeave={(then) => void ways.leave(then)}
    >
      {lead}
      <div ref={verdict} tabIndex={-1} className={styles.verdict}>
        {open.length > 0 ? (
          <OpenRefusals refusals={open} isNews={still.length > 0} />
        ) : moved !== null || drifted !== null ? null : heldUntil !== null ? (
          <InlineNotice tone="open" title={t.heldUntil(format.day(heldUntil))}>
            {t.comparedNow()}
          </InlineNotice>
        ) : (
          <InlineNotice tone="good" title={t.readyHead()}>
            {words.ready(format.money(order.totals.total))}
          </InlineNotice>
        )}
        {moved !== null && (
          <InlineNotice tone="warn" live="alert" title={words.moved(money(moved.was), money(moved.now))}>
            {words.movedHelp()} {t.difference(money(moved.now - moved.was))}
          </InlineNotice>
        )}
        {drifted !== null && (
          <InlineNotice
            tone="warn"
            live="alert"
            title={t.drifted(money(drifted.was), totalTodayText(drifted.today, { amount: money }))}
            actions={
              <>
                {drifted.mayHonour && (
                  <Button size="small" onClick={() => void send('honour')}>
                    {t.honour(money(drifted.was))}
                  </Button>
                )}
                {link('lines', t.toLines())}
              </>
            }
          >
            {gone !== '' && `${gone}. `}
            {drifted.mayHonour ? t.driftAsk() : t.driftRequote()}
          </InlineNotice>
        )}
      </div>
      <OrderReview />
      <AdditionalInformation order={order} />
    </StepFrame>
  );
}

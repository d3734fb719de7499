import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { type AvailabilityNotice, checkAvailability } from '@backdesk/domain/estimate/availability.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useState } from 'react';
import { AcceptForm } from './accept-form.tsx';
import { ChangesForm } from './changes-form.tsx';
import { DeclineForm } from './decline-form.tsx';
import { texts } from './texts.ts';
import { type AskedOf, UndeliverableNotice } from './undeliverable-notice.tsx';
import type { Sent } from './use-answer.ts';
import type { Choosing } from './use-choices.ts';

export type AnswerProps = {
  readonly estimate: EstimatePage;
  readonly token: string;
  readonly choosing: Choosing;
  /** What is short or no longer sold of what is chosen. */
  readonly notices: readonly AvailabilityNotice[];
  readonly onSent: (sent: Sent) => Promise<void>;
};
export type AnswerFormProps = AnswerProps & {
  readonly onBack: () => void;
  /** Goes on to a request for changes with these comments as a start. */
  readonly onAsk: (comments: AskedOf) => void;
};

/** Three ways to answer; the one that is taken opens in place. */
export function EstimateAnswer(props: AnswerProps) {
  const format = useFormat();
  const [way, setWay] = useState<'accept' | 'changes' | 'decline' | null>(null);
  const [asked, setAsked] = useState<AskedOf>([]);
  const ask = (comments: AskedOf) => {
    setAsked(comments);
    setWay('changes');
  };
  const back = () => {
    setAsked([]);
    setWay(null);
  };
  const form = { ...props, onBack: back, onAsk: ask };
  if (way === 'accept') return <AcceptForm {...form} />;
  if (way === 'changes') return <ChangesForm {...form} start={asked} />;
  if (way === 'decline') return <DeclineForm {...form} />;
  const { choosing, estimate, notices } = props;
  const { uncovered } = choosing;
  const money = (amount: number) => format.money({ amount, currency: estimate.currency });
  const against = estimate.prices === null ? [] : checkAvailability(estimate.prices.policy, choosing.lines, notices);
  const isNothing = choosing.lines.every((line) => choosing.leftOut.has(line.parentLineId ?? line.id) || (line.optional && !line.chosen));
  const isBelowZero = !isNothing && uncovered === null && choosing.totals.total.amount < 0;
  return (
    <div className="estimate-ways">
      {choosing.wrong.size > 0 && <p className="small">{texts.quantityWrong}</p>}
      {against.length > 0 && <UndeliverableNotice estimate={estimate} lineIds={against.flatMap(({ lineId }) => lineId ?? [])} onAsk={ask} />}
      {isNothing && <p className="small">{texts.nothingTaken}</p>}
      {!isNothing && uncovered !== null && (
        <p className="small" role="status">
          <bdi>{texts.uncovered(uncovered.label, money(uncovered.discountAmount), money(uncovered.baseAmount))}</bdi>
        </p>
      )}
      {isBelowZero && (
        <p className="small" role="status">
          {texts.belowZero}
        </p>
      )}
      {estimate.needsReissue ? (
        <InlineNotice tone="warn" title={texts.needsReissue.title}>
          {texts.needsReissue.body(estimate.account.name)}
        </InlineNotice>
      ) : (
        <Button
          variant="primary"
          size="large"
          block
          disabled={isNothing || isBelowZero || uncovered !== null || choosing.wrong.size > 0}
          onClick={() => setWay('accept')}
        >
          {texts.accept}
        </Button>
      )}
      <div className="estimate-other-ways">
        <Button onClick={() => setWay('changes')}>{texts.requestChanges}</Button>
        <Button onClick={() => setWay('decline')}>{texts.decline}</Button>
      </div>
      {!estimate.needsReissue && <p className="small soft">{texts.whatAccepting}</p>}
    </div>
  );
}

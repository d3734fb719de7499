import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useState } from 'react';
import { AcceptForm } from './accept-form.tsx';
import { ChangesForm } from './changes-form.tsx';
import { DeclineForm } from './decline-form.tsx';
import { texts } from './texts.ts';
import type { Sent } from './use-answer.ts';
import type { Choosing } from './use-choices.ts';

export type AnswerProps = {
  readonly estimate: EstimatePage;
  readonly token: string;
  readonly choosing: Choosing;
  readonly onSent: (sent: Sent) => Promise<void>;
};
export type AnswerFormProps = AnswerProps & { readonly onBack: () => void };

/** Three ways to answer; the one that is taken opens in place. */
export function EstimateAnswer(props: AnswerProps) {
  const [way, setWay] = useState<'accept' | 'changes' | 'decline' | null>(null);
  const form = { ...props, onBack: () => setWay(null) };
  if (way === 'accept') return <AcceptForm {...form} />;
  if (way === 'changes') return <ChangesForm {...form} />;
  if (way === 'decline') return <DeclineForm {...form} />;
  const { choosing } = props;
  const isNothing = choosing.lines.every((line) => choosing.leftOut.has(line.parentLineId ?? line.id) || (line.optional && !line.chosen));
  return (
    <div className="estimate-ways">
      {choosing.wrong.size > 0 && <p className="small">{texts.quantityWrong}</p>}
      {isNothing && <p className="small">{texts.nothingTaken}</p>}
      <Button variant="primary" size="large" block disabled={isNothing || choosing.wrong.size > 0} onClick={() => setWay('accept')}>
        {texts.accept}
      </Button>
      <div className="estimate-other-ways">
        <Button onClick={() => setWay('changes')}>{texts.requestChanges}</Button>
        <Button onClick={() => setWay('decline')}>{texts.decline}</Button>
      </div>
      <p className="small soft">{texts.whatAccepting}</p>
    </div>
  );
}

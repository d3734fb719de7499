import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Rejection } from '@backdesk/ordering/editing/editor-state.ts';
import { LineAnswers } from '@backdesk/ordering/lines/line-answers.tsx';
import { MakeIt } from '@backdesk/ordering/lines/make-it.tsx';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { isOfQuantity, soldNear, soldNearRejected } from '@backdesk/ordering/lines/sold-near.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';
import { LineStock } from './line-stock.tsx';
import { LineMarginSays } from './order-margin.tsx';
import { t } from './texts.ts';

type LineSaysProps = { line: OrderLine; at: string; problem: string | null; rejection: Rejection | undefined };

/** Second lines of a line: notes, what a few more would save, what stands in the way, and what could not be saved. */
export function LineSays({ line, problem, rejection }: LineSaysProps) {
  const format = useFormat();
  const { editor, by, canEdit, openLine } = useDraft();
  const asksAnew = line.blockers.findLast(({ code }) => code.startsWith('line.configuration_'));
  const { hint } = line;
  const makeIt = (quantity: number) => (
    <MakeIt key={quantity} quantity={quantity} onTake={() => editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { quantity }, by })} />
  );
  return (
    <>
      <LineAnswers answers={line.answers} className={styles.sub} />
      {line.noteCustomer !== '' && (
        <span className={styles.sub} dir="auto">
          {line.noteCustomer}
        </span>
      )}
      {line.noteInternal !== '' && (
        <span className={styles.sub}>
          <span className="muted">{t.internal()}:</span> <span dir="auto">{line.noteInternal}</span>
        </span>
      )}
      {line.quantityBounds !== null && (
        <span className={styles.sub}>{t.customerTakes(format.number(line.quantityBounds.minimum), format.number(line.quantityBounds.maximum))}</span>
      )}
      {line.override !== null && line.override.reason !== '' && (
        <span className={styles.sub} dir="auto">
          “{line.override.reason}”
        </span>
      )}
      {hint !== null && hint.saves !== null && (
        <span className={styles.sub}>
          <span className={styles.hint}>
            <Icon name="trend-down" />
            {t.costLess(format.number(hint.quantity), format.money(hint.saves))}
          </span>
          {canEdit && makeIt(hint.quantity)}
        </span>
      )}
      <LineStock lineId={line.id} />
      <LineMarginSays lineId={line.id} currency={line.amount.currency} />
      {line.blockers.map((blocker) => (
        <span key={`${blocker.code} ${blocker.pointer}`} className={styles.sub}>
          <StatusDot tone="warn" shape="diamond">
            {refusalText(blocker, format.number)}
          </StatusDot>
          {canEdit && isOfQuantity(blocker) && soldNear(line, [blocker]).map(makeIt)}
          {canEdit && blocker === asksAnew && (
            <Button variant="link" size="small" onClick={() => openLine(line)}>
              {t.changeCustomization()}
            </Button>
          )}
        </span>
      ))}
      {problem !== null && (
        <span className={styles.bad} role="alert">
          {problem}
        </span>
      )}
      {rejection !== undefined && (
        <span className={styles.bad} role="alert">
          {t.notSaved(problemText(rejection.problem, format.number))}{' '}
          {canEdit &&
            soldNearRejected(rejection, line)
              .filter((quantity) => quantity !== line.quantity)
              .map((quantity) => <span key={quantity}>{makeIt(quantity)} </span>)}
          <Button variant="link" size="small" onClick={() => editor.dismiss(rejection.queued.id)}>
            {t.dismiss()}
          </Button>
        </span>
      )}
    </>
  );
}

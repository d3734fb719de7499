import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { onceAmount } from '@backdesk/domain/pricing/once-amount.ts';
import { LineAnswers } from '@backdesk/ordering/lines/line-answers.tsx';
import { lineMath, partMath } from '@backdesk/ordering/lines/line-math.ts';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { LineSays, lineSaysClass, ReadingLines } from '../../components/order-reading/reading-lines.tsx';
import { t } from './texts.ts';

/** The lines as they were ordered. */
export function OrderLines({ order: { lines, currency } }: { order: Order }) {
  const format = useFormat();
  return (
    <ReadingLines
      lines={lines}
      currency={currency}
      math={(line) => (line.partId === null ? lineMath(line, format) : partMath(line, format))}
      below={(line) => (
        <>
          <LineAnswers answers={line.answers} className={lineSaysClass} />
          <LineSays says={saidOf(line, format)} />
        </>
      )}
    />
  );
}

function saidOf(line: OrderLine, format: Format) {
  const once = onceAmount(line.upcharges.map(({ perLine }) => ({ perLine: perLine.amount })));
  return [
    line.override && t.setPrice(line.override.by),
    line.override?.reason,
    line.discountAmount.amount > 0 && t.lineDiscount(format.money(line.discountAmount)),
    once !== 0 && t.once(format.money({ amount: once, currency: line.amount.currency })),
    line.noteCustomer,
  ];
}

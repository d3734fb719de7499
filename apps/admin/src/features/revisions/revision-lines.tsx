import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { LineSays, ReadingLines } from '../../components/order-reading/reading-lines.tsx';
import { t } from './texts.ts';

type Line = EstimateContent['lines'][number];

/** The lines as they were frozen, or as they were accepted. */
export function RevisionLines({ content: { lines, currency } }: { content: EstimateContent }) {
  const format = useFormat();
  return (
    <ReadingLines
      lines={lines}
      currency={currency}
      below={(line) => <LineSays says={saidOf(line, format)} />}
      math={(line) => mathOf(line, currency, format)}
    />
  );
}

/** "48 × 15.65" */
function mathOf(line: Line, currency: string, format: Format): string {
  const { quantity } = line;
  const { unitPrice } = shownFigures(line);
  return unitPrice === null ? '' : `${format.number(quantity)} × ${format.unitPrice(unitPrice, currency, { show: 'plain' })}`;
}

function saidOf({ quantityBounds: bounds, choiceGroup, discountAmount, onceAmount, answers, note }: Line, format: Format) {
  return [
    ...answers.map(({ name, value }) => `${name}: ${value}`),
    choiceGroup !== null && t.oneOf(choiceGroup),
    bounds !== null && t.bounds(format.number(bounds.minimum), format.number(bounds.maximum)),
    discountAmount.amount !== 0 && t.off(format.money(discountAmount)),
    onceAmount.amount !== 0 && t.once(format.money(onceAmount)),
    note,
  ];
}

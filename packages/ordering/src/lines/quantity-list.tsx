import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { isSoldByBreaks } from '@backdesk/domain/pricing/quantity-rules.ts';
import type { PricedFiguresProps } from '@backdesk/ui/forms/priced-figures.tsx';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { soldIn, type Within } from './sold-in.ts';
import { t } from './texts.ts';

// Few products are sold so: the list comes behind the page. Where it does not come the quantity is typed.
const nothing = (_: PricedFiguresProps): ReactNode => null;
const PricedFigures = lazy<ComponentType<PricedFiguresProps>>(() =>
  import('@backdesk/ui/forms/priced-figures.tsx').then(
    ({ PricedFigures: list }) => ({ default: list }),
    () => ({ default: nothing }),
  ),
);

type QuantityListProps = {
  line: OrderLine;
  /** All lines of its order, as of now: those of its break group count with it. */
  linesNow: () => readonly OrderLine[];
  /** The customer may take from so many to so many. */
  within?: Within;
  isInGrid?: boolean;
};

/** At the field of a quantity: what may be ordered of a line that is sold in fixed quantities only, with what a piece costs then. */
export function QuantityList({ line, linesNow, within, isInGrid = false }: QuantityListProps) {
  if (!isSoldByBreaks(line)) return null;
  const choices = () => soldIn(line, linesNow(), within);
  return (
    <Suspense fallback={null}>
      <PricedFigures label={t.soldQuantities()} each={t.eachPrice} currency={line.amount.currency} choices={choices} isInGrid={isInGrid} />
    </Suspense>
  );
}

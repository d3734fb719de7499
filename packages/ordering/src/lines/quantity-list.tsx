import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { isSoldByBreaks } from '@backdesk/domain/pricing/quantity-rules.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import type { FigureListProps } from '@backdesk/ui/forms/figure-list.tsx';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { priceAt } from '../editing/price-at.ts';
import { soldIn, type Within } from './sold-in.ts';
import { t } from './texts.ts';

// Few products are sold so: the list comes behind the page. Where it does not come the quantity is typed.
const nothing = (_: FigureListProps): ReactNode => null;
const FigureList = lazy<ComponentType<FigureListProps>>(() =>
  import('@backdesk/ui/forms/figure-list.tsx').then(
    ({ FigureList: list }) => ({ default: list }),
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
  const format = useFormat();
  if (!isSoldByBreaks(line)) return null;
  const choices = () =>
    soldIn(line, linesNow(), within).map(({ quantity, groupQuantity }) => {
      const price = priceAt(line, groupQuantity)?.unitPrice ?? null;
      return { figure: quantity, ...(price !== null && { detail: t.eachPrice(format.unitPrice(price, line.amount.currency)) }) };
    });
  return (
    <Suspense fallback={null}>
      <FigureList label={t.soldQuantities()} choices={choices} isInGrid={isInGrid} />
    </Suspense>
  );
}

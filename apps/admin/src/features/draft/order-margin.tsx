import { earningLinesOf } from '@backdesk/contract/order/earning-lines.ts';
import type { OrderMarginJson } from '@backdesk/contract/order/margin.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { type LineMargin, type OrderMargin, orderMargin } from '@backdesk/domain/pricing/margin.ts';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useDeferredValue, useMemo } from 'react';
import { orderMarginQuery } from '../../lib/order-margin-query.ts';
import { useMay } from '../../lib/session.tsx';
import { variantsOf } from '../../lib/variants-of.ts';
import styles from './draft-page.module.css';
import grid from './line-grid.module.css';
import { t } from './texts.ts';

type Known = { readonly margin: OrderMargin; readonly byLine: ReadonlyMap<string, LineMargin> };

const OrderMarginContext = createContext<Known | null>(null);

/** What is earned, as the figures stand on the screen: it moves with the keystroke, behind the total. Nothing for who may not see costs. */
export function OrderMarginProvider({ order, saved, children }: { order: Order; saved: Order; children: ReactNode }) {
  const mayRead = useMay('cost:read');
  const variants = variantsOf(saved.lines);
  const { data } = useQuery({ ...orderMarginQuery(order.id, variants), enabled: mayRead && variants !== '' });
  const drawn = useDeferredValue(order);
  const margin = useMemo(() => (data === undefined ? null : marginOf(drawn, data)), [drawn, data]);
  return <OrderMarginContext value={margin}>{children}</OrderMarginContext>;
}

function marginOf(order: Order, { costs, leastMarginPpm }: OrderMarginJson): Known {
  const costOf = new Map(costs.map(({ variantId, unitCost }) => [variantId, unitCost]));
  const earning = earningLinesOf(order, ({ variantId, kind, typedUnitPrice }) =>
    // A bundle that costs what its parts cost has its cost there too.
    kind === 'bundle' && typedUnitPrice !== null ? '0' : variantId === null ? null : (costOf.get(variantId) ?? null),
  );
  const margin = orderMargin(earning, order.currency, leastMarginPpm);
  return { margin, byLine: new Map(margin.lines.map((line) => [line.lineId, line])) };
}

function useLineMargin(lineId: string): LineMargin | undefined {
  return useContext(OrderMarginContext)?.byLine.get(lineId);
}

const roughly = (ppm: number) => Math.round(ppm / 1000) * 1000;

/** Below the totals: what is earned by the goods whose cost is known, and how many lines are without one. */
export function MarginTotal({ order }: { order: Order }) {
  const format = useFormat();
  const known = useContext(OrderMarginContext);
  if (known?.margin.total == null) return null;
  const { total, withoutCost } = known.margin;
  const amount = format.money({ amount: total.marginAmount, currency: order.currency });
  return (
    <dl className={styles.margin}>
      <dt>{t.margin()}</dt>
      <dd className={total.marginAmount < 0 ? 'late' : undefined}>
        {total.marginPpm === null ? amount : t.marginOf(amount, format.percent(roughly(total.marginPpm)))}
      </dd>
      {withoutCost > 0 && <dd className={styles.fine}>{t.withoutCost(withoutCost, format.number(withoutCost))}</dd>}
    </dl>
  );
}

/** "Below cost: −$12.00". Nothing while enough is earned. */
export function LineMarginSays({ lineId, currency }: { lineId: string; currency: string }) {
  const format = useFormat();
  const margin = useLineMargin(lineId);
  if (margin === undefined || margin.below === null) return null;
  const amount = format.money({ amount: margin.marginAmount, currency });
  const percent = margin.marginPpm === null ? '' : format.percent(roughly(margin.marginPpm));
  return (
    <span className={grid.sub}>
      <StatusDot tone="warn" shape="diamond">
        {margin.below === 'cost' ? t.belowCost(amount) : t.belowFloor(amount, percent)}
      </StatusDot>
    </span>
  );
}

/** In the explanation of a line: what it costs and earns. */
export function useLineCost(lineId: string, currency: string): { readonly cost: string; readonly margin: string } | null {
  const margin = useLineMargin(lineId);
  const format = useFormat();
  if (margin === undefined) return null;
  const money = (amount: number) => format.money({ amount, currency }, { show: 'plain' });
  const { costAmount, marginAmount, marginPpm } = margin;
  return { cost: money(costAmount), margin: marginPpm === null ? money(marginAmount) : t.marginOf(money(marginAmount), format.percent(roughly(marginPpm))) };
}

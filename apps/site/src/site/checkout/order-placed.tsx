import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { OrderSummary } from '@backdesk/ordering/summary/order-summary.tsx';
import { buttonClass } from '@backdesk/ui/actions/button.tsx';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { PageTitle } from '../components/page-title.tsx';
import { asOrder } from '../lib/as-order.ts';
import { useSession } from '../lib/session.tsx';
import { t } from './texts.ts';

/** The order is in: its number, and where to find it again. */
export function OrderPlaced({ order }: { order: SiteOrder }) {
  const { customer } = useSession();
  const number = order.orderNumber ?? String(order.number ?? '');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} style={{ maxWidth: 620 }}>
      <PageTitle sub={t.placedDetail(order.contact?.email ?? '')}>{order.stage === 'pending' ? t.placedPending(number) : t.placed(number)}</PageTitle>
      <div className="stack">
        <OrderSummary order={asOrder(order)} />
        <p className="row row--wrap">
          {customer !== null && (
            <Link to="/account/orders" className={buttonClass({ variant: 'primary' })}>
              {t.toOrders()}
            </Link>
          )}
          <Link to="/" search={{}} className={buttonClass({})}>
            {t.toProducts()}
          </Link>
        </p>
      </div>
    </div>
  );
}

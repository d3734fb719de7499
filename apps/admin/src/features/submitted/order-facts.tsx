import type { Order } from '@backdesk/contract/order/order.ts';
import { fulfilmentStanding } from '@backdesk/domain/fulfilment/pickup-status.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { EstimateLinksDialog } from '../../components/estimate-links/estimate-links-dialog.tsx';
import { t as links } from '../../components/estimate-links/texts.ts';
import { useMay } from '../../lib/session.tsx';
import styles from './submitted-order-page.module.css';
import { t } from './texts.ts';

/** How it is paid, where it stands, what it refers to. */
export function OrderFacts({ order }: { order: Order }) {
  const { date } = useFormat();
  const standing = fulfilmentStanding(order);
  const isPickup = order.shipping.shipments.every(({ kind }) => kind === 'pickup');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t.payment(), order.payment && t.paymentMethods[order.payment.method]],
    [t.paymentTerms(), order.paymentTerms?.terms],
    [t.po(), order.poNumber],
    [t.paymentStatus(), t.paymentStates[order.paymentStatus]],
    [isPickup ? t.pickup() : t.fulfilment(), isPickup && standing === 'unshipped' ? t.notReady() : t.fulfilmentStates[standing]],
    [t.estimate(), order.estimate && <EstimateLink key="estimate" order={order} revision={order.estimate.revision} />],
    [t.due(), order.dueOn && date(order.dueOn)],
    [t.owner(), order.owner?.name],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi className={cx(term === t.po() && 'tnum')}>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

function EstimateLink({ order, revision }: { order: Order; revision: number }) {
  const maySend = useMay('estimate:send');
  const [showsLinks, setShowsLinks] = useState(false);
  return (
    <>
      <Link to="/orders/$orderId/estimates/$revision" params={{ orderId: order.id, revision: String(revision) }}>
        {`${order.number ?? ''} r${revision}`}
      </Link>{' '}
      {maySend && (
        <Button size="small" variant="link" onClick={() => setShowsLinks(true)}>
          {links.open()}
        </Button>
      )}
      {showsLinks && <EstimateLinksDialog order={order} onClose={() => setShowsLinks(false)} />}
    </>
  );
}

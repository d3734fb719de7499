import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { AddressLines } from '@backdesk/ordering/address/address-lines.tsx';
import { OrderTotals } from '@backdesk/ordering/summary/order-totals.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { CartLines } from '../cart/cart-lines.tsx';
import { LoadFailed, NotFound } from '../components/page-states.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { api } from '../lib/api.ts';
import { asOrder } from '../lib/as-order.ts';
import { isNotFound } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import styles from './account.module.css';
import { RepeatButton } from './repeat-button.tsx';
import { standingOf } from './standing-of.ts';
import { t } from './texts.ts';

export function OrderPage({ id }: { id: string }) {
  const found = useQuery({ queryKey: ['orders', id], queryFn: ({ signal }) => api.getSiteOrder({ params: { id } }, { signal }) });
  if (found.isPending) return <SkeletonPage label={t.loading()} />;
  if (isNotFound(found.error)) return <NotFound />;
  if (found.data === undefined) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  return <OneOrder order={found.data} />;
}

/** An order as it was submitted, to read. */
function OneOrder({ order }: { order: SiteOrder }) {
  const format = useFormat();
  const { account } = useSession();
  const shown = useMemo(() => asOrder(order), [order]);
  const number = order.orderNumber ?? String(order.number ?? '');
  const stage = standingOf(order);
  const [shipment] = order.shipping.shipments;
  const methods = [...new Set(order.shipping.shipments.flatMap(({ method }) => method?.name ?? []))];
  const billing = order.billing.sameAsShipping ? (shipment?.address ?? null) : order.billing.address;
  return (
    <>
      <p>
        <Link to="/account/orders">{t.orders()}</Link>
      </p>
      <PageTitle sub={[order.submittedAt === null ? '' : t.placedOn(format.dateTime(order.submittedAt)), stage].filter(Boolean).join(' · ')}>
        {t.order(number)}
      </PageTitle>
      {order.ending !== null && (
        <div className={styles.ended}>
          <InlineNotice tone="bad" title={t.endedOn(stage, format.day(order.ending.at))}>
            {order.ending.told !== '' && <p dir="auto">{order.ending.told}</p>}
          </InlineNotice>
        </div>
      )}
      <div className={styles.parts}>
        {order.shipping.shipments.map(({ id, kind, address, pickupPlace }) => {
          if (address === null) return null;
          return (
            <Part key={id} title={kind === 'pickup' ? t.pickupAt() : t.shippingTo()}>
              {pickupPlace !== null && <p dir="auto">{pickupPlace.name}</p>}
              <AddressLines address={address} homeCountry={account.country} />
              {pickupPlace !== null && pickupPlace.hours !== '' && (
                <p className="soft" dir="auto">
                  {pickupPlace.hours}
                </p>
              )}
            </Part>
          );
        })}
        {billing && (
          <Part title={t.bill()}>
            <AddressLines address={billing} homeCountry={account.country} />
          </Part>
        )}
        {methods.length > 0 && (
          <Part title={t.method()}>
            <p>{methods.join(', ')}</p>
          </Part>
        )}
        {order.payment !== null && (
          <Part title={t.payment()}>
            <p>{order.payment.method === 'open_account' ? t.openAccount() : t.purchaseOrder(order.payment.poNumber ?? '')}</p>
          </Part>
        )}
        {order.fulfilments.map(({ id, kind, shippedOn, fetchedOn, carrier, trackingNumber, trackingUrl, lines }) => (
          <Part key={id} title={kind === 'ship' ? t.shipped() : fetchedOn === null ? t.readyForPickup() : t.pickedUp()}>
            <p>{t.shippedOn(format.date(fetchedOn ?? shippedOn), piecesIn(lines, format.number))}</p>
            {carrier + trackingNumber !== '' && (
              <p>
                <bdi>{[carrier, trackingNumber].filter(Boolean).join(' ')}</bdi>
              </p>
            )}
            {trackingUrl !== '' && (
              <p>
                <a href={trackingUrl} target="_blank" rel="noreferrer">
                  {t.follow()}
                </a>
              </p>
            )}
          </Part>
        ))}
        {order.noteCustomer !== '' && (
          <Part title={t.note()}>
            <p dir="auto">{order.noteCustomer}</p>
          </Part>
        )}
      </div>
      <div className={styles.two}>
        <CartLines lines={order.lines} />
        <aside className={styles.rail}>
          <OrderTotals order={shown} />
          <RepeatButton id={order.id} name={t.order(number)} />
        </aside>
      </div>
    </>
  );
}

function piecesIn(lines: SiteOrder['fulfilments'][number]['lines'], number: (value: number) => string): string {
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return t.items(pieces, number(pieces));
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

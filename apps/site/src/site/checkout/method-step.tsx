import { addressInOneLine } from '@backdesk/ordering/address/address-draft.ts';
import { ShippingMethods } from '@backdesk/ordering/checkout/shipping-methods.tsx';
import { whyStale } from '@backdesk/ordering/checkout/stale-reason.ts';
import { t as checkout } from '@backdesk/ordering/checkout/texts.ts';
import { staleMethodOf } from '@backdesk/ordering/summary/stale-method.ts';
import { buttonClass } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadFailed } from '../components/page-states.tsx';
import { api } from '../lib/api.ts';
import { useCartChange } from '../lib/cart.ts';
import styles from './checkout-page.module.css';
import { StepFrame } from './step-frame.tsx';
import type { StepProps } from './step-props.ts';
import { t } from './texts.ts';

/** Which way each shipment goes, at what it costs now; an old price that no longer holds is struck out. */
export function MethodStep({ cart, order }: StepProps) {
  const format = useFormat();
  const navigate = useNavigate();
  const sent = cart.shipping.shipments.filter(({ kind, lines }) => kind === 'ship' && lines?.length !== 0);
  const isAddressed = sent.length > 0 && sent.every(({ address }) => address !== null);
  const isNeeded = cart.checkout.steps.find(({ name }) => name === 'shipping-method')?.state !== 'not_needed';
  const stale = staleMethodOf(order);
  const rates = useQuery({
    queryKey: ['cart', 'rates', cart.id, cart.version],
    queryFn: ({ signal }) => api.listCartRates({}, { signal }),
    enabled: isNeeded && isAddressed,
    placeholderData: (before) => before,
  });
  const choose = useCartChange((body: { shipmentId: string; rateId: string }) => api.setCartMethod({ body }));
  // Shown at once; a mutation tells of itself a moment later, and the radio would jump back meanwhile.
  const [picked, setPicked] = useState<{ readonly shipmentId: string; readonly rateId: string } | null>(null);
  const [isTried, setTried] = useState(false);
  const chosenOf = ({ method, amount }: (typeof sent)[number]) => (stale === null || amount !== null ? (method?.rateId ?? null) : null);
  const isComplete = sent.every((shipment) => chosenOf(shipment) !== null || (shipment.method !== null && shipment.method.rateId === null));
  const [first] = sent;
  return (
    <StepFrame
      title={checkout.step['shipping-method']()}
      sub={
        first?.address && (
          <>
            {t.to(addressInOneLine(first.address))} ·{' '}
            <Link to="/checkout/$step" params={{ step: 'shipping' }}>
              {t.change()}
            </Link>
          </>
        )
      }
      isBusy={choose.isPending}
      error={choose.error}
      onGo={() => {
        setTried(true);
        if (isComplete || !isNeeded) void navigate({ to: '/checkout/$step', params: { step: 'billing' } });
      }}
    >
      {!isNeeded && <InlineNotice tone="info">{cart.shipping.shipments.some(({ kind }) => kind === 'pickup') ? t.fetched() : t.nothingShips()}</InlineNotice>}
      {isNeeded && !isAddressed && (
        <InlineNotice
          tone="warn"
          actions={
            <Link to="/checkout/$step" params={{ step: 'shipping' }} className={buttonClass({})}>
              {t.toShipping()}
            </Link>
          }
        >
          {t.noAddress()}
        </InlineNotice>
      )}
      {stale !== null && (
        <InlineNotice tone="warn" title={checkout.pickAgain(whyStale(stale.step, format, order.currency))}>
          {checkout.pickAgainDetail(stale.name)} <span className="was">{format.money(stale.was)}</span>
        </InlineNotice>
      )}
      {isNeeded && isAddressed && rates.isPending && <Skeleton />}
      {rates.isError && rates.data === undefined && <LoadFailed error={rates.error} onRetry={() => void rates.refetch()} />}
      {isNeeded &&
        rates.data !== undefined &&
        sent.map((shipment) => {
          const offers = rates.data.items.filter((offer) => offer.shipmentId === shipment.id);
          return (
            <section key={shipment.id} className={styles.section}>
              {offers.length === 0 ? (
                <InlineNotice tone="warn">{t.noRates()}</InlineNotice>
              ) : (
                <ShippingMethods
                  offers={offers}
                  value={picked?.shipmentId === shipment.id ? picked.rateId : chosenOf(shipment)}
                  onChange={({ rateId }) => {
                    const now = { shipmentId: shipment.id, rateId };
                    setPicked(now);
                    choose.mutate(now, { onSettled: () => setPicked(null) });
                  }}
                  error={isTried && chosenOf(shipment) === null ? t.chooseMethod() : undefined}
                />
              )}
            </section>
          );
        })}
    </StepFrame>
  );
}

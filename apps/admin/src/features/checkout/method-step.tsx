import type { ShippingRateOffer } from '@backdesk/contract/order/schema.ts';
import { addressInOneLine } from '@backdesk/ordering/address/address-draft.ts';
import { ShippingMethods } from '@backdesk/ordering/checkout/shipping-methods.tsx';
import { whyStale } from '@backdesk/ordering/checkout/stale-reason.ts';
import { TakeOffer } from '@backdesk/ordering/checkout/take-offer.tsx';
import { t as checkout } from '@backdesk/ordering/checkout/texts.ts';
import type { Outcome } from '@backdesk/ordering/editing/order-editor.ts';
import { staleMethodOf } from '@backdesk/ordering/summary/stale-method.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { StepFrame } from './step-frame.tsx';
import { t } from './texts.ts';
import { type StepProps, useStepWays } from './use-step-ways.ts';

/** Which rate: each with what it costs now, and an old price struck out where it no longer holds. */
export function MethodStep(props: StepProps) {
  const { order, editor } = props;
  const format = useFormat();
  const shipment = order.shipping.shipments.at(0);
  const address = shipment?.address ?? null;
  const isNeeded = order.checkout.steps.find((step) => step.name === 'shipping-method')?.state !== 'not_needed';
  const stale = staleMethodOf(order);
  const rates = useQuery({
    // Rates hang on where it goes and what ships, not on every version of the order.
    queryKey: ['order', order.id, 'rates', address, order.lines.filter((line) => line.ships).map((line) => `${line.id}=${line.quantity}`)],
    queryFn: ({ signal }) => api.listShippingRates({ params: { id: order.id } }, { signal }),
    enabled: address !== null && isNeeded,
    placeholderData: (before) => before,
  });
  const held = stale === null ? (shipment?.method?.rateId ?? null) : null;
  const [picked, setPicked] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const value = picked ?? held;
  const offers = rates.data?.items ?? [];

  function choose({ shipmentId, rateId, name, amount, terms }: ShippingRateOffer): Promise<Outcome> {
    setPicked(rateId);
    return editor.perform({ kind: 'set_shipping_method', shipmentId, rateId, name, amount: amount.amount, terms });
  }

  async function save(): Promise<Outcome | null> {
    setTried(true);
    await editor.settled();
    return null;
  }
  const ways = useStepWays('shipping-method', props, save);

  return (
    <StepFrame
      title={t.method()}
      sub={
        address !== null && (
          <>
            {t.to(addressInOneLine(address))} ·{' '}
            <Link to="/orders/$orderId/checkout/$step" params={{ orderId: order.id, step: 'shipping' }}>
              {t.change()}
            </Link>
          </>
        )
      }
      goLabel={t.go()}
      isBusy={ways.isBusy}
      onGo={() => void ways.goOn(value !== null || !isNeeded)}
      onReturn={() => void ways.goBack()}
      onConvert={() => void ways.convert()}
    >
      {!isNeeded && <InlineNotice tone="info">{t.nothingShips()}</InlineNotice>}
      {isNeeded && address === null && (
        <InlineNotice tone="warn" actions={<Button onClick={() => void ways.to('shipping')}>{t.toShipping()}</Button>}>
          {t.noAddress()}
        </InlineNotice>
      )}
      {stale !== null && picked === null && (
        <InlineNotice
          tone="warn"
          title={checkout.pickAgain(whyStale(stale.step, format, order.currency))}
          actions={
            <TakeOffer
              order={order}
              onTake={(op) => {
                setPicked(op.rateId);
                editor.dispatch(op);
              }}
            />
          }
        >
          {checkout.pickAgainDetail(shipment?.method?.name ?? '')}
        </InlineNotice>
      )}
      {isNeeded && address !== null && rates.isPending && <Skeleton />}
      {rates.isError && offers.length === 0 && (
        <InlineNotice tone="bad" live="alert" actions={<Button onClick={() => void rates.refetch()}>{t.retry()}</Button>}>
          {t.failed()}
        </InlineNotice>
      )}
      {rates.isSuccess && offers.length === 0 && <InlineNotice tone="warn">{t.noRates()}</InlineNotice>}
      {offers.length > 0 && (
        <ShippingMethods
          offers={offers}
          value={value}
          onChange={(chosen) => void choose(chosen)}
          error={isTried && value === null ? t.chooseOne() : undefined}
        />
      )}
      {ways.failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {ways.failed}
        </InlineNotice>
      )}
    </StepFrame>
  );
}

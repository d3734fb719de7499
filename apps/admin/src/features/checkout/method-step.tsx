import type { ShippingRateOffer } from '@backdesk/contract/order/schema.ts';
import { addressInOneLine } from '@backdesk/ordering/address/address-draft.ts';
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
import { ShipmentMethods } from './shipment-methods.tsx';
import { linesToShip } from './split-plan.ts';
import { StepFrame } from './step-frame.tsx';
import { t } from './texts.ts';
import { type StepProps, useStepWays } from './use-step-ways.ts';
import { WhatMoved } from './what-moved.tsx';

/** Which rate for each shipment: each with what it costs now, and an old price struck out where it no longer holds. */
export function MethodStep(props: StepProps) {
  const { order, editor } = props;
  const format = useFormat();
  const { shipments } = order.shipping;
  const sent = shipments.filter((shipment) => shipment.kind === 'ship' && shipment.lines?.length !== 0);
  const [first] = sent;
  const isAddressed = sent.every((shipment) => shipment.address !== null);
  const step = order.checkout.steps.find((found) => found.name === 'shipping-method');
  const isNeeded = step?.state !== 'not_needed';
  const stale = staleMethodOf(order);
  const rates = useQuery({
    // Rates hang on where it goes, what ships and what it costs, not on every version of the order.
    queryKey: [
      'order',
      order.id,
      'rates',
      sent.map(({ id, address, lines }) => [id, address, lines]),
      linesToShip(order).map((line) => `${line.id}=${line.quantity}`),
      order.totals.items.amount,
    ],
    queryFn: async ({ signal }) => {
      // The address may still be on its way: the server is asked about the order as it is shown here.
      await editor.settled();
      return api.listShippingRates({ params: { id: order.id } }, { signal });
    },
    enabled: isNeeded && isAddressed && sent.length > 0,
    placeholderData: (before) => before,
  });
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const [isTried, setTried] = useState(false);
  const offers = rates.data?.items ?? [];
  const chosenOf = ({ id, method, amount }: (typeof sent)[number]) => picked[id] ?? (stale === null || amount !== null ? (method?.rateId ?? null) : null);
  const isComplete = sent.every((shipment) => chosenOf(shipment) !== null);

  function choose({ shipmentId, rateId, name, amount, terms }: ShippingRateOffer): void {
    setPicked((before) => ({ ...before, [shipmentId]: rateId }));
    void editor.perform({ kind: 'set_shipping_method', shipmentId, rateId, name, amount: amount.amount, terms });
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
        first?.address && (
          <>
            {sent.length === 1 ? t.to(addressInOneLine(first.address)) : t.toSeveral(format.number(sent.length))} ·{' '}
            <Link to="/orders/$orderId/checkout/$step" params={{ orderId: order.id, step: 'shipping' }}>
              {t.change()}
            </Link>
          </>
        )
      }
      goLabel={t.go()}
      isBusy={ways.isBusy}
      onGo={() => void ways.goOn(isComplete || !isNeeded)}
      onReturn={() => void ways.goBack()}
      onConvert={() => void ways.convert()}
    >
      {!isNeeded && <InlineNotice tone="info">{shipments.some(({ kind }) => kind === 'pickup') ? t.fetched() : t.nothingShips()}</InlineNotice>}
      {isNeeded && !isAddressed && (
        <InlineNotice tone="warn" actions={<Button onClick={() => void ways.to('shipping')}>{t.toShipping()}</Button>}>
          {t.noAddress()}
        </InlineNotice>
      )}
      {stale !== null && (
        <InlineNotice
          tone="warn"
          title={checkout.pickAgain(whyStale(stale.step, format, order.currency))}
          actions={
            <TakeOffer
              order={order}
              onTake={(op) => {
                setPicked((before) => ({ ...before, [op.shipmentId]: op.rateId }));
                editor.dispatch(op);
              }}
            />
          }
        >
          {checkout.pickAgainDetail(stale.name)} <span className="was">{format.money(stale.was)}</span>
          <WhatMoved orderId={order.id} version={order.version} />
        </InlineNotice>
      )}
      {isNeeded && isAddressed && rates.isPending && <Skeleton />}
      {rates.isError && offers.length === 0 && (
        <InlineNotice tone="bad" live="alert" actions={<Button onClick={() => void rates.refetch()}>{t.retry()}</Button>}>
          {t.failed()}
        </InlineNotice>
      )}
      {isNeeded &&
        rates.data !== undefined &&
        sent.map((shipment, at) => (
          <ShipmentMethods
            key={shipment.id}
            shipment={shipment}
            at={sent.length === 1 ? null : at + 1}
            offers={offers.filter((offer) => offer.shipmentId === shipment.id)}
            value={chosenOf(shipment)}
            onChoose={choose}
            error={isTried && chosenOf(shipment) === null ? t.chooseOne() : undefined}
          />
        ))}
      {ways.failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {ways.failed}
        </InlineNotice>
      )}
    </StepFrame>
  );
}

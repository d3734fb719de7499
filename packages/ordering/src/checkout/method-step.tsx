import type { ShippingRateOffer } from '@backdesk/contract/order/checkout.ts';
import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { decimalToMinor } from '@backdesk/ui/format/money.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addressInOneLine } from '../address/address-draft.ts';
import type { Outcome } from '../editing/outcome.ts';
import { useKept } from '../editing/use-kept.ts';
import { staleMethodOf } from '../summary/stale-method.ts';
import { useCheckout } from './checkout-face.ts';
import { ratesKey, shipmentsSent } from './rates-key.ts';
import { ShipmentMethods } from './shipment-methods.tsx';
import { whyStale } from './stale-reason.ts';
import { StepFrame } from './step-frame.tsx';
import { TakeOffer } from './take-offer.tsx';
import { t } from './texts.ts';
import { isTypedPrice, priceOf, TYPED, type TypedPrice, unsentPrice } from './typed-price.ts';
import { useStepWays } from './use-step-ways.ts';

const noPrices: Readonly<Record<string, TypedPrice>> = {};

/** Which rate for each shipment: each with what it costs now, and an old price struck out where it no longer holds. */
export function MethodStep() {
  const { order, perform, settled, listRates, link, goTo, me, whatMoved, words } = useCheckout();
  const format = useFormat();
  const { shipments } = order.shipping;
  const sent = shipmentsSent(order);
  const [first] = sent;
  const isAddressed = sent.every((shipment) => shipment.address !== null);
  const step = order.checkout.steps.find((found) => found.name === 'shipping-method');
  const isNeeded = step?.state !== 'not_needed';
  const stale = staleMethodOf(order);
  const rates = useQuery({
    queryKey: ratesKey(order),
    queryFn: async ({ signal }) => {
      // The address may still be on its way: the server is asked about the order as it is shown here.
      await settled();
      return { items: await listRates(signal) };
    },
    enabled: isNeeded && isAddressed && sent.length > 0,
    placeholderData: (before) => before,
  });
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const [isTried, setTried] = useState(false);
  const offers = rates.data?.items ?? [];
  const typing = useKept<Readonly<Record<string, TypedPrice>>>(`${order.id}.typed`, noPrices);
  const chosenOf = (shipment: (typeof sent)[number]) => {
    const { id, method, amount } = shipment;
    if (picked[id] !== undefined) return picked[id];
    // A typed price holds whatever changed.
    if (isTypedPrice(shipment)) return TYPED;
    return stale === null || amount !== null ? (method?.rateId ?? null) : null;
  };
  const unsentOf = (shipment: (typeof sent)[number]) => (chosenOf(shipment) === TYPED ? unsentPrice(shipment, typing.value[shipment.id]) : null);
  const isTyping = sent.some((shipment) => unsentOf(shipment) === 'incomplete');
  const isComplete = !isTyping && sent.every((shipment) => chosenOf(shipment) !== null);

  function choose({ shipmentId, rateId, name, amount, terms }: ShippingRateOffer): void {
    setPicked((before) => ({ ...before, [shipmentId]: rateId }));
    void ways.watch(perform({ kind: 'set_shipping_method', shipmentId, rateId, name, amount: amount.amount, terms }));
  }

  function setPrice(shipment: (typeof sent)[number]): Promise<Outcome> | null {
    const price = unsentOf(shipment);
    if (price === null || price === 'incomplete') return null;
    const { [shipment.id]: _, ...rest } = typing.value;
    typing.keep(rest);
    const amount = decimalToMinor(price.amount ?? '', currencyDigits(order.currency)) ?? 0;
    const typed = { name: price.name.trim(), amount, currency: order.currency, reason: price.reason.trim(), by: me };
    return perform({ kind: 'type_shipping_price', shipmentId: shipment.id, typed });
  }

  async function save(): Promise<Outcome | null> {
    setTried(true);
    let last: Outcome | null = null;
    for (const shipment of sent) if (last?.ok !== false) last = (await setPrice(shipment)) ?? last;
    await settled();
    return last;
  }
  const ways = useStepWays('shipping-method', save);

  return (
    <StepFrame
      title={t.step['shipping-method']()}
      sub={
        first?.address && (
          <>
            {sent.length === 1 ? t.to(addressInOneLine(first.address)) : t.toSeveral(format.number(sent.length))} · {link('shipping', t.change())}
          </>
        )
      }
      isBusy={ways.isBusy}
      failed={ways.failed}
      // What nobody has chosen yet is chosen as usual on the way to the end.
      onGo={(way) => void ways.go(way, isComplete || !isNeeded || (way === 'end' && !isTyping))}
      onLeave={(then) => void ways.leave(then)}
    >
      {!isNeeded && <InlineNotice tone="info">{shipments.some(({ kind }) => kind === 'pickup') ? words.fetched() : words.nothingShips()}</InlineNotice>}
      {isNeeded && !isAddressed && (
        <InlineNotice tone="warn" actions={<Button onClick={() => goTo('shipping')}>{words.toShipping()}</Button>}>
          {words.noAddress()}
        </InlineNotice>
      )}
      {stale !== null && (
        <InlineNotice
          tone="warn"
          title={t.pickAgain(whyStale(stale.step, format, order.currency))}
          actions={
            <TakeOffer
              order={order}
              onTake={(op) => {
                setPicked((before) => ({ ...before, [op.shipmentId]: op.rateId }));
                void perform(op);
              }}
            />
          }
        >
          {t.pickAgainDetail(stale.name)} <span className="was">{format.money(stale.was)}</span>
          {whatMoved}
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
            mayType={order.abilities.overrideShipping}
            currency={order.currency}
            typed={{
              value: typing.value[shipment.id] ?? priceOf(shipment),
              isChosen: chosenOf(shipment) === TYPED,
              isTried,
              onChoose: () => setPicked((before) => ({ ...before, [shipment.id]: TYPED })),
              onChange: (price) => typing.keep({ ...typing.value, [shipment.id]: price }),
              onSet: () => void setPrice(shipment),
              onClear: () => {
                setPicked(({ [shipment.id]: _, ...others }) => others);
                void ways.watch(perform({ kind: 'type_shipping_price', shipmentId: shipment.id, typed: null }));
              },
            }}
            error={isTried && chosenOf(shipment) === null ? words.chooseMethod() : undefined}
          />
        ))}
    </StepFrame>
  );
}

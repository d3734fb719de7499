import type { ShippingRateOffer } from '@backdesk/contract/order/checkout.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { addressInOneLine } from '../address/address-draft.ts';
import { useCheckout } from './checkout-face.ts';
import styles from './checkout-form.module.css';
import { PartHeading } from './part-heading.tsx';
import { ShippingMethods } from './shipping-methods.tsx';
import { t } from './texts.ts';
import { isTypedPrice, TYPED } from './typed-price.ts';
import { TypedPriceFields, type TypedPriceFieldsProps } from './typed-price-fields.tsx';

export type ShipmentMethodsProps = {
  shipment: Order['shipping']['shipments'][number];
  /** Its place among several shipments, from 1; null: it is the only one. */
  at: number | null;
  offers: readonly ShippingRateOffer[];
  value: string | null;
  onChoose: (offer: ShippingRateOffer) => void;
  error: string | undefined;
  /** A price typed in place of a rate. */
  typed: Omit<TypedPriceFieldsProps, 'currency'> & { readonly isChosen: boolean; readonly onChoose: () => void; readonly onClear: () => void };
  mayType: boolean;
  currency: string;
};

/** The rates of one shipment; where none serves it, what to do about that. */
export function ShipmentMethods({ shipment, at, offers, value, onChoose, error, typed, mayType, currency }: ShipmentMethodsProps) {
  const format = useFormat();
  const { toRates, words } = useCheckout();
  const { address } = shipment;
  const { method } = shipment;
  const isTyped = isTypedPrice(shipment);
  const place = address === null ? '' : [address.city, address.region, address.postcode, address.country].filter(Boolean).join(' ');
  const card = {
    value: TYPED,
    title: isTyped && method !== null ? method.name : t.typePrice(),
    detail: isTyped ? words.typedBy(method?.typed?.by ?? '', method?.typed?.reason ?? '') : t.typePriceDetail(),
    ...(isTyped && method !== null && { end: format.money(method.amount) }),
    disabled: !mayType && !isTyped,
  };
  return (
    <section className={styles.section} {...(at !== null && { 'aria-label': t.shipmentTitle(at) })}>
      {at !== null && address !== null && (
        <PartHeading>
          {t.shipmentTitle(at)} <span className="muted small">{addressInOneLine(address)}</span>
        </PartHeading>
      )}
      {offers.length === 0 && !isTyped && (
        <InlineNotice tone="warn" title={shipment.served ? words.noRates(place) : words.notServed(place)} actions={toRates}>
          {words.noRatesHelp()}
        </InlineNotice>
      )}
      {(offers.length > 0 || mayType || isTyped) && (
        <ShippingMethods
          offers={offers}
          value={value}
          onChange={onChoose}
          error={error}
          other={mayType || isTyped ? { card, onChoose: typed.onChoose } : undefined}
        />
      )}
      {typed.isChosen && mayType && <TypedPriceFields {...typed} currency={currency} />}
      {method?.typed && typed.isChosen && (
        <div>
          <Button variant="quiet" size="small" icon="close" onClick={typed.onClear}>
            {t.clearPrice()}
          </Button>
        </div>
      )}
    </section>
  );
}

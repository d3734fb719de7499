import type { Order, ShippingRateOffer } from '@backdesk/contract/order/schema.ts';
import { addressInOneLine } from '@backdesk/ordering/address/address-draft.ts';
import { ShippingMethods } from '@backdesk/ordering/checkout/shipping-methods.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../lib/session.tsx';
import styles from './checkout-page.module.css';
import { t } from './texts.ts';
import { TYPED } from './typed-price.ts';
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
  const maySet = useMay('settings:write');
  const { address } = shipment;
  const { method } = shipment;
  const isTyped = method?.typed != null;
  const place = address === null ? '' : [address.city, address.region, address.postcode, address.country].filter(Boolean).join(' ');
  const card = {
    value: TYPED,
    title: isTyped ? method.name : t.typePrice(),
    detail: isTyped ? t.typedBy(method.typed?.by ?? '', method.typed?.reason ?? '') : t.typePriceDetail(),
    ...(isTyped && { end: format.money(method.amount) }),
    disabled: !mayType && !isTyped,
  };
  return (
    <section className={styles.section} {...(at !== null && { 'aria-label': t.shipmentTitle(at) })}>
      {at !== null && address !== null && (
        <h3>
          {t.shipmentTitle(at)} <span className="muted small">{addressInOneLine(address)}</span>
        </h3>
      )}
      {offers.length === 0 && !isTyped && (
        <InlineNotice
          tone="warn"
          title={shipment.served ? t.noRates(place) : t.notServed(place)}
          actions={maySet && <Link to="/settings/shipping-zones">{t.toZones()}</Link>}
        >
          {t.noRatesHelp()}
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
      {isTyped && typed.isChosen && (
        <div>
          <Button variant="quiet" size="small" icon="close" onClick={typed.onClear}>
            {t.clearPrice()}
          </Button>
        </div>
      )}
    </section>
  );
}

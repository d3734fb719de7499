import type { Order, ShippingRateOffer } from '@backdesk/contract/order/schema.ts';
import { addressInOneLine } from '@backdesk/ordering/address/address-draft.ts';
import { ShippingMethods } from '@backdesk/ordering/checkout/shipping-methods.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../lib/session.tsx';
import styles from './checkout-page.module.css';
import { t } from './texts.ts';

export type ShipmentMethodsProps = {
  shipment: Order['shipping']['shipments'][number];
  /** Its place among several shipments, from 1; null: it is the only one. */
  at: number | null;
  offers: readonly ShippingRateOffer[];
  value: string | null;
  onChoose: (offer: ShippingRateOffer) => void;
  error: string | undefined;
};

/** The rates of one shipment; where none serves it, what to do about that. */
export function ShipmentMethods({ shipment, at, offers, value, onChoose, error }: ShipmentMethodsProps) {
  const maySet = useMay('settings:write');
  const { address } = shipment;
  const place = address === null ? '' : [address.city, address.region, address.postcode, address.country].filter(Boolean).join(' ');
  return (
    <section className={styles.section} {...(at !== null && { 'aria-label': t.shipmentTitle(at) })}>
      {at !== null && address !== null && (
        <h3>
          {t.shipmentTitle(at)} <span className="muted small">{addressInOneLine(address)}</span>
        </h3>
      )}
      {offers.length === 0 ? (
        <InlineNotice tone="warn" title={shipment.served ? t.noRates(place) : t.notServed(place)} actions={maySet && <Link to="/settings">{t.toZones()}</Link>}>
          {t.noRatesHelp()}
        </InlineNotice>
      ) : (
        <ShippingMethods offers={offers} value={value} onChange={onChoose} error={error} />
      )}
    </section>
  );
}

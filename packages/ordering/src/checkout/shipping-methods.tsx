import type { ShippingRateOffer } from '@backdesk/contract/order/checkout.ts';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { type RadioCard, RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import styles from './shipping-methods.module.css';
import { t } from './texts.ts';

export type ShippingMethodsProps = {
  offers: readonly ShippingRateOffer[];
  value: string | null;
  onChange: (offer: ShippingRateOffer) => void;
  error?: string | undefined;
  /** A choice beside the rates: a price that staff type. */
  other?: { readonly card: RadioCard; readonly onChoose: () => void } | undefined;
};

/** The rates that serve the shipment now, with what each costs; an old price that no longer holds is struck out. */
export function ShippingMethods({ offers, value, onChange, error, other }: ShippingMethodsProps) {
  const format = useFormat();
  const lowest = lowestOf(offers.map((offer) => offer.amount.amount));
  return (
    <RadioCards
      legend={t.methods()}
      hideLegend
      value={value}
      error={error}
      onChange={(rateId) => {
        const offer = offers.find((found) => found.rateId === rateId);
        if (offer !== undefined) onChange(offer);
        else if (rateId === other?.card.value) other.onChoose();
      }}
      cards={[
        ...offers.map((offer) => ({
          value: offer.rateId,
          title: (
            <span className={styles.title}>
              {offer.name}
              {offer.was !== null && <Tag tone="warn">{t.chosenBefore()}</Tag>}
              {offer.amount.amount === lowest && <Tag tone="good">{t.lowest()}</Tag>}
            </span>
          ),
          ...(offer.transit !== '' && { detail: offer.transit }),
          end: (
            <span className={styles.price}>
              {offer.was !== null && <span className="was">{format.money(offer.was)}</span>} {offer.amount.amount === 0 ? t.free() : format.money(offer.amount)}
            </span>
          ),
        })),
        ...(other === undefined ? [] : [other.card]),
      ]}
    />
  );
}

/** The one amount below all others; what costs nothing says so itself. */
function lowestOf(amounts: readonly number[]): number | null {
  const [first = 0, second] = amounts.toSorted((a, b) => a - b);
  return second === undefined || first === second || first === 0 ? null : first;
}

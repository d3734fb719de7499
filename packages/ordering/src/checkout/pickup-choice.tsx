import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { addressInOneLine } from '../address/address-draft.ts';
import { useCheckout } from './checkout-face.ts';
import { atOwnPlace, type PickedUp, pickedUpAt } from './picked-up.ts';
import { t } from './texts.ts';

type Props = {
  value: PickedUp | null;
  /** Where it is fetched as saved; null: it is not fetched yet. */
  now: PickedUp | null;
  onChange: (place: PickedUp) => void;
  error: string | undefined;
};

const OWN = 'own';

/** The places in use, and the one the order has although it is not any more; without any, the account's own. */
export function PickupChoice({ value, now, onChange, error }: Props) {
  const { home, places: known, words } = useCheckout();
  if (known.isPending) return <Skeleton />;
  if (known.isFailed)
    return (
      <InlineNotice tone="bad" live="alert" actions={<Button onClick={() => known.retry()}>{t.retry()}</Button>}>
        {t.placesFailed()}
      </InlineNotice>
    );
  const places = known.items;
  const kept = now?.pickupPlace && !places.some(({ id }) => id === now.pickupPlace?.id) ? now.pickupPlace : null;
  const hasOwn = (known.own && places.length === 0) || (now !== null && now.pickupPlace === null);
  return (
    <RadioCards
      legend={words.pickupWhere()}
      value={value === null ? null : (value.pickupPlace?.id ?? OWN)}
      error={error}
      onChange={(chosen) => {
        const place = places.find(({ id }) => id === chosen);
        if (place !== undefined) onChange(pickedUpAt(place));
        else if (chosen === OWN) onChange(atOwnPlace);
        else if (now !== null) onChange({ address: now.address, pickupPlace: now.pickupPlace });
      }}
      cards={[
        ...places.map((place) => ({
          value: place.id,
          title: <bdi>{place.name}</bdi>,
          detail: [addressInOneLine({ ...place.address, name: '', company: '' }), place.hours].filter(Boolean).join(' · '),
        })),
        ...(kept === null ? [] : [{ value: kept.id, title: <bdi>{kept.name}</bdi>, detail: t.noLonger() }]),
        ...(hasOwn ? [{ value: OWN, title: words.ownPlace(home.name) }] : []),
      ]}
    />
  );
}

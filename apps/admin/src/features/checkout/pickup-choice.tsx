import { addressInOneLine } from '@backdesk/ordering/address/address-draft.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { useQuery } from '@tanstack/react-query';
import { pickupPlacesQuery } from '../../lib/pickup-places-query.ts';
import { useSession } from '../../lib/session.tsx';
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
  const query = useQuery(pickupPlacesQuery());
  const { account } = useSession();
  if (query.isPending) return <Skeleton />;
  if (query.isError && !query.data)
    return (
      <InlineNotice tone="bad" live="alert" actions={<Button onClick={() => void query.refetch()}>{t.retry()}</Button>}>
        {t.placesFailed()}
      </InlineNotice>
    );
  const places = query.data.items.filter(({ active }) => active);
  const kept = now?.pickupPlace && !places.some(({ id }) => id === now.pickupPlace?.id) ? now.pickupPlace : null;
  const hasOwn = places.length === 0 || (now !== null && now.pickupPlace === null);
  return (
    <RadioCards
      legend={t.pickupWhere()}
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
        ...(hasOwn ? [{ value: OWN, title: t.ownPlace(account.name) }] : []),
      ]}
    />
  );
}

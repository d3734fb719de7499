import { Select } from '@backdesk/ui/forms/select.tsx';
import { addressInOneLine } from '../address/address-draft.ts';
import { useCheckout } from './checkout-face.ts';
import { pickedUpAt } from './picked-up.ts';
import type { PlannedShipment } from './split-plan.ts';
import { t } from './texts.ts';

const SHIP = 'ship';
const OWN = 'own';

/** Of one shipment among several: shipped, or picked up at which place. */
export function PickupSelect({ at, shipment, onChange }: { at: number; shipment: PlannedShipment; onChange: (change: Partial<PlannedShipment>) => void }) {
  const { home, places: known } = useCheckout();
  const places = known.items;
  const { kind, pickupPlace, address } = shipment;
  const isKept = pickupPlace !== null && !places.some(({ id }) => id === pickupPlace.id);
  const hasOwn = (known.own && places.length === 0) || (kind === 'pickup' && pickupPlace === null);
  const options = [
    { value: SHIP, label: t.toAddress() },
    ...places.map(({ id, name }) => ({ value: id, label: t.pickedUpAt(name) })),
    ...(isKept ? [{ value: pickupPlace.id, label: t.pickedUpAt(pickupPlace.name) }] : []),
    ...(hasOwn ? [{ value: OWN, label: t.pickedUpAt(home.name) }] : []),
  ];
  function choose(value: string) {
    if (value === SHIP) return onChange({ kind: 'ship', pickupPlace: null, address: kind === 'pickup' ? null : address });
    const place = places.find(({ id }) => id === value);
    if (place !== undefined) return onChange({ kind: 'pickup', ...pickedUpAt(place) });
    if (value === OWN) onChange({ kind: 'pickup', pickupPlace: null, address: null });
  }
  return (
    <Select
      label={t.getsThere(at)}
      options={options}
      value={kind === 'ship' ? SHIP : (pickupPlace?.id ?? OWN)}
      onChange={(event) => choose(event.target.value)}
      help={kind === 'pickup' && address !== null ? addressInOneLine({ ...address, name: '', company: '' }) : undefined}
    />
  );
}

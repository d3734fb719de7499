import type { Address } from '@backdesk/contract/core/primitives.ts';
import { usualShippingAddress } from '@backdesk/domain/order/usual-checkout.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { type ReactNode, useState } from 'react';
import { AddressChoice } from '../address/address-choice.tsx';
import { emptyAddress, missingIn } from '../address/address-draft.ts';
import { newId } from '../editing/new-id.ts';
import type { Outcome } from '../editing/outcome.ts';
import { sameJson } from '../editing/same-json.ts';
import { useKept } from '../editing/use-kept.ts';
import { useCheckout } from './checkout-face.ts';
import styles from './checkout-form.module.css';
import { linesToShip } from './lines-to-ship.ts';
import { PartHeading } from './part-heading.tsx';
import { type PickedUp, pickedUpOf } from './picked-up.ts';
import { PickupChoice } from './pickup-choice.tsx';
import { SplitEditor } from './split-editor.tsx';
import { entriesOf, type PlannedShipment, planOf, problemsOf } from './split-plan.ts';
import { StepFrame } from './step-frame.tsx';
import { t } from './texts.ts';
import { toldBefore } from './told-before.ts';
import { useStepWays } from './use-step-ways.ts';
import { useWayOnceKnown } from './use-way-once-known.ts';

type How = 'one' | 'several' | 'pickup';
type Typed = {
  readonly how?: How;
  readonly pickup?: PickedUp;
  readonly address?: Address;
  readonly plan?: readonly PlannedShipment[];
  readonly keeps?: boolean;
};

const nothing: Typed = {};

/** What is asked before the address: who a guest is. */
export type AskedBefore = {
  readonly render: (isTried: boolean) => ReactNode;
  readonly isComplete: boolean;
  /** null: nothing to save. */
  readonly save: () => Promise<Outcome | null>;
};

/** Where it goes: to one address, to several, or it is fetched. */
export function ShippingStep({ before }: { before?: AskedBefore | undefined }) {
  const { order, perform, home, person, book, places, words } = useCheckout();
  const saved = book?.items ?? [];
  const form = useKept<Typed>(`${order.id}.shipping.${order.customer?.id ?? ''}`, nothing);
  const typed = form.value;
  const [secondId] = useState(newId);
  const [isTried, setTried] = useState(false);
  const [firstShipment] = order.shipping.shipments;
  const isPickup = order.shipping.shipments.every(({ kind }) => kind === 'pickup');
  const how = typed.how ?? (isPickup ? 'pickup' : order.shipping.shipments.length > 1 ? 'several' : 'one');
  const given = isPickup ? null : (firstShipment?.address ?? null);
  const address = typed.address ?? given ?? usualShippingAddress(saved) ?? emptyAddress(home.country, person.name, person.company);
  const plan = typed.plan ?? planOf(order, secondId);
  const stored = [...order.shipping.shipments.map((shipment) => shipment.address), ...saved.map((known) => known.address)];
  const missing = missingIn(address, stored);
  const keeps = typed.keeps ?? false;
  const pickup = typed.pickup ?? pickedUpOf(order, places);
  const isPlaced = how === 'pickup' ? pickup !== null : how === 'one' ? Object.keys(missing).length === 0 : problemsOf(order, plan, stored).length === 0;
  const step = order.checkout.steps.find((found) => found.name === 'shipping');
  const isNeeded = step?.state !== 'not_needed';
  const isComplete = (isPlaced || !isNeeded) && before?.isComplete !== false;
  const canSplit = linesToShip(order).reduce((pieces, line) => pieces + line.quantity, 0) > 1;
  const mayFetch = places.own || places.items.length > 0 || how === 'pickup';
  const told = how === 'one' && given !== null ? toldBefore(order, { kind: 'address', address }) : '';
  const change = (next: Typed) => form.keep({ ...typed, ...next });

  async function write(): Promise<Outcome | null> {
    // A done step is written again too when it is stale: that is how it is looked at and left as it is.
    const isDone = step?.state === 'done';
    if (how === 'one') {
      const isSame = order.shipping.shipments.length === 1 && firstShipment?.kind === 'ship' && sameJson(address, given);
      return isSame && isDone && !keeps ? null : perform({ kind: 'set_shipping', address, saveToCustomer: keeps });
    }
    if (how === 'pickup') {
      const isSame = isPickup && order.shipping.shipments.length === 1 && firstShipment?.pickupPlace?.id === pickup?.pickupPlace?.id;
      if ((isSame && isDone) || pickup === null) return null;
      return perform({ kind: 'set_shipments', shipments: [{ id: firstShipment?.id ?? secondId, kind: 'pickup', ...pickup, lines: null }] });
    }
    const shipments = entriesOf(plan);
    const now = order.shipping.shipments.map(({ id, kind, address: place, pickupPlace, lines }) => ({ id, kind, address: place, pickupPlace, lines }));
    return isDone && sameJson(shipments, now) ? null : perform({ kind: 'set_shipments', shipments });
  }

  async function save(): Promise<Outcome | null> {
    setTried(true);
    const first = before?.isComplete === true ? await before.save() : null;
    // What is incomplete stays in the form, here, until somebody comes back to it.
    if (first?.ok === false || !isPlaced || before?.isComplete === false) return first;
    const outcome = await write();
    if (outcome?.ok !== false) form.forget();
    return outcome ?? first;
  }
  const ways = useStepWays('shipping', save);
  // Whoever goes on before the customer's addresses are there, goes on with them.
  const isLooking = how === 'one' && book?.isLooking === true;
  const way = useWayOnceKnown(isLooking, (asked) => void ways.go(asked, isComplete));

  return (
    <StepFrame title={t.step.shipping()} isBusy={ways.isBusy || way.isWaiting} failed={ways.failed} onGo={way.go} onLeave={(then) => void ways.leave(then)}>
      {before?.render(isTried)}
      {!isNeeded && <InlineNotice tone="info">{words.nothingShips()}</InlineNotice>}
      {(canSplit || mayFetch || how === 'several') && (
        <section className={styles.section}>
          {before !== undefined && <PartHeading>{words.shippingAddress()}</PartHeading>}
          <RadioCards
            legend={words.how()}
            hideLegend
            value={how}
            onChange={(value) => change({ how: value as How })}
            cards={[
              { value: 'one', title: words.shipOne() },
              ...(canSplit || how === 'several' ? [{ value: 'several', title: words.shipSeveral(), detail: words.shipSeveralDetail() }] : []),
              ...(mayFetch ? [{ value: 'pickup', title: words.pickup(), detail: words.pickupDetail() }] : []),
            ]}
          />
        </section>
      )}
      {isLooking && <Skeleton />}
      {how === 'one' && !isLooking && (
        <section className={styles.section}>
          {book?.isKnown && saved.length === 0 && given === null && words.noSaved(person.company || person.name) !== '' && (
            <p className="muted small">{words.noSaved(person.company || person.name)}</p>
          )}
          <AddressChoice
            legend={words.shippingAddress()}
            section="shipping"
            saved={saved}
            value={address}
            isGiven={given !== null && typed.address === undefined}
            onChange={(next) => change({ address: next })}
            errors={isTried ? missing : {}}
            country={home.country}
            person={person}
          />
          {told !== '' && (
            <p className={styles.warn} role="status">
              {told}
            </p>
          )}
          {book !== null && isPlaced && !saved.some((known) => sameJson(known.address, address)) && (
            <Checkbox label={words.keepAddress()} checked={keeps} onChange={(event) => change({ keeps: event.currentTarget.checked })} />
          )}
        </section>
      )}
      {how === 'pickup' && (
        <section className={styles.section}>
          <PickupChoice
            value={pickup}
            now={isPickup ? (firstShipment ?? null) : null}
            onChange={(next) => change({ pickup: next })}
            error={isTried && pickup === null ? words.choosePlace() : undefined}
          />
        </section>
      )}
      {how === 'several' && <SplitEditor plan={plan} onChange={(next) => change({ plan: next })} isTried={isTried} stored={stored} />}
    </StepFrame>
  );
}

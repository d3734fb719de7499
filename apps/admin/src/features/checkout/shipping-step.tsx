import type { Address } from '@backdesk/contract/core/primitives.ts';
import { AddressChoice } from '@backdesk/ordering/address/address-choice.tsx';
import { emptyAddress, missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { toldBefore } from '@backdesk/ordering/checkout/told-before.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import type { Outcome } from '@backdesk/ordering/editing/order-editor.ts';
import { sameJson } from '@backdesk/ordering/editing/same-json.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { customerQuery } from '../../lib/customer-query.ts';
import { pickupPlacesQuery } from '../../lib/pickup-places-query.ts';
import { useSession } from '../../lib/session.tsx';
import { useKept } from '../../lib/use-kept.ts';
import styles from './checkout-page.module.css';
import { type PickedUp, pickedUpOf } from './picked-up.ts';
import { PickupChoice } from './pickup-choice.tsx';
import { SplitEditor } from './split-editor.tsx';
import { entriesOf, linesToShip, type PlannedShipment, planOf, problemsOf } from './split-plan.ts';
import { StepFrame } from './step-frame.tsx';
import { t } from './texts.ts';
import { type StepProps, useStepWays } from './use-step-ways.ts';

type How = 'one' | 'several' | 'pickup';
type Typed = {
  readonly how?: How;
  readonly pickup?: PickedUp;
  readonly address?: Address;
  readonly plan?: readonly PlannedShipment[];
  readonly keeps?: boolean;
};

const nothing: Typed = {};

/** Where it goes: to one address, to several, or the customer fetches it. */
export function ShippingStep(props: StepProps) {
  const { order, editor } = props;
  const { account } = useSession();
  const customer = useQuery(customerQuery(order.customer?.id));
  const saved = customer.data?.addresses ?? [];
  // The customer's own addresses come first: nobody should begin to type one that is on its way.
  const isLooking = customer.isLoading;
  const person = { name: order.customer?.name ?? '', company: order.company?.name ?? '' };
  const form = useKept<Typed>(`${order.id}.shipping.${order.customer?.id ?? ''}`, nothing);
  const typed = form.value;
  const [secondId] = useState(newId);
  const [isTried, setTried] = useState(false);
  const [firstShipment] = order.shipping.shipments;
  const isPickup = order.shipping.shipments.every(({ kind }) => kind === 'pickup');
  const how = typed.how ?? (isPickup ? 'pickup' : order.shipping.shipments.length > 1 ? 'several' : 'one');
  const given = isPickup ? null : (firstShipment?.address ?? null);
  const usual = saved.find((known) => known.defaultShipping)?.address ?? saved.at(0)?.address;
  const address = typed.address ?? given ?? usual ?? emptyAddress(account.country, person.name, person.company);
  const plan = typed.plan ?? planOf(order, secondId);
  const stored = [...order.shipping.shipments.map((shipment) => shipment.address), ...saved.map((known) => known.address)];
  const missing = missingIn(address, stored);
  const keeps = typed.keeps ?? false;
  const places = useQuery(pickupPlacesQuery());
  const pickup = typed.pickup ?? pickedUpOf(order, places.data?.items ?? []);
  const isComplete = how === 'pickup' ? pickup !== null : how === 'one' ? Object.keys(missing).length === 0 : problemsOf(order, plan, stored).length === 0;
  const step = order.checkout.steps.find((found) => found.name === 'shipping');
  const isNeeded = step?.state !== 'not_needed';
  const canSplit = linesToShip(order).reduce((pieces, line) => pieces + line.quantity, 0) > 1;
  const told = how === 'one' && given !== null ? toldBefore(order, { kind: 'address', address }) : '';
  const change = (next: Typed) => form.keep({ ...typed, ...next });

  async function write(): Promise<Outcome | null> {
    // A done step is written again too when it is stale: that is how it is looked at and left as it is.
    const isDone = step?.state === 'done';
    if (how === 'one') {
      const isSame = order.shipping.shipments.length === 1 && firstShipment?.kind === 'ship' && sameJson(address, given);
      return isSame && isDone && !keeps ? null : editor.perform({ kind: 'set_shipping', address, saveToCustomer: keeps });
    }
    if (how === 'pickup') {
      const isSame = isPickup && order.shipping.shipments.length === 1 && firstShipment?.pickupPlace?.id === pickup?.pickupPlace?.id;
      if ((isSame && isDone) || pickup === null) return null;
      return editor.perform({ kind: 'set_shipments', shipments: [{ id: firstShipment?.id ?? secondId, kind: 'pickup', ...pickup, lines: null }] });
    }
    const shipments = entriesOf(plan);
    const now = order.shipping.shipments.map(({ id, kind, address: place, pickupPlace, lines }) => ({ id, kind, address: place, pickupPlace, lines }));
    return isDone && sameJson(shipments, now) ? null : editor.perform({ kind: 'set_shipments', shipments });
  }

  async function save(): Promise<Outcome | null> {
    setTried(true);
    // What is incomplete stays in the form, here, until somebody comes back to it.
    if (!isComplete) return null;
    const outcome = await write();
    if (outcome?.ok !== false) form.forget();
    return outcome;
  }
  const ways = useStepWays('shipping', props, save);

  return (
    <StepFrame
      title={t.shipping()}
      goLabel={t.go()}
      isBusy={ways.isBusy}
      onGo={() => void ways.goOn(isComplete || !isNeeded)}
      onReturn={() => void ways.goBack()}
      onConvert={() => void ways.convert()}
    >
      {!isNeeded && <InlineNotice tone="info">{t.nothingShips()}</InlineNotice>}
      <section className={styles.section}>
        <RadioCards
          legend={t.how()}
          hideLegend
          value={how}
          onChange={(value) => change({ how: value as How })}
          cards={[
            { value: 'one', title: t.shipOne() },
            ...(canSplit || how === 'several' ? [{ value: 'several', title: t.shipSeveral(), detail: t.shipSeveralDetail() }] : []),
            { value: 'pickup', title: t.pickup(), detail: t.pickupDetail() },
          ]}
        />
      </section>
      {how === 'one' && isLooking && <Skeleton />}
      {how === 'one' && !isLooking && (
        <section className={styles.section}>
          {customer.isSuccess && saved.length === 0 && given === null && <p className="muted small">{t.noSaved(person.company || person.name)}</p>}
          <AddressChoice
            legend={t.shipping()}
            section="shipping"
            saved={saved}
            value={address}
            isGiven={given !== null && typed.address === undefined}
            onChange={(next) => change({ address: next })}
            errors={isTried ? missing : {}}
            country={account.country}
            person={person}
          />
          {told !== '' && (
            <p className={styles.warn} role="status">
              {told}
            </p>
          )}
          {isComplete && !saved.some((known) => sameJson(known.address, address)) && (
            <Checkbox label={t.keepAddress()} checked={keeps} onChange={(event) => change({ keeps: event.currentTarget.checked })} />
          )}
        </section>
      )}
      {how === 'pickup' && (
        <section className={styles.section}>
          <PickupChoice
            value={pickup}
            now={isPickup ? (firstShipment ?? null) : null}
            onChange={(next) => change({ pickup: next })}
            error={isTried && pickup === null ? t.choosePlace() : undefined}
          />
        </section>
      )}
      {how === 'several' && (
        <SplitEditor
          order={order}
          plan={plan}
          onChange={(next) => change({ plan: next })}
          isTried={isTried}
          saved={saved}
          stored={stored}
          country={account.country}
          person={person}
        />
      )}
      {ways.failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {ways.failed}
        </InlineNotice>
      )}
    </StepFrame>
  );
}

import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { usualPayment } from '@backdesk/domain/order/usual-checkout.ts';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { useState } from 'react';
import { AddressChoice } from '../address/address-choice.tsx';
import { emptyAddress, missingIn } from '../address/address-draft.ts';
import type { Outcome } from '../editing/outcome.ts';
import { sameJson } from '../editing/same-json.ts';
import { useKept } from '../editing/use-kept.ts';
import { billingStart, isBilled } from './billing-start.ts';
import { useCheckout } from './checkout-face.ts';
import styles from './checkout-form.module.css';
import { PartHeading } from './part-heading.tsx';
import { type Payment, PaymentChoice } from './payment-choice.tsx';
import { StepFrame } from './step-frame.tsx';
import { t } from './texts.ts';
import { useStepWays } from './use-step-ways.ts';
import { useWayOnceKnown } from './use-way-once-known.ts';

type Typed = { readonly same?: boolean; readonly billed?: Address; readonly payment?: Payment; readonly keeps?: boolean };

const nothing: Typed = {};

/** Whom the bill goes to and how it is paid. */
export function BillingStep() {
  const { order, perform, home, person, book, words } = useCheckout();
  const saved = book?.items ?? [];
  const shipsTo = order.shipping.shipments.find(({ kind, address: place }) => kind === 'ship' && place !== null)?.address ?? null;
  const ships = shipsTo !== null;
  const form = useKept<Typed>(`${order.id}.billing.${order.customer?.id ?? ''}`, nothing);
  const change = (next: Typed) => form.keep({ ...form.value, ...next });
  const start = billingStart(order, saved, shipsTo);
  const same = ships && (form.value.same ?? (start.sameAsShipping || start.address === null));
  const billed = form.value.billed ?? start.address;
  const payment: Payment | null = form.value.payment ?? order.payment ?? usualPayment(order.allowedPayments) ?? onlyPayment(order);
  const keeps = form.value.keeps ?? false;
  const [isTried, setTried] = useState(false);
  const address = billed ?? saved.find((known) => known.defaultBilling)?.address ?? emptyAddress(home.country, person.name, person.company);
  const missing = same ? {} : missingIn(address, [order.billing.address, ...saved.map((known) => known.address)]);
  const needsPayment = order.totals.total.amount !== 0 && order.allowedPayments.length > 0;
  const poMissing = payment?.method === 'purchase_order' && (payment.poNumber ?? '').trim() === '';
  const isLooking = book?.isLooking === true;
  const isAwaited = isLooking && !isBilled(order, shipsTo) && form.value.same === undefined;
  const isAddressed = Object.keys(missing).length === 0 && !isAwaited;
  const isComplete = isAddressed && !poMissing && (payment !== null || !needsPayment);

  async function save(): Promise<Outcome | null> {
    setTried(true);
    // Both in one breath, so that they may leave together.
    const said = await Promise.all([
      isAddressed ? perform({ kind: 'set_billing', sameAsShipping: same, address: same ? null : address, saveToCustomer: !same && keeps }) : null,
      payment !== null && !poMissing ? perform({ kind: 'set_payment', payment }) : null,
    ]);
    const last = said.find((outcome) => outcome?.ok === false) ?? said[1] ?? said[0];
    // What is incomplete stays in the form, here, until somebody comes back to it.
    if (last?.ok === true && isAddressed && !poMissing) form.forget();
    return last;
  }
  const ways = useStepWays('billing', save);
  // Whoever goes on before the customer's addresses are there, goes on with the one that is usual.
  const way = useWayOnceKnown(isAwaited, (asked) => void ways.go(asked, isComplete));

  return (
    <StepFrame title={t.step.billing()} isBusy={ways.isBusy || way.isWaiting} failed={ways.failed} onGo={way.go} onLeave={(then) => void ways.leave(then)}>
      <section className={styles.section}>
        <PartHeading>{t.billingAddress()}</PartHeading>
        {ships && <Checkbox label={t.billingSame()} checked={same} onChange={(event) => change({ same: event.currentTarget.checked })} />}
        {!same && isLooking && <Skeleton />}
        {!same && !isLooking && (
          <AddressChoice
            legend={t.billingAddress()}
            section="billing"
            saved={saved}
            value={address}
            isGiven={order.billing.address !== null && form.value.billed === undefined}
            onChange={(next) => change({ billed: next })}
            errors={isTried ? missing : {}}
            country={home.country}
            person={person}
          />
        )}
        {!same && book !== null && isAddressed && !saved.some((known) => sameJson(known.address, address)) && (
          <Checkbox label={words.keepAddress()} checked={keeps} onChange={(event) => change({ keeps: event.currentTarget.checked })} />
        )}
      </section>
      <section className={styles.section}>
        <PartHeading>{t.payment()}</PartHeading>
        <PaymentChoice
          allowed={order.allowedPayments}
          value={payment}
          onChange={(next) => change({ payment: next })}
          error={isTried && payment === null && needsPayment ? words.choosePayment() : undefined}
          poError={isTried && poMissing ? t.poNeeded() : undefined}
        />
      </section>
    </StepFrame>
  );
}

/** The one way to pay stands chosen; its number is still asked for. */
function onlyPayment({ allowedPayments, poNumber }: Order): Payment | null {
  const [only, ...others] = allowedPayments;
  return only === 'purchase_order' && others.length === 0 ? { method: only, poNumber } : null;
}

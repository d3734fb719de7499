import type { Address } from '@backdesk/contract/core/primitives.ts';
import { AddressChoice } from '@backdesk/ordering/address/address-choice.tsx';
import { emptyAddress, missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { type Payment, PaymentChoice } from '@backdesk/ordering/checkout/payment-choice.tsx';
import { t as checkout } from '@backdesk/ordering/checkout/texts.ts';
import type { Outcome } from '@backdesk/ordering/editing/order-editor.ts';
import { sameJson } from '@backdesk/ordering/editing/same-json.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { customerQuery } from '../../lib/customer-query.ts';
import { useSession } from '../../lib/session.tsx';
import { useKept } from '../../lib/use-kept.ts';
import styles from './checkout-page.module.css';
import { StepFrame } from './step-frame.tsx';
import { t } from './texts.ts';
import { type StepProps, useStepWays } from './use-step-ways.ts';

type Typed = { readonly same?: boolean; readonly billed?: Address; readonly payment?: Payment; readonly keeps?: boolean };

const nothing: Typed = {};

/** Whom the bill goes to and how it is paid. */
export function BillingStep(props: StepProps) {
  const { order, editor } = props;
  const { account } = useSession();
  const saved = useQuery(customerQuery(order.customer?.id)).data?.addresses ?? [];
  const person = { name: order.customer?.name ?? '', company: order.company?.name ?? '' };
  const ships = order.shipping.shipments.some(({ kind, address: place }) => kind === 'ship' && place !== null);
  const form = useKept<Typed>(`${order.id}.billing.${order.customer?.id ?? ''}`, nothing);
  const change = (next: Typed) => form.keep({ ...form.value, ...next });
  const same = ships && (form.value.same ?? (order.billing.sameAsShipping || order.billing.address === null));
  const billed = form.value.billed ?? order.billing.address;
  const payment = form.value.payment ?? order.payment;
  const keeps = form.value.keeps ?? false;
  const [isTried, setTried] = useState(false);
  const address = billed ?? saved.find((known) => known.defaultBilling)?.address ?? emptyAddress(account.country, person.name, person.company);
  const missing = same ? {} : missingIn(address, [order.billing.address, ...saved.map((known) => known.address)]);
  const needsPayment = order.totals.total.amount !== 0 && order.allowedPayments.length > 0;
  const poMissing = payment?.method === 'purchase_order' && (payment.poNumber ?? '').trim() === '';
  const isAddressed = Object.keys(missing).length === 0;
  const isComplete = isAddressed && !poMissing && (payment !== null || !needsPayment);

  async function save(): Promise<Outcome | null> {
    setTried(true);
    let last: Outcome | null = null;
    if (isAddressed) last = await editor.perform({ kind: 'set_billing', sameAsShipping: same, address: same ? null : address, saveToCustomer: !same && keeps });
    if (last?.ok !== false && payment !== null && !poMissing) last = await editor.perform({ kind: 'set_payment', payment });
    // What is incomplete stays in the form, here, until somebody comes back to it.
    if (last?.ok === true && isAddressed && !poMissing) form.forget();
    return last;
  }
  const ways = useStepWays('billing', props, save);

  return (
    <StepFrame
      title={t.billing()}
      goLabel={t.go()}
      isBusy={ways.isBusy}
      onGo={() => void ways.goOn(isComplete)}
      onReturn={() => void ways.goBack()}
      onConvert={() => void ways.convert()}
    >
      <section className={styles.section}>
        <h3>{checkout.billingAddress()}</h3>
        {ships && <Checkbox label={checkout.billingSame()} checked={same} onChange={(event) => change({ same: event.currentTarget.checked })} />}
        {!same && (
          <AddressChoice
            legend={checkout.billingAddress()}
            section="billing"
            saved={saved}
            value={address}
            isGiven={order.billing.address !== null && form.value.billed === undefined}
            onChange={(next) => change({ billed: next })}
            errors={isTried ? missing : {}}
            country={account.country}
            person={person}
          />
        )}
        {!same && isAddressed && !saved.some((known) => sameJson(known.address, address)) && (
          <Checkbox label={t.keepAddress()} checked={keeps} onChange={(event) => change({ keeps: event.currentTarget.checked })} />
        )}
      </section>
      <section className={styles.section}>
        <h3>{checkout.payment()}</h3>
        <PaymentChoice
          allowed={order.allowedPayments}
          value={payment}
          onChange={(next) => change({ payment: next })}
          error={isTried && payment === null && needsPayment ? t.choosePayment() : undefined}
          poError={isTried && poMissing ? checkout.poNeeded() : undefined}
        />
      </section>
      {ways.failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {ways.failed}
        </InlineNotice>
      )}
    </StepFrame>
  );
}

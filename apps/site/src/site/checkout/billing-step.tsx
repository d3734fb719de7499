import type { Address } from '@backdesk/contract/core/primitives.ts';
import { AddressChoice } from '@backdesk/ordering/address/address-choice.tsx';
import { emptyAddress, missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { type Payment, PaymentChoice } from '@backdesk/ordering/checkout/payment-choice.tsx';
import { t as checkout } from '@backdesk/ordering/checkout/texts.ts';
import { sameJson } from '@backdesk/ordering/editing/same-json.ts';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../lib/api.ts';
import { receiveCart } from '../lib/cart.ts';
import { addressesQuery } from '../lib/choices.ts';
import { useSession } from '../lib/session.tsx';
import styles from './checkout-page.module.css';
import { StepFrame } from './step-frame.tsx';
import type { StepProps } from './step-props.ts';
import { t } from './texts.ts';

/** Whom the bill goes to and how it is paid. */
export function BillingStep({ cart, order }: StepProps) {
  const { account, customer } = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const saved = useQuery({ ...addressesQuery(), enabled: customer !== null }).data?.items ?? [];
  const person = cart.contact ?? { name: '', company: '' };
  const ships = cart.shipping.shipments.some(({ kind, address: place }) => kind === 'ship' && place !== null);
  const [typedSame, setSame] = useState<boolean | null>(null);
  const [billed, setBilled] = useState<Address | null>(null);
  const [chosen, setPayment] = useState<Payment | null>(null);
  const [keeps, setKeeps] = useState(false);
  const [isTried, setTried] = useState(false);
  const same = ships && (typedSame ?? (cart.billing.sameAsShipping || cart.billing.address === null));
  const address =
    billed ?? cart.billing.address ?? saved.find((known) => known.defaultBilling)?.address ?? emptyAddress(account.country, person.name, person.company);
  const payment =
    chosen ??
    order.payment ??
    (cart.allowedPayments.length === 1 && cart.allowedPayments[0] === 'purchase_order' ? { method: 'purchase_order' as const, poNumber: cart.poNumber } : null);
  const missing = same ? {} : missingIn(address, [cart.billing.address, ...saved.map((known) => known.address)]);
  const needsPayment = cart.totals.total.amount !== 0 && cart.allowedPayments.length > 0;
  const poMissing = payment?.method === 'purchase_order' && (payment.poNumber ?? '').trim() === '';
  const isAddressed = Object.keys(missing).length === 0;
  const isComplete = isAddressed && !poMissing && (payment !== null || !needsPayment);
  const save = useMutation({
    mutationFn: async () => {
      const billedTo = await api.setCartBilling({ body: { sameAsShipping: same, address: same ? null : address, saveToCustomer: !same && keeps } });
      if (payment === null) return billedTo;
      const { method, poNumber = '' } = payment;
      return api.setCartPayment({ body: method === 'purchase_order' ? { method, poNumber } : { method } });
    },
    onSuccess: (answer) => {
      receiveCart(queryClient, answer);
      void navigate({ to: '/checkout/$step', params: { step: 'finalize' } });
    },
  });
  return (
    <StepFrame
      title={checkout.step.billing()}
      isBusy={save.isPending}
      error={save.error}
      onGo={() => {
        setTried(true);
        if (isComplete) save.mutate();
      }}
    >
      <section className={styles.section}>
        <h2>{checkout.billingAddress()}</h2>
        {ships && <Checkbox label={checkout.billingSame()} checked={same} onChange={(event) => setSame(event.currentTarget.checked)} />}
        {!same && (
          <AddressChoice
            legend={checkout.billingAddress()}
            section="billing"
            saved={saved}
            value={address}
            isGiven={cart.billing.address !== null && billed === null}
            onChange={setBilled}
            errors={isTried ? missing : {}}
            country={account.country}
            person={person}
          />
        )}
        {!same && customer !== null && isAddressed && !saved.some((known) => sameJson(known.address, address)) && (
          <Checkbox label={t.keep()} checked={keeps} onChange={(event) => setKeeps(event.currentTarget.checked)} />
        )}
      </section>
      <section className={styles.section}>
        <h2>{checkout.payment()}</h2>
        <PaymentChoice
          allowed={cart.allowedPayments}
          value={payment}
          onChange={setPayment}
          error={isTried && payment === null && needsPayment ? t.choosePayment() : undefined}
          poError={isTried && poMissing ? checkout.poNeeded() : undefined}
        />
      </section>
    </StepFrame>
  );
}

import type { Address } from '@backdesk/contract/core/primitives.ts';
import { AddressChoice } from '@backdesk/ordering/address/address-choice.tsx';
import { emptyAddress, missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { toldBefore } from '@backdesk/ordering/checkout/told-before.ts';
import type { Outcome } from '@backdesk/ordering/editing/order-editor.ts';
import { sameJson } from '@backdesk/ordering/editing/same-json.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { customerQuery } from '../../lib/customer-query.ts';
import { useSession } from '../../lib/session.tsx';
import styles from './checkout-page.module.css';
import { StepFrame } from './step-frame.tsx';
import { t } from './texts.ts';
import { type StepProps, useStepWays } from './use-step-ways.ts';

/** Where it goes. */
export function ShippingStep(props: StepProps) {
  const { order, editor } = props;
  const { account } = useSession();
  const saved = useQuery(customerQuery(order.customer?.id)).data?.addresses ?? [];
  const person = { name: order.customer?.name ?? '', company: order.company?.name ?? '' };
  const given = order.shipping.shipments.at(0)?.address ?? null;
  const usual = saved.find((known) => known.defaultShipping)?.address ?? saved.at(0)?.address;
  const [typed, setTyped] = useState<Address | null>(null);
  const [keeps, setKeeps] = useState(false);
  const [isTried, setTried] = useState(false);
  const address = typed ?? given ?? usual ?? emptyAddress(account.country, person.name, person.company);
  const missing = missingIn(address);
  const isComplete = Object.keys(missing).length === 0;
  const isNeeded = order.checkout.steps.find((step) => step.name === 'shipping')?.state !== 'not_needed';

  const told = toldBefore(order, { kind: 'address', address });

  async function save(): Promise<Outcome | null> {
    setTried(true);
    // A done step is written again too: that is how a stale one is looked at and left as it is.
    const isDone = order.checkout.steps.find((step) => step.name === 'shipping')?.state === 'done';
    if (!isComplete || (sameJson(address, given) && isDone && !keeps)) return null;
    return editor.perform({ kind: 'set_shipping', address, saveToCustomer: keeps });
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
        <AddressChoice
          legend={t.shipping()}
          section="shipping"
          saved={saved}
          value={address}
          onChange={setTyped}
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
          <Checkbox label={t.keepAddress()} checked={keeps} onChange={(event) => setKeeps(event.currentTarget.checked)} />
        )}
      </section>
      {ways.failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {ways.failed}
        </InlineNotice>
      )}
    </StepFrame>
  );
}

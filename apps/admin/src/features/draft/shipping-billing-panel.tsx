import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { usualShippingAddress } from '@backdesk/domain/order/usual-checkout.ts';
import { AddressChoice } from '@backdesk/ordering/address/address-choice.tsx';
import { emptyAddress, missingIn } from '@backdesk/ordering/address/address-draft.ts';
import { billingStart } from '@backdesk/ordering/checkout/billing-start.ts';
import { t as checkout } from '@backdesk/ordering/checkout/texts.ts';
import { toldBefore } from '@backdesk/ordering/checkout/told-before.ts';
import { sameJson } from '@backdesk/ordering/editing/same-json.ts';
import { useKept } from '@backdesk/ordering/editing/use-kept.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { customerQuery } from '../../lib/customer-query.ts';
import { useSession } from '../../lib/session.tsx';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { t } from './texts.ts';

type Entered = { readonly typed?: Address; readonly same?: boolean; readonly billed?: Address; readonly keeps?: boolean; readonly keepsBilling?: boolean };

const nothing: Entered = {};

/** Where it goes and who pays, in place: the same facts as in checkout, at any time and optional. */
export function ShippingBillingPanel({ order, onClose }: { order: Order; onClose: () => void }) {
  const format = useFormat();
  const { editor } = useDraft();
  const { account } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const customer = useQuery(customerQuery(order.customer?.id));
  const saved = customer.data?.addresses ?? [];
  // The customer's own addresses come first: nobody should begin to type one that is on its way.
  const isLooking = customer.isLoading;
  const person = { name: order.customer?.name ?? '', company: order.company?.name ?? '' };
  const given = order.shipping.shipments.at(0)?.address ?? null;
  const { value: entered, keep, forget } = useKept<Entered>(`${order.id}.panel.${order.customer?.id ?? ''}`, nothing);
  const change = (next: Entered) => keep({ ...entered, ...next });
  const typed = entered.typed ?? null;
  const keeps = entered.keeps ?? false;
  const keepsBilling = entered.keepsBilling ?? false;
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const shipping = typed ?? given ?? usualShippingAddress(saved);
  const start = billingStart(order, saved, shipping);
  const same = entered.same ?? (start.sameAsShipping || start.address === null);
  const billed = entered.billed ?? start.address;
  const billing = billed ?? emptyAddress(account.country, person.name, person.company);
  const stored = [given, order.billing.address, ...saved.map((known) => known.address)];
  const errors = { shipping: missingIn(shipping ?? emptyAddress(account.country), stored), billing: same ? {} : missingIn(billing, stored) };

  /** Fetched, or split over several addresses: that is changed in checkout, where each shipment is in sight. */
  const isElsewhere = order.shipping.shipments.length > 1 || order.shipping.shipments.some(({ kind }) => kind === 'pickup');
  const told = isElsewhere || shipping === null ? '' : toldBefore(order, { kind: 'address', address: shipping });

  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => {
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if ((!isElsewhere && (shipping === null || Object.keys(errors.shipping).length > 0)) || Object.keys(errors.billing).length > 0) {
      return focusFirstInvalid(form.current);
    }
    setBusy(true);
    setFailed(null);
    const first =
      isElsewhere || shipping === null || sameJson(shipping, given)
        ? null
        : await editor.perform({ kind: 'set_shipping', address: shipping, saveToCustomer: keeps });
    const second =
      first?.ok === false
        ? first
        : await editor.perform({ kind: 'set_billing', sameAsShipping: same, address: same ? null : billing, saveToCustomer: !same && keepsBilling });
    setBusy(false);
    if (second.ok) {
      forget();
      return onClose();
    }
    if (second.problem !== null) setFailed(problemText(second.problem, format.number));
  }

  return (
    <form
      ref={form}
      className={styles.panel}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        // What was typed is not thrown away by one key: Cancel does that.
        if (event.key === 'Escape' && Object.keys(entered).length === 0) onClose();
      }}
      noValidate
      aria-label={t.shippingBilling()}
    >
      <div className={styles.panelHead}>
        <h2 ref={heading} tabIndex={-1}>
          {t.shippingBilling()}
        </h2>
        <Button variant="quiet" size="small" icon="close" className="push" onClick={onClose}>
          {t.close()}
        </Button>
      </div>
      <div className={styles.columns}>
        <section>
          <h3>{t.shipTo()}</h3>
          {isElsewhere ? (
            <InlineNotice
              tone="info"
              actions={
                <Link to="/orders/$orderId/checkout/$step" params={{ orderId: order.id, step: 'shipping' }}>
                  {t.inShippingStep()}
                </Link>
              }
            >
              {order.shipping.shipments.length > 1 ? t.isSplit(format.number(order.shipping.shipments.length)) : t.isFetched()}
            </InlineNotice>
          ) : isLooking ? (
            <Skeleton />
          ) : (
            <AddressChoice
              legend={t.shipTo()}
              section="shipping"
              saved={saved}
              value={shipping}
              isGiven={given !== null && typed === null}
              onChange={(next) => change({ typed: next })}
              errors={isTried ? errors.shipping : {}}
              country={account.country}
              person={person}
            />
          )}
          {told !== '' && (
            <p className={styles.warn} role="status">
              {told}
            </p>
          )}
          <div className={styles.checks}>
            {!isElsewhere && shipping !== null && !saved.some((known) => sameJson(known.address, shipping)) && (
              <Checkbox label={t.saveAddress()} checked={keeps} onChange={(event) => change({ keeps: event.currentTarget.checked })} />
            )}
            <Checkbox label={checkout.billingSame()} checked={same} onChange={(event) => change({ same: event.currentTarget.checked })} />
          </div>
        </section>
        {!same && (
          <section>
            <h3>{t.billTo()}</h3>
            {isLooking ? (
              <Skeleton />
            ) : (
              <AddressChoice
                legend={t.billTo()}
                section="billing"
                saved={saved}
                value={billing}
                isGiven={order.billing.address !== null && entered.billed === undefined}
                onChange={(next) => change({ billed: next })}
                errors={isTried ? errors.billing : {}}
                country={account.country}
                person={person}
              />
            )}
            {Object.keys(errors.billing).length === 0 && !saved.some((known) => sameJson(known.address, billing)) && (
              <div className={styles.checks}>
                <Checkbox label={t.saveAddress()} checked={keepsBilling} onChange={(event) => change({ keepsBilling: event.currentTarget.checked })} />
              </div>
            )}
          </section>
        )}
      </div>
      {failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {failed}
        </InlineNotice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" variant="accent" busy={isBusy} disabled={isLooking}>
          {t.save()}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            forget();
            onClose();
          }}
        >
          {t.cancel()}
        </Button>
      </div>
    </form>
  );
}

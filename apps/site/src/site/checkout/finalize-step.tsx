import type { RefusalJson } from '@backdesk/contract/order/schema.ts';
import { AddressLines } from '@backdesk/ordering/address/address-lines.tsx';
import { t as checkout } from '@backdesk/ordering/checkout/texts.ts';
import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { CartLines } from '../cart/cart-lines.tsx';
import { api } from '../lib/api.ts';
import { cartQuery, receiveCart } from '../lib/cart.ts';
import { codeOf, refusalsOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import { AdditionalInformation } from './additional-information.tsx';
import styles from './checkout-page.module.css';
import { StepFrame } from './step-frame.tsx';
import type { StepProps } from './step-props.ts';
import { t } from './texts.ts';

type Step = 'shipping' | 'shipping-method' | 'billing';

/** Everything once more to read, what is still open with the way to mend it, and the one button. */
export function FinalizeStep({ cart, order, onPlaced }: StepProps) {
  const format = useFormat();
  const { account } = useSession();
  const queryClient = useQueryClient();
  // One submission, however often the button is pressed or the answer lost.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [unsaved, setUnsaved] = useState<Promise<unknown> | null>(null);
  const submit = useMutation({
    mutationFn: async () => {
      await unsaved;
      return api.submitCart({ body: { expectedTotal: cart.totals.total } }, { idempotencyKey: key });
    },
    onSuccess: (placed) => {
      onPlaced(placed);
      receiveCart(queryClient, { cart: null });
      void queryClient.invalidateQueries({ queryKey: ['orders'] });
    },
    onError: () => {
      setKey(crypto.randomUUID());
      void queryClient.invalidateQueries({ queryKey: cartQuery().queryKey, exact: true });
    },
  });
  const refused = refusalsOf(submit.error);
  const isMoved = codeOf(submit.error) === 'order.moved';
  const open = !isMoved && refused.length > 0 ? refused : cart.blockers;
  const money = (amount: unknown) => (typeof amount === 'number' ? format.money({ amount, currency: cart.currency }) : '');
  const detail = refused[0]?.detail ?? {};
  const [shipment] = cart.shipping.shipments;
  const methods = cart.shipping.shipments.flatMap(({ method }) => method?.name ?? []);
  const billing = cart.billing.sameAsShipping ? (shipment?.address ?? null) : cart.billing.address;
  return (
    <StepFrame
      title={checkout.step.finalize()}
      sub={t.review()}
      goLabel={t.submit()}
      isBusy={submit.isPending}
      error={isMoved || refused.length > 0 ? null : submit.error}
      onGo={() => submit.mutate()}
    >
      {isMoved && (
        <InlineNotice tone="warn" live="alert">
          {t.moved(money(detail.expectedAmount), money(detail.totalAmount))}
        </InlineNotice>
      )}
      {open.length > 0 && <Open refusals={open} isNews={refused.length > 0} />}
      <div className={styles.review}>
        {cart.contact !== null && (
          <Part title={t.you()}>
            <p dir="auto">{cart.contact.name}</p>
            <p className="soft">{cart.contact.email}</p>
          </Part>
        )}
        <Part title={shipment?.kind === 'pickup' ? t.pickedUp() : t.shippingTo()} step="shipping">
          {shipment?.pickupPlace && <p className="medium">{shipment.pickupPlace.name}</p>}
          {shipment?.address ? <AddressLines address={shipment.address} homeCountry={account.country} /> : <p className="muted">—</p>}
        </Part>
        <Part title={t.method()} step="shipping-method">
          <p>{methods.length === 0 ? '—' : methods.join(', ')}</p>
        </Part>
        <Part title={t.bill()} step="billing">
          {billing ? <AddressLines address={billing} homeCountry={account.country} /> : <p className="muted">—</p>}
        </Part>
        <Part title={t.payment()} step="billing">
          <p>{cart.payment === null ? '—' : cart.payment.method === 'open_account' ? t.openAccount() : t.purchaseOrder(cart.payment.poNumber ?? '')}</p>
        </Part>
      </div>
      <section className={styles.section}>
        <h2>{t.lines()}</h2>
        <CartLines lines={cart.lines} shown={order} typed={{}} refused={{}} />
      </section>
      <AdditionalInformation cart={cart} onSaving={setUnsaved} />
    </StepFrame>
  );
}

function Part({ title, step, children }: { title: string; step?: Step; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2>{title}</h2>
        {step !== undefined && (
          <Link to="/checkout/$step" params={{ step }} className="small" aria-label={t.changeOf(title)}>
            {t.change()}
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}

/** What stands against it, each with the way to where it is mended. */
function Open({ refusals, isNews }: { refusals: readonly RefusalJson[]; isNews: boolean }) {
  const format = useFormat();
  return (
    <InlineNotice tone="warn" title={t.open()} {...(isNews && { live: 'alert' as const })}>
      <ul className={styles.refusals}>
        {refusals.map((refusal) => (
          <li key={`${refusal.code}${refusal.lineId ?? ''}${refusal.pointer ?? ''}`}>
            {refusalText(refusal, format.number)}
            {refusal.step !== undefined && refusal.step !== 'finalize' && (
              <Link to="/checkout/$step" params={{ step: refusal.step }}>
                {t.mend(checkout.step[refusal.step]())}
              </Link>
            )}
            {refusal.lineId !== undefined && <Link to="/cart">{t.editCart()}</Link>}
          </li>
        ))}
      </ul>
    </InlineNotice>
  );
}

import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { BillingStep } from '@backdesk/ordering/checkout/billing-step.tsx';
import { CheckoutFaceProvider } from '@backdesk/ordering/checkout/checkout-face.ts';
import { CheckoutSteps } from '@backdesk/ordering/checkout/checkout-steps.tsx';
import { MethodStep } from '@backdesk/ordering/checkout/method-step.tsx';
import { ShippingStep } from '@backdesk/ordering/checkout/shipping-step.tsx';
import { isStepName, type StepName } from '@backdesk/ordering/checkout/step-name.ts';
import { t as checkout } from '@backdesk/ordering/checkout/texts.ts';
import { DiscountCodes } from '@backdesk/ordering/summary/discount-codes.tsx';
import { OrderSummary } from '@backdesk/ordering/summary/order-summary.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { LoadFailed } from '../components/page-states.tsx';
import { StoreChanges } from '../components/store-changes.tsx';
import { UnsentState } from '../components/unsent-state.tsx';
import { cartQuery, readCart } from '../lib/cart.ts';
import { useCartEditor } from '../lib/cart-editors.ts';
import { useLiveCart } from '../lib/live.ts';
import { useSession } from '../lib/session.tsx';
import styles from './checkout-page.module.css';
import { OrderPlaced } from './order-placed.tsx';
import { SiteFinalize } from './site-finalize.tsx';
import { t, words } from './texts.ts';
import { useContact } from './use-contact.tsx';
import { useSiteFace } from './use-site-face.tsx';

/** The four steps with the order beside them: those of the desk, on the customer's own cart. */
export function CheckoutPage({ step }: { step: string }) {
  const found = useQuery(cartQuery());
  const [placed, setPlaced] = useState<SiteOrder | null>(null);
  if (placed !== null) return <OrderPlaced order={placed} />;
  if (found.isPending) return <SkeletonPage label={t.loading()} />;
  if (found.data === undefined) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  const { cart } = found.data;
  if (cart === null || cart.lines.length === 0) return <Navigate to="/cart" replace />;
  if (!isStepName(step)) return <Navigate to="/checkout/$step" params={{ step: 'shipping' }} replace />;
  return <Checkout cart={cart} step={step} onPlaced={setPlaced} />;
}

function Checkout({ cart, step, onPlaced }: { cart: SiteOrder; step: StepName; onPlaced: (order: SiteOrder) => void }) {
  const { account } = useSession();
  const contact = useContact(cart);
  const editing = useCartEditor(cart);
  const { editor, state } = editing;
  const order = state.shown;
  const face = useSiteFace(editing, contact.person);
  const queryClient = useQueryClient();
  const live = useLiveCart({ editor, read: () => readCart(queryClient, cart.id), atCheckout: true });
  useEffect(() => {
    document.title = `${checkout.step[step]()} · ${account.name}`;
  }, [step, account.name]);
  return (
    <>
      <CheckoutSteps
        steps={order.checkout.steps}
        currency={order.currency}
        current={step}
        renderLink={(name, content, props) => (
          <Link to="/checkout/$step" params={{ step: name }} activeProps={{ 'aria-current': 'step' }} {...props}>
            {content}
          </Link>
        )}
      />
      <div className={styles.news}>
        <StoreChanges live={live} />
        <UnsentState {...editing} />
      </div>
      <div className={styles.grid}>
        <CheckoutFaceProvider value={face}>
          {step === 'shipping' && <ShippingStep before={contact.before} />}
          {step === 'shipping-method' && <MethodStep />}
          {step === 'billing' && <BillingStep />}
          {step === 'finalize' && <SiteFinalize cart={cart} editing={editing} live={live} onPlaced={onPlaced} />}
        </CheckoutFaceProvider>
        <aside className={styles.summary}>
          <OrderSummary
            order={order}
            codes={<DiscountCodes order={order} onSet={(codes) => editor.perform({ kind: 'set_codes', codes })} />}
            hasLinesBeside={step === 'finalize'}
            action={<Link to="/cart">{words.editLines()}</Link>}
          />
        </aside>
      </div>
    </>
  );
}

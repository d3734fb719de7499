import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { CheckoutSteps, type StepName } from '@backdesk/ordering/checkout/checkout-steps.tsx';
import { OrderSummary } from '@backdesk/ordering/summary/order-summary.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { LoadFailed } from '../components/page-states.tsx';
import { asOrder } from '../lib/as-order.ts';
import { cartQuery } from '../lib/cart.ts';
import { BillingStep } from './billing-step.tsx';
import styles from './checkout-page.module.css';
import { FinalizeStep } from './finalize-step.tsx';
import { MethodStep } from './method-step.tsx';
import { OrderPlaced } from './order-placed.tsx';
import { ShippingStep } from './shipping-step.tsx';
import type { StepProps } from './step-props.ts';
import { t } from './texts.ts';

const steps = { shipping: ShippingStep, 'shipping-method': MethodStep, billing: BillingStep, finalize: FinalizeStep } as const satisfies Record<
  StepName,
  (props: StepProps) => unknown
>;

/** The four steps with the order beside them: those of the desk, on the customer's own cart. */
export function CheckoutPage({ step }: { step: string }) {
  const found = useQuery(cartQuery());
  const [placed, setPlaced] = useState<SiteOrder | null>(null);
  if (placed !== null) return <OrderPlaced order={placed} />;
  if (found.isPending) return <SkeletonPage label={t.loading()} />;
  if (found.data === undefined) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  const { cart } = found.data;
  if (cart === null || cart.lines.length === 0) return <Navigate to="/cart" replace />;
  if (!Object.hasOwn(steps, step)) return <Navigate to="/checkout/$step" params={{ step: 'shipping' }} replace />;
  return <Checkout cart={cart} step={step as StepName} onPlaced={setPlaced} />;
}

function Checkout({ cart, step, onPlaced }: { cart: SiteOrder; step: StepName; onPlaced: (order: SiteOrder) => void }) {
  const order = useMemo(() => asOrder(cart), [cart]);
  const Step = steps[step];
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
      <div className={styles.grid}>
        <Step key={step} cart={cart} order={order} onPlaced={onPlaced} />
        <aside className={styles.summary}>
          <OrderSummary order={order} hasLinesBeside={step === 'finalize'} action={<Link to="/cart">{t.editCart()}</Link>} />
        </aside>
      </div>
    </>
  );
}

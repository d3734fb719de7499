import { BillingStep } from '@backdesk/ordering/checkout/billing-step.tsx';
import { CheckoutFaceProvider } from '@backdesk/ordering/checkout/checkout-face.ts';
import { CheckoutSteps } from '@backdesk/ordering/checkout/checkout-steps.tsx';
import { MethodStep } from '@backdesk/ordering/checkout/method-step.tsx';
import { ShippingStep } from '@backdesk/ordering/checkout/shipping-step.tsx';
import { isStepName, type StepName } from '@backdesk/ordering/checkout/step-name.ts';
import { t as checkout } from '@backdesk/ordering/checkout/texts.ts';
import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { DiscountCodes } from '@backdesk/ordering/summary/discount-codes.tsx';
import { OrderSummary } from '@backdesk/ordering/summary/order-summary.tsx';
import { UnsentNotices } from '@backdesk/ordering/unsent/unsent-notices.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { CustomerAtCheckout } from '../../components/customer-at-checkout/customer-at-checkout.tsx';
import { NotAllowed } from '../../components/not-allowed.tsx';
import { ConvertDialog } from '../../components/order-head/convert-dialog.tsx';
import { OrderHead } from '../../components/order-head/order-head.tsx';
import { useCheckoutGuard } from '../../lib/checkout-guard.ts';
import { useCompany } from '../../lib/live.ts';
import { useOrderEditor } from '../../lib/order-editors.ts';
import styles from './checkout-page.module.css';
import { useDeskFace } from './desk-face.tsx';
import { DeskFinalize } from './desk-finalize.tsx';
import { t, words } from './texts.ts';

/** Stages in which an order can still be taken through checkout. */
const open: readonly string[] = ['cart', 'draft', 'estimate', 'saved_cart'];

/** The four steps with the order beside them. What is entered is saved at each, so that one can leave and come back. */
export function CheckoutPage({ orderId, step }: { orderId: string; step: string }) {
  const found = useOrderEditor(orderId);
  if (found === null) return <SkeletonPage label={t.loading()} />;
  if (!isStepName(step)) return <Navigate to="/orders/$orderId/checkout/$step" params={{ orderId, step: 'shipping' }} replace />;
  if (!open.includes(found.state.confirmed.stage)) return <Navigate to="/orders/$orderId" params={{ orderId }} replace />;
  if (!found.state.confirmed.abilities.edit) return <NotAllowed isPage />;
  return <Checkout {...found} step={step} />;
}

function Checkout({ editor, state, step }: { editor: OrderEditor; state: EditorState; step: StepName }) {
  const guard = useCheckoutGuard(useCompany(state.shown.id));
  const [isConverting, setConverting] = useState(false);
  const navigate = useNavigate();
  const order = state.shown;
  const face = useDeskFace({ editor, state, onConvert: () => setConverting(true) });
  return (
    <div className={styles.page}>
      <OrderHead editor={editor} state={state} part={checkout.step[step]()} />
      <CheckoutSteps
        steps={order.checkout.steps}
        currency={order.currency}
        current={step}
        renderLink={(name, content, props) => (
          <Link to="/orders/$orderId/checkout/$step" params={{ orderId: order.id, step: name }} activeProps={{ 'aria-current': 'step' }} {...props}>
            {content}
          </Link>
        )}
      />
      <div className={styles.guard}>
        <CustomerAtCheckout guard={guard} />
        <UnsentNotices editor={editor} state={state} />
      </div>
      <div className={styles.grid} inert={guard.isHeld}>
        <CheckoutFaceProvider value={face}>
          {step === 'shipping' && <ShippingStep />}
          {step === 'shipping-method' && <MethodStep />}
          {step === 'billing' && <BillingStep />}
          {step === 'finalize' && <DeskFinalize editor={editor} />}
        </CheckoutFaceProvider>
        <aside className={styles.summary}>
          <div className={styles.summaryIn}>
            <OrderSummary
              order={order}
              hasLinesBeside={step === 'finalize'}
              codes={<DiscountCodes order={order} onSet={(codes) => editor.perform({ kind: 'set_codes', codes })} />}
              action={
                <Link to="/orders/$orderId" params={{ orderId: order.id }}>
                  {words.editLines()}
                </Link>
              }
            />
          </div>
        </aside>
      </div>
      {isConverting && (
        <ConvertDialog
          editor={editor}
          state={state}
          onClose={() => setConverting(false)}
          onDone={() => void navigate({ to: '/orders/$orderId', params: { orderId: order.id } })}
        />
      )}
    </div>
  );
}

import { CheckoutSteps, type StepName } from '@backdesk/ordering/checkout/checkout-steps.tsx';
import { t as checkout } from '@backdesk/ordering/checkout/texts.ts';
import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { DiscountCodes } from '@backdesk/ordering/summary/discount-codes.tsx';
import { OrderSummary } from '@backdesk/ordering/summary/order-summary.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { NotAllowed } from '../../components/not-allowed.tsx';
import { ConvertDialog } from '../../components/order-head/convert-dialog.tsx';
import { OrderHead } from '../../components/order-head/order-head.tsx';
import { useOrderEditor } from '../../lib/order-editors.ts';
import { BillingStep } from './billing-step.tsx';
import styles from './checkout-page.module.css';
import { FinalizeStep } from './finalize-step.tsx';
import { MethodStep } from './method-step.tsx';
import { ShippingStep } from './shipping-step.tsx';
import { t } from './texts.ts';

const steps = { shipping: ShippingStep, 'shipping-method': MethodStep, billing: BillingStep, finalize: FinalizeStep } as const satisfies Record<
  StepName,
  unknown
>;

/** Stages in which an order can still be taken through checkout. */
const open: readonly string[] = ['cart', 'draft', 'estimate', 'saved_cart'];

/** The four steps with the order beside them. What is entered is saved at each, so that one can leave and come back. */
export function CheckoutPage({ orderId, step }: { orderId: string; step: string }) {
  const found = useOrderEditor(orderId);
  if (found === null) return <SkeletonPage label={t.loading()} />;
  if (!Object.hasOwn(steps, step)) return <Navigate to="/orders/$orderId/checkout/$step" params={{ orderId, step: 'shipping' }} replace />;
  if (!open.includes(found.state.confirmed.stage)) return <Navigate to="/orders/$orderId" params={{ orderId }} replace />;
  if (!found.state.confirmed.abilities.edit) return <NotAllowed isPage />;
  return <Checkout {...found} step={step as StepName} />;
}

function Checkout({ editor, state, step }: { editor: OrderEditor; state: EditorState; step: StepName }) {
  const [isConverting, setConverting] = useState(false);
  const navigate = useNavigate();
  const order = state.shown;
  const Step = steps[step];
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
      <div className={styles.grid}>
        <Step key={step} order={order} editor={editor} onConvert={() => setConverting(true)} />
        <aside className={styles.summary}>
          <div className={styles.summaryIn}>
            <OrderSummary
              order={order}
              hasLinesBeside={step === 'finalize'}
              codes={<DiscountCodes order={order} onSet={(codes) => editor.perform({ kind: 'set_codes', codes })} />}
              action={
                <Link to="/orders/$orderId" params={{ orderId: order.id }}>
                  {t.editLines()}
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

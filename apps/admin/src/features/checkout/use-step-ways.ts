import type { Order } from '@backdesk/contract/order/schema.ts';
import type { StepName } from '@backdesk/ordering/checkout/checkout-steps.tsx';
import type { OrderEditor, Outcome } from '@backdesk/ordering/editing/order-editor.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

const order: readonly StepName[] = ['shipping', 'shipping-method', 'billing', 'finalize'];

export type StepProps = { readonly order: Order; readonly editor: OrderEditor; readonly onConvert: () => void };

/** Saving a step and going on from it: to the next step, back to the draft, or to an estimate. What was entered is kept in each case. */
export function useStepWays(step: StepName, { order: { id }, onConvert }: StepProps, save: () => Promise<Outcome | null>) {
  const navigate = useNavigate();
  const format = useFormat();
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  async function saved(isLeaving: boolean): Promise<boolean> {
    setBusy(true);
    setFailed(null);
    const outcome = await save();
    setBusy(false);
    // null: nothing to save, or the form says itself what is missing. Leaving goes on with what is there.
    if (outcome === null) return isLeaving;
    if (outcome.ok) return true;
    setFailed(outcome.problem === null ? '' : problemText(outcome.problem, format.number));
    return false;
  }

  const to = (next: StepName) => navigate({ to: '/orders/$orderId/checkout/$step', params: { orderId: id, step: next } });
  return {
    isBusy,
    failed,
    to,
    goOn: async (isComplete: boolean) => {
      if ((await saved(isComplete)) && isComplete) await to(order[order.indexOf(step) + 1] ?? 'finalize');
    },
    goBack: async () => {
      if (await saved(true)) await navigate({ to: '/orders/$orderId', params: { orderId: id } });
    },
    convert: async () => {
      if (await saved(true)) onConvert();
    },
  };
}

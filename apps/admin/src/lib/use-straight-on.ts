import { filledIn } from '@backdesk/ordering/checkout/filled-in.ts';
import { firstOpenStep } from '@backdesk/ordering/checkout/first-open-step.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import type { Entrusted } from '@backdesk/ordering/editing/outcome.ts';
import { useNavigate } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was filled in as usual on the way to this page, in words; true of that version of the order alone. */
    filledIn?: { readonly parts: readonly string[]; readonly version: number };
  }
}

/** Fills in checkout as usual and opens the first step that is not done. Without the server the steps stand as they are, and it is filled in later. */
export function useStraightOn(editor: OrderEditor): () => Promise<Entrusted> {
  const navigate = useNavigate();
  return async () => {
    const { shown: before } = editor.getState();
    editor.flush();
    const outcome = await editor.entrust({ kind: 'fill_checkout' });
    if (outcome !== 'kept' && !outcome.ok) return outcome;
    const { shown } = editor.getState();
    const filled = { parts: filledIn(before, shown), version: shown.version };
    const params = { orderId: shown.id, step: firstOpenStep(shown) };
    await navigate({ to: '/orders/$orderId/checkout/$step', params, state: { filledIn: filled } });
    return outcome;
  };
}

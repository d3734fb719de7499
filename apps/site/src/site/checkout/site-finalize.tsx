import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { useCheckout } from '@backdesk/ordering/checkout/checkout-face.ts';
import { FinalizeStep, type Submission } from '@backdesk/ordering/checkout/finalize-step.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../lib/api.ts';
import { cartQuery, receiveCart } from '../lib/cart.ts';
import type { LiveCart } from '../lib/live.ts';
import { sentenceOf } from '../lib/problem.ts';

/** The last step on the site: the customer's own order, and what it is called by the store afterwards. */
export function SiteFinalize({ cart, live, onPlaced }: { cart: SiteOrder; live: LiveCart; onPlaced: (order: SiteOrder) => void }) {
  const { order } = useCheckout();
  const queryClient = useQueryClient();

  async function submit({ expectedTotal, idempotencyKey }: Submission) {
    const placed = await api.submitCart({ body: { expectedTotal } }, { idempotencyKey });
    onPlaced(placed);
    receiveCart(queryClient, { cart: null });
    void queryClient.invalidateQueries({ queryKey: ['orders'] });
  }
  const contact = cart.contact;
  return (
    <FinalizeStep
      // What the store changed and was not read yet was not seen: the store is asked with the total before it, and tells the difference.
      seenTotal={() => live.totalBefore ?? order.totals.total}
      submit={submit}
      reload={() => queryClient.invalidateQueries({ queryKey: cartQuery().queryKey, exact: true })}
      sentenceOf={sentenceOf}
      lead={
        contact !== null && (
          <p>
            <span dir="auto">{contact.name}</span> <span className="soft">{contact.email}</span>
          </p>
        )
      }
    />
  );
}

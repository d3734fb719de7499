import type { RouteInput } from '@backdesk/contract/route.ts';
import type { siteRoutes } from '@backdesk/contract/site/routes.ts';
import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { useCheckout } from '@backdesk/ordering/checkout/checkout-face.ts';
import { FinalizeStep, type Submission } from '@backdesk/ordering/checkout/finalize-step.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../lib/api.ts';
import { asOrder } from '../lib/as-order.ts';
import { cartQuery, readCart, receiveCart } from '../lib/cart.ts';
import type { CartEditing } from '../lib/cart-editors.ts';
import type { LiveCart } from '../lib/live.ts';
import { codeOf, sentenceOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import { t } from './texts.ts';

type Props = { cart: SiteOrder; editing: CartEditing; live: LiveCart; onPlaced: (order: SiteOrder) => void };
type Body = RouteInput<typeof siteRoutes.submitCart>['body'];

/** The last step on the site: the customer's own order, and what it is called by the store afterwards. */
export function SiteFinalize({ cart, editing: { editor, state }, live, onPlaced }: Props) {
  const { account } = useSession();
  const { order } = useCheckout();
  const queryClient = useQueryClient();
  /** Up to this version a refusal has told what the store changed. */
  const told = useRef(0);
  /** What was sent, by its key: where the answer was lost the very same is sent again. */
  const sent = useRef<{ readonly key: string; readonly body: Body } | null>(null);
  const isTold = told.current >= state.confirmed.version;
  const seen = isTold ? state.confirmed.version : (live.versionBefore ?? state.confirmed.version);

  async function submit({ expectedTotal, idempotencyKey }: Submission) {
    const body = sent.current?.key === idempotencyKey ? sent.current.body : { expectedTotal, basedOn: seen };
    sent.current = { key: idempotencyKey, body };
    try {
      const placed = await api.submitCart({ body }, { idempotencyKey });
      onPlaced(placed);
      receiveCart(queryClient, { cart: null });
      void queryClient.invalidateQueries({ queryKey: ['orders'] });
    } catch (error) {
      if (codeOf(error) === 'order.conflict' || codeOf(error) === 'order.moved') await lookAgain();
      throw error;
    }
  }

  /** Shows what the store changed, whether the stream has told of it or not. */
  async function lookAgain() {
    const { shown: before, confirmed } = editor.getState();
    const now = await readCart(queryClient, cart.id).catch(() => null);
    if (now === null) return;
    editor.receive(asOrder(now));
    live.told({ from: confirmed.version, before, after: editor.getState().shown });
    told.current = now.version;
  }
  const contact = cart.contact;
  return (
    <FinalizeStep
      // What the store changed and was not read yet was not seen: the store is asked with the total before it, and tells the difference.
      seenTotal={() => (isTold ? order.totals.total : (live.totalBefore ?? order.totals.total))}
      submit={submit}
      reload={() => queryClient.invalidateQueries({ queryKey: cartQuery().queryKey, exact: true })}
      sentenceOf={(error) => (codeOf(error) === 'order.conflict' ? t.changedMeanwhile(account.name) : sentenceOf(error))}
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

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
type Sent = { readonly press: string; readonly key: string; readonly body: Body };
type Body = RouteInput<typeof siteRoutes.submitCart>['body'];

/** The last step on the site: the customer's own order, and what it is called by the store afterwards. */
export function SiteFinalize({ cart, editing: { editor, state }, live, onPlaced }: Props) {
  const { account } = useSession();
  const { order } = useCheckout();
  const queryClient = useQueryClient();
  /** Up to this version a refusal has told what the store changed. */
  const told = useRef(0);
  /** What was sent for a press of the button: where the answer was lost the very same is sent again, under its own key. */
  const sent = useRef<Sent | null>(null);
  const isTold = told.current >= state.confirmed.version;
  const seen = isTold ? state.confirmed.version : (live.versionBefore ?? state.confirmed.version);

  async function submit({ expectedTotal, idempotencyKey }: Submission) {
    const known = sent.current?.press === idempotencyKey ? sent.current : null;
    const first = known ?? { press: idempotencyKey, key: idempotencyKey, body: { expectedTotal, basedOn: seen } };
    try {
      await place(first);
    } catch (error) {
      const isMoved = codeOf(error) === 'order.moved';
      if (!isMoved && codeOf(error) !== 'order.conflict') throw error;
      const isSeen = await lookAgain();
      // What nothing is to be seen of stands in nobody's way.
      if (isMoved || isSeen !== false) throw error;
      await place({ press: idempotencyKey, key: crypto.randomUUID(), body: { ...first.body, basedOn: told.current } });
    }
  }

  async function place(order: Sent) {
    sent.current = order;
    const placed = await api.submitCart({ body: order.body }, { idempotencyKey: order.key });
    onPlaced(placed);
    receiveCart(queryClient, { cart: null });
    void queryClient.invalidateQueries({ queryKey: ['orders'] });
  }

  /** Shows what the store changed, whether the stream has told of it or not; false: there is nothing to be seen. */
  async function lookAgain(): Promise<boolean | undefined> {
    const { shown: before, confirmed } = editor.getState();
    const now = await readCart(queryClient, cart.id).catch(() => null);
    if (now === null) return undefined;
    editor.receive(asOrder(now));
    told.current = now.version;
    return live.told({ from: confirmed.version, before, after: editor.getState().shown }) || live.changes.length > 0;
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

import { ApiProblem } from '@backdesk/contract/client.ts';
import type { Order } from '@backdesk/contract/order/schema.ts';
import type { CheckoutFace, CheckoutOp } from '@backdesk/ordering/checkout/checkout-face.ts';
import type { Outcome } from '@backdesk/ordering/editing/order-editor.ts';
import { buttonClass } from '@backdesk/ui/actions/button.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { api } from '../lib/api.ts';
import { useCartChange } from '../lib/cart.ts';
import { addressesQuery, orderFieldsQuery, placesQuery } from '../lib/choices.ts';
import { useSession } from '../lib/session.tsx';
import { sendCartOp } from './send-cart-op.ts';
import { t, words } from './texts.ts';
import { useTypedPatch } from './use-typed-patch.ts';

/** The steps of checkout on the site: the customer's own cart, each change answered by the cart as it is then. */
export function useSiteFace(order: Order, person: CheckoutFace['person']): CheckoutFace {
  const { account, customer } = useSession();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const book = useQuery({ ...addressesQuery(), enabled: customer !== null });
  const places = useQuery(placesQuery());
  const fields = useQuery(orderFieldsQuery()).data?.items ?? [];
  const change = useCartChange(sendCartOp);
  const typing = useTypedPatch();
  // One change after the other, as they were made.
  const last = useRef<Promise<unknown>>(Promise.resolve());

  async function send(op: CheckoutOp): Promise<Outcome> {
    try {
      const { cart } = await change.mutateAsync(op);
      if ('saveToCustomer' in op && op.saveToCustomer) void queryClient.invalidateQueries({ queryKey: addressesQuery().queryKey });
      return { ok: true, version: cart?.version ?? 0 };
    } catch (error) {
      return { ok: false, problem: error instanceof ApiProblem ? error.problem : null };
    }
  }
  const [onlyWay, ...otherWays] = order.allowedPayments;
  return {
    order,
    perform: (op) => {
      const sent = last.current.then(() => send(op));
      last.current = sent;
      return sent;
    },
    settled: async () => {
      await last.current;
    },
    typing,
    home: { name: account.name, country: account.country },
    person,
    book: customer === null ? null : { items: book.data?.items ?? [], isLooking: book.isPending, isKnown: book.isSuccess },
    places: {
      items: places.data?.items ?? [],
      isPending: places.isPending,
      isFailed: places.isError && places.data === undefined,
      retry: () => void places.refetch(),
      own: false,
    },
    listRates: async (signal) => (await api.listCartRates({}, { signal })).items,
    fields,
    usualPayment: onlyWay === 'purchase_order' && otherWays.length === 0 ? { method: 'purchase_order', poNumber: order.poNumber } : null,
    me: '',
    goTo: (place) => void (place === 'lines' ? navigate({ to: '/cart' }) : navigate({ to: '/checkout/$step', params: { step: place } })),
    link: (place, content, props) =>
      place === 'lines' ? (
        <Link to="/cart" {...props}>
          {content}
        </Link>
      ) : (
        <Link to="/checkout/$step" params={{ step: place }} {...props}>
          {content}
        </Link>
      ),
    otherWays: () => (
      <Link to="/cart" className={buttonClass({ variant: 'quiet' })}>
        {t.toCart()}
      </Link>
    ),
    goHint: null,
    whatMoved: null,
    toRates: null,
    maySubmit: true,
    level: 1,
    words,
  };
}

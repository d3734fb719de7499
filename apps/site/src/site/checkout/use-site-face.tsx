import type { CheckoutFace } from '@backdesk/ordering/checkout/checkout-face.ts';
import { typingOf } from '@backdesk/ordering/checkout/typing-of.ts';
import { buttonClass } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '../lib/api.ts';
import type { CartEditing } from '../lib/cart-editors.ts';
import { addressesQuery, orderFieldsQuery, placesQuery } from '../lib/choices.ts';
import { useSession } from '../lib/session.tsx';
import { t, words } from './texts.ts';

/** The steps of checkout on the site: the customer's own cart, edited as on its page. */
export function useSiteFace({ editor, state }: CartEditing, person: CheckoutFace['person']): CheckoutFace {
  const { account, customer, ordersWait } = useSession();
  const format = useFormat();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const book = useQuery({ ...addressesQuery(), enabled: customer !== null });
  const places = useQuery(placesQuery());
  const fields = useQuery(orderFieldsQuery()).data?.items ?? [];
  const order = state.shown;
  return {
    order,
    perform: async (op) => {
      const outcome = await editor.perform(op);
      if ('saveToCustomer' in op && op.saveToCustomer) void queryClient.invalidateQueries({ queryKey: addressesQuery().queryKey });
      return outcome;
    },
    settled: () => editor.settled(),
    typing: typingOf(editor, state, format.number),
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
    me: '',
    straightOn: null,
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
    words: ordersWait ? { ...words, ready: t.readyWaits } : words,
  };
}

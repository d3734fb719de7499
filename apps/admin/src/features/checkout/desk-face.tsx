import type { CheckoutFace } from '@backdesk/ordering/checkout/checkout-face.ts';
import { typingOf } from '@backdesk/ordering/checkout/typing-of.ts';
import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { commandKey } from '@backdesk/ui/text/command-key.ts';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { customerQuery } from '../../lib/customer-query.ts';
import { orderFieldsQuery } from '../../lib/field-queries.ts';
import { pickupPlacesQuery } from '../../lib/pickup-places-query.ts';
import { useMay, useSession } from '../../lib/session.tsx';
import { useStraightOn } from '../../lib/use-straight-on.ts';
import { t, words } from './texts.ts';
import { WhatMoved } from './what-moved.tsx';

type Desk = { readonly editor: OrderEditor; readonly state: EditorState; readonly onConvert: () => void };

/** The steps of checkout on the desk: the order is edited as everywhere here, and each step can be left for the draft or an estimate. */
export function useDeskFace({ editor, state, onConvert }: Desk): CheckoutFace {
  const { shown: order } = state;
  const format = useFormat();
  const { account, staff } = useSession();
  const maySet = useMay('settings:write');
  const navigate = useNavigate();
  const customer = useQuery(customerQuery(order.customer?.id));
  const places = useQuery(pickupPlacesQuery());
  const fields = useQuery(orderFieldsQuery()).data?.items ?? [];
  const straightOn = useStraightOn(editor);
  const params = { orderId: order.id };
  const toDraft = () => void navigate({ to: '/orders/$orderId', params });
  return {
    order,
    perform: (op) => editor.perform(op),
    settled: () => editor.settled(),
    typing: typingOf(editor, state, format.number),
    home: { name: account.name, country: account.country },
    person: { name: order.customer?.name ?? '', company: order.company?.name ?? '' },
    // The customer's own addresses come first: nobody should begin to type one that is on its way.
    book: { items: customer.data?.addresses ?? [], isLooking: customer.isLoading, isKnown: customer.isSuccess },
    places: {
      items: (places.data?.items ?? []).filter(({ active }) => active),
      isPending: places.isPending,
      isFailed: places.isError && places.data === undefined,
      retry: () => void places.refetch(),
      own: true,
    },
    listRates: async (signal) => (await api.listShippingRates({ params: { id: order.id } }, { signal })).items,
    fields,
    me: staff.name,
    straightOn,
    goTo: (place) => (place === 'lines' ? toDraft() : void navigate({ to: '/orders/$orderId/checkout/$step', params: { ...params, step: place } })),
    link: (place, content, props) =>
      place === 'lines' ? (
        <Link to="/orders/$orderId" params={params} {...props}>
          {content}
        </Link>
      ) : (
        <Link to="/orders/$orderId/checkout/$step" params={{ ...params, step: place }} {...props}>
          {content}
        </Link>
      ),
    otherWays: (leave) => (
      <>
        <Button className="push" onClick={() => leave(toDraft)}>
          {t.back()}
        </Button>
        <Button onClick={() => leave(onConvert)}>{t.convert()}</Button>
      </>
    ),
    goHint: <Kbd className="hide-m">{`${commandKey} ↵`}</Kbd>,
    whatMoved: <WhatMoved orderId={order.id} version={order.version} />,
    toRates: maySet && <Link to="/settings/shipping-zones">{t.toZones()}</Link>,
    maySubmit: order.abilities.submit,
    level: 2,
    words,
  };
}

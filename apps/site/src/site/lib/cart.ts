import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './api.ts';
import { sessionQuery } from './session.tsx';

type CartAnswer = { readonly cart: SiteOrder | null };

export function cartQuery() {
  return queryOptions({ queryKey: ['cart'], queryFn: ({ signal }) => api.getCart({}, { signal }) });
}

/** The cart read again, whatever is known of it; null: this one is not the cart any more. */
export async function readCart(queryClient: QueryClient, id: string): Promise<SiteOrder | null> {
  const { cart } = await queryClient.fetchQuery({ ...cartQuery(), staleTime: 0 });
  receiveCart(queryClient, { cart });
  return cart?.id === id ? cart : null;
}

/** The cart as an answer gave it, unless a newer one is known, and the count beside it in the header. */
export function receiveCart(queryClient: QueryClient, { cart }: CartAnswer): void {
  queryClient.setQueryData(cartQuery().queryKey, (known) =>
    known?.cart?.id === cart?.id && (known?.cart?.version ?? 0) > (cart?.version ?? 0) ? known : { cart },
  );
  queryClient.setQueryData(sessionQuery().queryKey, (session) => session && { ...session, cartItems: cart?.itemCount ?? 0 });
}

/** A change of the cart; what it answers is the cart from then on. */
export function useCartChange<Given>(change: (given: Given) => Promise<CartAnswer>) {
  const queryClient = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (answer) => receiveCart(queryClient, answer) });
}

import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './api.ts';
import { sessionQuery } from './session.tsx';

type CartAnswer = { readonly cart: SiteOrder | null };

export function cartQuery() {
  return queryOptions({ queryKey: ['cart'], queryFn: ({ signal }) => api.getCart({}, { signal }) });
}

/** The cart as an answer gave it, and the count beside it in the header. */
export function receiveCart(queryClient: QueryClient, { cart }: CartAnswer): void {
  queryClient.setQueryData(cartQuery().queryKey, { cart });
  queryClient.setQueryData(sessionQuery().queryKey, (session) => session && { ...session, cartItems: cart?.itemCount ?? 0 });
}

/** A change of the cart; what it answers is the cart from then on. */
export function useCartChange<Given>(change: (given: Given) => Promise<CartAnswer>) {
  const queryClient = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (answer) => receiveCart(queryClient, answer) });
}

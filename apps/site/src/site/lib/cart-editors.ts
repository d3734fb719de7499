// The carts of a customer as they are edited: each change shows at once, is kept in the browser until the store has it, and is sent in order.
import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import type { OrderServer } from '@backdesk/ordering/editing/order-server.ts';
import { useEditorState } from '@backdesk/ordering/editing/use-editor-state.ts';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { asOrder } from './as-order.ts';
import { cartQuery, readCart, receiveCart } from './cart.ts';
import { openCarts } from './open-carts.ts';
import { savedCartQuery } from './saved-cart.ts';
import { sendCartOp, sendSavedCartOp } from './send-cart-op.ts';

export type CartEditing = { readonly editor: OrderEditor; readonly state: EditorState };

/** The cart as it is being edited: the same on its page and at checkout. */
export function useCartEditor(cart: SiteOrder): CartEditing {
  const queryClient = useQueryClient();
  // No longer the cart: the page that shows it goes, what is known of it stays.
  const known = () => openCarts.find(cart.id)?.getState().confirmed ?? asOrder(cart);
  const read = async () => {
    const now = await readCart(queryClient, cart.id);
    return now === null ? known() : asOrder(now);
  };
  return useEditing(cart, cartQuery().queryKey, () => ({
    read,
    send: async (queued) => {
      const answer = await sendCartOp(queued);
      // An answer that was too large to be kept for a second try is read again.
      if (answer.cart?.id !== cart.id) return read();
      receiveCart(queryClient, answer);
      return asOrder(answer.cart);
    },
  }));
}

/** A saved cart as it is being edited where it is. */
export function useSavedCartEditor(cart: SiteOrder): CartEditing {
  const queryClient = useQueryClient();
  const { queryKey } = savedCartQuery(cart.id);
  const read = () => queryClient.fetchQuery({ ...savedCartQuery(cart.id), staleTime: 0 });
  return useEditing(cart, queryKey, () => ({
    read: async () => asOrder(await read()),
    send: async (queued) => {
      const answer = await sendSavedCartOp(cart.id, queued);
      const now = Array.isArray(answer.lines) ? answer : await read();
      queryClient.setQueryData(queryKey, (known) => (known !== undefined && known.version > now.version ? known : now));
      void queryClient.invalidateQueries({ queryKey: ['saved-carts'], exact: true });
      return asOrder(now);
    },
  }));
}

function useEditing(cart: SiteOrder, queryKey: QueryKey, server: () => OrderServer): CartEditing {
  const queryClient = useQueryClient();
  const editor = openCarts.of(asOrder(cart), () => ({
    server: server(),
    // Asked again, it answers the same and the site goes to the sign-in.
    onSignedOut: () => void queryClient.invalidateQueries({ queryKey }),
  }));
  useEffect(() => editor.receive(asOrder(cart)), [editor, cart]);
  const state = useEditorState(editor);
  return { editor, state: state ?? editor.getState() };
}

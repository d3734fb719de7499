import type { Order } from '@backdesk/contract/order/order.ts';
import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import { browserStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOpenEditors } from '@backdesk/ordering/editing/open-editors.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { deskServer } from '@backdesk/ordering/editing/send-op.ts';
import { useEditorState } from '@backdesk/ordering/editing/use-editor-state.ts';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, together } from './api.ts';
import { useLiveOrder } from './live.ts';
import { orderQuery } from './order-query.ts';
import { readAlong } from './read-along.ts';
import { useMay } from './session.tsx';

export const editors = createOpenEditors(browserStorage('backdesk'));

/** The editor of an order and its state; null until the order has been read. */
export function useOrderEditor(orderId: string): { readonly editor: OrderEditor; readonly state: EditorState } | null {
  const queryClient = useQueryClient();
  const mayReadCosts = useMay('cost:read');
  const { data } = useQuery(orderQuery(orderId));
  const editor = data === undefined ? editors.find(orderId) : editorOf(data, queryClient, mayReadCosts);
  useEffect(() => {
    if (data !== undefined) editors.find(orderId)?.receive(data);
  }, [data, orderId]);
  useLiveOrder(editor);
  const state = useEditorState(editor);
  return editor === null || state === null ? null : { editor, state };
}

function editorOf(order: Order, queryClient: QueryClient, mayReadCosts: boolean): OrderEditor {
  return editors.of(order, () => {
    const { queryKey } = orderQuery(order.id);
    const { along, keep } = readAlong(order.id, queryClient, mayReadCosts);
    return {
      server: deskServer(api, order.id, { together, along }),
      onConfirmed: (confirmed) => {
        keep(confirmed);
        queryClient.setQueryData(queryKey, confirmed);
      },
      // Asked again, the order answers the same and the desk goes to the sign-in.
      onSignedOut: () => void queryClient.invalidateQueries({ queryKey }),
    };
  });
}

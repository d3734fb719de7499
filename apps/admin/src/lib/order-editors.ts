import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import { indexedDbStorage, memoryStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOrderEditor, type OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { api } from './api.ts';
import { useLiveOrder } from './live.ts';
import { orderQuery } from './order-query.ts';

// One editor an order and page visit: the draft, its panels and the checkout share one queue.
const editors = new Map<string, OrderEditor>();
const storage = typeof indexedDB === 'undefined' ? memoryStorage() : indexedDbStorage;

/** The editor of an order and its state; null until the order has been read. */
export function useOrderEditor(orderId: string): { readonly editor: OrderEditor; readonly state: EditorState } | null {
  const queryClient = useQueryClient();
  const { data } = useQuery(orderQuery(orderId));
  const editor = data === undefined ? (editors.get(orderId) ?? null) : editorOf(data, queryClient);
  useEffect(() => {
    if (data !== undefined) editors.get(orderId)?.receive(data);
  }, [data, orderId]);
  useEffect(() => {
    const retry = () => editor?.retryNow();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      editor?.flush();
    };
  }, [editor]);
  useLiveOrder(editor);
  const state = useSyncExternalStore(editor?.subscribe ?? never, () => editor?.getState() ?? null);
  return editor === null || state === null ? null : { editor, state };
}

function never() {
  return () => undefined;
}

function editorOf(order: Parameters<OrderEditor['receive']>[0], queryClient: QueryClient): OrderEditor {
  const found = editors.get(order.id);
  if (found !== undefined) return found;
  const made = createOrderEditor({
    api,
    storage,
    order,
    onConfirmed: (confirmed) => queryClient.setQueryData(orderQuery(order.id).queryKey, confirmed),
    // Asked again, the order answers the same and the desk goes to the sign-in.
    onSignedOut: () => void queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey }),
  });
  editors.set(order.id, made);
  void made.resume();
  return made;
}

/** Before sign-out: what rests is sent, as far as the server answers within a few seconds. */
export async function sendWhatRests(): Promise<void> {
  const all = Promise.all([...editors.values()].map((editor) => editor.settled()));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 3000))]);
}

/** At sign-out: what is kept of orders leaves the browser. */
export async function forgetEditors(): Promise<void> {
  editors.clear();
  await storage.clear().catch(() => undefined);
}

// One editor an order and page visit: all pages that show the order share one queue.
import type { Order } from '@backdesk/contract/order/schema.ts';
import { useEffect, useSyncExternalStore } from 'react';
import type { EditorState } from './editor-state.ts';
import type { OpStorage } from './op-storage.ts';
import { createOrderEditor, type EditorOptions, type OrderEditor } from './order-editor.ts';

/** At sign-out so long is waited for what rests. */
const lastWordMs = 3000;

export type OpenEditors = ReturnType<typeof createOpenEditors>;

export function createOpenEditors(storage: OpStorage) {
  const editors = new Map<string, OrderEditor>();
  return {
    find: (orderId: string): OrderEditor | null => editors.get(orderId) ?? null,
    /** The editor of an order; made when it is asked for first, with what a former visit could not send. */
    of(order: Order, options: () => Omit<EditorOptions, 'storage' | 'order'>): OrderEditor {
      const found = editors.get(order.id);
      if (found !== undefined) return found;
      const made = createOrderEditor({ storage, order, ...options() });
      editors.set(order.id, made);
      void made.resume();
      return made;
    },
    /** Before sign-out: what rests is sent, as far as the server answers within a few seconds. */
    async sendWhatRests(): Promise<void> {
      const all = Promise.all([...editors.values()].map((editor) => editor.settled()));
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, lastWordMs))]);
    },
    /** At sign-out: what is kept of orders leaves the browser. */
    async forget(): Promise<void> {
      editors.clear();
      await storage.clear().catch(() => undefined);
    },
  };
}

/** What an editor shows; it tries again when the network is back, and sends what rests when the page is left. */
export function useEditorState(editor: OrderEditor | null): EditorState | null {
  useEffect(() => {
    const retry = () => editor?.retryNow();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      editor?.flush();
    };
  }, [editor]);
  return useSyncExternalStore(editor?.subscribe ?? never, () => editor?.getState() ?? null);
}

function never() {
  return () => undefined;
}

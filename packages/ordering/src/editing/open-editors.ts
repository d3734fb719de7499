// One editor an order and page visit: all pages that show the order share one queue.
import type { Order } from '@backdesk/contract/order/order.ts';
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
      for (const editor of editors.values()) editor.forget();
      editors.clear();
      await storage.clear().catch(() => undefined);
    },
  };
}

import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import type { Entrusted, OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { useEditorState } from '@backdesk/ordering/editing/use-editor-state.ts';
import type { ProductChoice } from '@backdesk/ordering/product/product-page.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSession } from './session.tsx';

export type Chosen = Omit<ProductChoice, 'note'> & { readonly note?: string };

export type Adding = {
  /** null until the script for it is there; the page is read meanwhile. */
  readonly editor: OrderEditor | null;
  readonly state: EditorState | null;
  /** Puts it into the cart; without a connection it is kept here until it can be. Rejects when not even that is possible. */
  readonly add: (product: Product, choices: readonly Chosen[]) => Promise<Entrusted>;
};

const load = () => import('./adding.ts');

/** What is put into the cart from here, also what a former visit could not send. */
export function useAdding(): Adding {
  const queryClient = useQueryClient();
  const { account } = useSession();
  const [editor, setEditor] = useState<OrderEditor | null>(null);
  useEffect(() => {
    void load().then(
      ({ openAdding }) => setEditor(openAdding(queryClient, account)),
      () => undefined,
    );
  }, [queryClient, account]);
  const state = useEditorState(editor);
  return {
    editor,
    state,
    add: async (product, choices) => {
      const { addingOp, openAdding } = await load();
      return openAdding(queryClient, account).entrust(addingOp(product, choices));
    },
  };
}

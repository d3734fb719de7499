import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import type { Entrusted } from '@backdesk/ordering/editing/outcome.ts';
import { useEditorState } from '@backdesk/ordering/editing/use-editor-state.ts';
import type { ProductChoice } from '@backdesk/ordering/product/product-page.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useSession } from './session.tsx';
import { addingOf, siteStorage } from './site-storage.ts';

export type Chosen = Omit<ProductChoice, 'note'> & { readonly note?: string };

export type Adding = {
  /** null until the script for it is there; the page is read meanwhile. */
  readonly editor: OrderEditor | null;
  readonly state: EditorState | null;
  /** Puts it into the cart; without a connection it is kept here until it can be. Rejects when not even that is possible. */
  readonly add: (product: Product, choices: readonly Chosen[]) => Promise<Entrusted>;
  /** Loads what takes up and sends what is kept. */
  readonly open: () => Promise<OrderEditor>;
};

const AddingContext = createContext<Adding | null>(null);
const load = () => import('./adding.ts');

/** What is put into the cart, on every page of the site: what a former visit could not send is sent wherever somebody comes in again. */
export function AddingProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const { account, customer } = useSession();
  const [opened, setOpened] = useState<{ readonly of: string | undefined; readonly editor: OrderEditor } | null>(null);
  // What another customer left here is not shown to this one.
  const editor = opened === null || (opened.of !== undefined && opened.of !== customer?.email) ? null : opened.editor;
  const open = useCallback(async () => {
    const { openAdding } = await load();
    const made = openAdding(queryClient, account, customer);
    setOpened({ of: customer?.email, editor: made });
    return made;
  }, [queryClient, account, customer]);
  useEffect(() => {
    // The script for it is asked for where something is kept only.
    const take = async () => {
      if (await siteStorage.hasLeft(addingOf(customer))) await open();
      // What a guest put aside goes along.
      if (customer !== null && (await siteStorage.hasLeft(addingOf(null)))) (await load()).openAdding(queryClient, account, null);
    };
    void take().catch(() => undefined);
  }, [open, queryClient, account, customer]);
  const state = useEditorState(editor);
  const add = useCallback<Adding['add']>(
    async (product, choices) => {
      const taking = await open();
      const { addingOp } = await load();
      return taking.entrust(addingOp(product, choices));
    },
    [open],
  );
  return <AddingContext value={{ editor, state, add, open }}>{children}</AddingContext>;
}

/** What is on its way into the cart, as a page shows it that nothing is added on. */
export function useAdding(): Adding {
  const adding = useContext(AddingContext);
  if (adding === null) throw new Error('useAdding outside the site');
  return adding;
}

/** The same where things are added: what sends them is loaded before it is asked for. */
export function useOpenAdding(): Adding {
  const adding = useAdding();
  const { open } = adding;
  useEffect(() => {
    void open().catch(() => undefined);
  }, [open]);
  return adding;
}

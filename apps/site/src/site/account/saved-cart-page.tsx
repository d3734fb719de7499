import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { OrderTotals } from '@backdesk/ordering/summary/order-totals.tsx';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { CartLines } from '../cart/cart-lines.tsx';
import { useLineEditing } from '../cart/use-line-editing.ts';
import { LoadFailed } from '../components/page-states.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { StoreChanges } from '../components/store-changes.tsx';
import { UnsentState } from '../components/unsent-state.tsx';
import { useSavedCartEditor } from '../lib/cart-editors.ts';
import { useLiveCart } from '../lib/live.ts';
import { isNotFound } from '../lib/problem.ts';
import { savedCartQuery } from '../lib/saved-cart.ts';
import styles from './account.module.css';
import { SavedCartWays } from './saved-cart-ways.tsx';
import { t } from './texts.ts';

/** A saved cart to look at and change where it is: the cart stays as it is. */
export function SavedCartPage({ id }: { id: string }) {
  const found = useQuery(savedCartQuery(id));
  if (found.isPending) return <SkeletonPage label={t.loading()} />;
  if (isNotFound(found.error)) return <GoneCart />;
  if (found.data === undefined) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  return <SavedCart key={id} cart={found.data} />;
}

/** Where it went is the store's to say. */
function GoneCart() {
  return (
    <EmptyState
      icon="bag"
      title={t.savedGone()}
      isPage
      action={
        <Link to="/account/saved-carts" className={buttonClass({ variant: 'primary' })}>
          {t.savedCarts()}
        </Link>
      }
    >
      {t.savedGoneDetail()}
    </EmptyState>
  );
}

function SavedCart({ cart }: { cart: SiteOrder }) {
  const format = useFormat();
  const queryClient = useQueryClient();
  const { id } = cart;
  const editing = useSavedCartEditor(cart);
  const { editor, state } = editing;
  const lines = useLineEditing(editing);
  const live = useLiveCart({ editor, read: () => queryClient.fetchQuery({ ...savedCartQuery(id), staleTime: 0 }) });
  return (
    <>
      <p>
        <Link to="/account/saved-carts">{t.savedCarts()}</Link>
      </p>
      <PageTitle sub={t.changedOn(format.dateTime(cart.updatedAt))}>{state.shown.name || t.unnamed()}</PageTitle>
      <div className={styles.two}>
        <div className="stack">
          <StoreChanges live={live} />
          <UnsentState {...editing} />
          <CartLines lines={cart.lines} editing={lines} storeLines={live.storeLines} />
          <SavedCartWays cart={cart} />
        </div>
        <aside className={styles.rail}>
          <div className="stack">
            <OrderTotals order={state.shown} />
            <RenameForm name={state.shown.name} onRename={(name) => editor.dispatch({ kind: 'change_order', patch: { name } })} />
          </div>
        </aside>
      </div>
    </>
  );
}

function RenameForm({ name: before, onRename }: { name: string; onRename: (name: string) => void }) {
  // As it is typed; null: as it is.
  const [typed, setTyped] = useState<string | null>(null);
  function submit(event: FormEvent) {
    event.preventDefault();
    onRename((typed ?? before).trim());
    setTyped(null);
  }
  return (
    <form onSubmit={submit} className="stack stack--tight">
      <TextInput label={t.name()} value={typed ?? before} maxLength={200} placeholder={t.unnamed()} onChange={(event) => setTyped(event.currentTarget.value)} />
      {typed !== null && typed.trim() !== before && <Button type="submit">{t.rename()}</Button>}
    </form>
  );
}

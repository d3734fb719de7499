import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { OrderTotals } from '@backdesk/ordering/summary/order-totals.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { CartLines } from '../cart/cart-lines.tsx';
import { useQuantities } from '../cart/use-quantities.ts';
import { LoadFailed, NotFound } from '../components/page-states.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { StoreChanges } from '../components/store-changes.tsx';
import { api } from '../lib/api.ts';
import { useLiveCart } from '../lib/live.ts';
import { isNotFound, sentenceOf } from '../lib/problem.ts';
import styles from './account.module.css';
import { SavedCartWays } from './saved-cart-ways.tsx';
import { t } from './texts.ts';

const savedCartQuery = (id: string) =>
  queryOptions({ queryKey: ['saved-carts', id], queryFn: ({ signal }) => api.getSavedCart({ params: { id } }, { signal }) });

/** A saved cart to look at and change where it is: the cart stays as it is. */
export function SavedCartPage({ id }: { id: string }) {
  const found = useQuery(savedCartQuery(id));
  if (found.isPending) return <SkeletonPage label={t.loading()} />;
  if (isNotFound(found.error)) return <NotFound />;
  if (found.data === undefined) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  return <SavedCart key={id} cart={found.data} />;
}

function SavedCart({ cart }: { cart: SiteOrder }) {
  const format = useFormat();
  const queryClient = useQueryClient();
  const { id } = cart;
  const receive = (now: SiteOrder) => {
    queryClient.setQueryData(savedCartQuery(id).queryKey, (known) => (known !== undefined && known.version > now.version ? known : now));
    void queryClient.invalidateQueries({ queryKey: ['saved-carts'], exact: true });
  };
  const change = useMutation({
    mutationFn: ({ lineId, ...body }: { lineId: string; quantity?: number; chosen?: boolean; basedOn?: number }) =>
      api.changeSavedLine({ params: { id, lineId }, body }),
    onSuccess: receive,
  });
  const remove = useMutation({ mutationFn: (lineId: string) => api.removeSavedLine({ params: { id, lineId } }), onSuccess: receive });
  const quantities = useQuantities(cart, (lineId, quantity, basedOn) => change.mutateAsync({ lineId, quantity, basedOn }));
  const live = useLiveCart({ cart, read: () => queryClient.fetchQuery({ ...savedCartQuery(id), staleTime: 0 }) });
  const failed = quantities.failed ?? remove.error;
  return (
    <>
      <p>
        <Link to="/account/saved-carts">{t.savedCarts()}</Link>
      </p>
      <PageTitle sub={t.changedOn(format.dateTime(cart.updatedAt))}>{cart.name || t.unnamed()}</PageTitle>
      <div className={styles.two}>
        <div className="stack">
          <StoreChanges live={live} />
          <CartLines
            lines={cart.lines}
            shown={quantities.shown}
            typed={quantities.typed}
            refused={quantities.refused}
            conflicts={quantities.conflicts}
            storeLines={live.storeLines}
            ways={{
              onQuantity: quantities.set,
              onDone: () => void quantities.flush(),
              onChoose: (lineId, chosen) => change.mutate({ lineId, chosen }),
              onSettle: quantities.settle,
              onRemove: (line) => remove.mutate(line.id),
            }}
          />
          {failed !== null && (
            <InlineNotice tone="bad" live="alert">
              {sentenceOf(failed)}
            </InlineNotice>
          )}
          <SavedCartWays cart={cart} />
        </div>
        <aside className={styles.rail}>
          <div className="stack">
            <OrderTotals order={quantities.shown} />
            <RenameForm cart={cart} onRenamed={receive} />
          </div>
        </aside>
      </div>
    </>
  );
}

function RenameForm({ cart, onRenamed }: { cart: SiteOrder; onRenamed: (cart: SiteOrder) => void }) {
  const [name, setName] = useState(cart.name);
  const rename = useMutation({ mutationFn: () => api.renameSavedCart({ params: { id: cart.id }, body: { name: name.trim() } }), onSuccess: onRenamed });
  function submit(event: FormEvent) {
    event.preventDefault();
    rename.mutate();
  }
  return (
    <form onSubmit={submit} className="stack stack--tight">
      <TextInput label={t.name()} value={name} maxLength={200} placeholder={t.unnamed()} onChange={(event) => setName(event.currentTarget.value)} />
      {name.trim() !== cart.name && (
        <Button type="submit" busy={rename.isPending}>
          {t.rename()}
        </Button>
      )}
    </form>
  );
}

import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { DiscountCodes } from '@backdesk/ordering/summary/discount-codes.tsx';
import { OrderTotals } from '@backdesk/ordering/summary/order-totals.tsx';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useAnnounce } from '@backdesk/ui/text/announcer.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadFailed } from '../components/page-states.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { StoreChanges } from '../components/store-changes.tsx';
import { api } from '../lib/api.ts';
import { cartQuery, readCart, useCartChange, useCartCodes } from '../lib/cart.ts';
import { useLiveCart } from '../lib/live.ts';
import { sentenceOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import { CartLines } from './cart-lines.tsx';
import styles from './cart-page.module.css';
import { SaveCartDialog } from './save-cart-dialog.tsx';
import { t } from './texts.ts';
import { useQuantities } from './use-quantities.ts';

export function CartPage() {
  const found = useQuery(cartQuery());
  if (found.isPending) return <SkeletonPage label={t.loading()} />;
  if (found.data === undefined) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  const { cart } = found.data;
  return cart === null || cart.lines.length === 0 ? <EmptyCart /> : <FilledCart key={cart.id} cart={cart} />;
}

function EmptyCart() {
  const { customer } = useSession();
  return (
    <>
      <PageTitle>{t.title()}</PageTitle>
      <EmptyState
        icon="bag"
        title={t.empty()}
        action={
          <span className="row row--wrap">
            <Link to="/" search={{}} className={buttonClass({ variant: 'primary' })}>
              {t.toProducts()}
            </Link>
            {customer !== null && (
              <Link to="/account/saved-carts" className={buttonClass({})}>
                {t.saved()}
              </Link>
            )}
          </span>
        }
      >
        {t.emptyDetail()}
      </EmptyState>
    </>
  );
}

function FilledCart({ cart }: { cart: SiteOrder }) {
  const { customer, signIn } = useSession();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [isSaving, setSaving] = useState(false);
  const change = useCartChange(({ lineId, ...body }: { lineId: string; quantity?: number; chosen?: boolean; basedOn?: number }) =>
    api.changeCartLine({ params: { lineId }, body }),
  );
  const remove = useCartChange((lineId: string) => api.removeCartLine({ params: { lineId } }));
  const quantities = useQuantities(cart, (lineId, quantity, basedOn) => change.mutateAsync({ lineId, quantity, basedOn }));
  const queryClient = useQueryClient();
  const setCodes = useCartCodes();
  const live = useLiveCart({ cart, read: () => readCart(queryClient, cart.id) });
  const hasLineBlockers = quantities.shown.lines.some(({ blockers }) => blockers.length > 0);
  const failed = quantities.failed ?? remove.error;

  async function go(run: () => void) {
    if (await quantities.flush()) run();
  }
  return (
    <>
      <PageTitle
        end={
          customer === null ? (
            signIn !== 'guest_only' && (
              <Link to="/login" search={{ to: '/cart' }} className={buttonClass({})}>
                {t.signInToSave()}
              </Link>
            )
          ) : (
            <Button onClick={() => void go(() => setSaving(true))}>{t.save()}</Button>
          )
        }
      >
        {t.title()}
      </PageTitle>
      <div className={styles.grid}>
        <div>
          <StoreChanges live={live} />
          {hasLineBlockers && (
            <div className={styles.notice}>
              <InlineNotice tone="warn">{t.blocked()}</InlineNotice>
            </div>
          )}
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
              onRemove: (line) => remove.mutate(line.id, { onSuccess: () => announce(t.removed(line.name)) }),
            }}
          />
          {failed !== null && (
            <InlineNotice tone="bad" live="alert">
              {sentenceOf(failed)}
            </InlineNotice>
          )}
        </div>
        <aside className={styles.rail}>
          <OrderTotals order={quantities.shown} codes={<DiscountCodes order={quantities.shown} onSet={setCodes} />} />
          <Button variant="primary" size="large" block onClick={() => void go(() => void navigate({ to: '/checkout/$step', params: { step: 'shipping' } }))}>
            {t.checkout()}
          </Button>
        </aside>
      </div>
      {isSaving && <SaveCartDialog name={cart.name} onClose={() => setSaving(false)} />}
    </>
  );
}

import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { DiscountCodes } from '@backdesk/ordering/summary/discount-codes.tsx';
import { OrderTotals } from '@backdesk/ordering/summary/order-totals.tsx';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadFailed } from '../components/page-states.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { StoreChanges } from '../components/store-changes.tsx';
import { UnsentState } from '../components/unsent-state.tsx';
import { cartQuery, readCart } from '../lib/cart.ts';
import { useCartEditor } from '../lib/cart-editors.ts';
import { useLiveCart } from '../lib/live.ts';
import { useSession } from '../lib/session.tsx';
import { CartLines } from './cart-lines.tsx';
import styles from './cart-page.module.css';
import { SaveCartDialog } from './save-cart-dialog.tsx';
import { t } from './texts.ts';
import { useLineEditing } from './use-line-editing.ts';

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
  const queryClient = useQueryClient();
  const [isSaving, setSaving] = useState(false);
  const editing = useCartEditor(cart);
  const { editor, state } = editing;
  const lines = useLineEditing(editing);
  const live = useLiveCart({ editor, read: () => readCart(queryClient, cart.id) });
  const { shown } = state;
  const hasLineBlockers = shown.lines.some(({ blockers }) => blockers.length > 0);

  /** Goes on once the store has all of it; what it did not take, and what is no quantity, stays on the screen. */
  async function go(run: () => void) {
    const page = document.getElementById('content');
    if (page?.querySelector('[aria-invalid="true"]')) return focusFirstInvalid(page);
    await editor.settled();
    const { conflicts, rejections } = editor.getState();
    if (conflicts.length === 0 && rejections.length === 0) run();
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
          <UnsentState {...editing} />
          <CartLines lines={cart.lines} editing={lines} storeLines={live.storeLines} />
        </div>
        <aside className={styles.rail}>
          <OrderTotals order={shown} codes={<DiscountCodes order={shown} onSet={(codes) => editor.perform({ kind: 'set_codes', codes })} />} />
          <Button variant="primary" size="large" block onClick={() => void go(() => void navigate({ to: '/checkout/$step', params: { step: 'shipping' } }))}>
            {t.checkout()}
          </Button>
        </aside>
      </div>
      {isSaving && <SaveCartDialog name={cart.name} onClose={() => setSaving(false)} />}
    </>
  );
}

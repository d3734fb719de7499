import type { LeftBehind } from '@backdesk/contract/site/schema.ts';
import type { SharedCart } from '@backdesk/contract/site/shared-cart-routes.ts';
import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { OrderTotals } from '@backdesk/ordering/summary/order-totals.tsx';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { LeftBehindNotice } from '../account/left-behind.tsx';
import { CartLines } from '../cart/cart-lines.tsx';
import { LoadFailed, NotFound } from '../components/page-states.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { api } from '../lib/api.ts';
import { asOrder } from '../lib/as-order.ts';
import { receiveCart } from '../lib/cart.ts';
import { codeOf, isNotFound, refusalsOf, sentenceOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import styles from './shared-cart-page.module.css';
import { t } from './texts.ts';

/** A cart that somebody shared: to look at, to put in the place of one's own, or to add to it. Opening it changes nothing. */
export function SharedCartPage({ token }: { token: string }) {
  const found = useQuery({ queryKey: ['shared', token], queryFn: ({ signal }) => api.openSharedCart({ params: { token } }, { signal }) });
  if (found.isPending) return <SkeletonPage label={t.loading()} />;
  if (isNotFound(found.error)) return <NotFound />;
  if (codeOf(found.error) === 'cart_link.gone')
    return (
      <EmptyState
        icon="bag"
        title={t.gone()}
        isPage
        action={
          <Link to="/" search={{}} className={buttonClass({ variant: 'primary' })}>
            {t.toProducts()}
          </Link>
        }
      >
        {t.goneDetail()}
      </EmptyState>
    );
  if (found.data === undefined) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  return <Shared token={token} shared={found.data} />;
}

function Shared({ token, shared: { cart, expiresAt, isOwn } }: { token: string; shared: SharedCart }) {
  const format = useFormat();
  const { account, customer, cartItems } = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [left, setLeft] = useState<readonly LeftBehind[]>([]);
  const shown = useMemo(() => asOrder(cart), [cart]);
  const params = { token };
  const toCart = { label: t.toCart(), run: () => void navigate({ to: '/cart' }) };
  const replace = useMutation({
    mutationFn: () => api.replaceBySharedCart({ params }),
    onSuccess: (answer) => {
      receiveCart(queryClient, answer);
      void queryClient.invalidateQueries({ queryKey: ['saved-carts'] });
      setLeft(answer.left);
      setAsking(false);
      toast.show({ message: answer.replaced === null ? t.replacedNow() : t.keptAs(answer.replaced.name), action: toCart });
    },
  });
  const copy = useMutation({
    mutationFn: () => api.copySharedCart({ params }),
    onSuccess: (answer) => {
      receiveCart(queryClient, answer);
      setLeft(answer.left);
      toast.show({ message: t.copied(), action: toCart });
    },
  });
  const error = replace.error ?? copy.error;
  const refusal = refusalsOf(error)[0];
  return (
    <>
      <PageTitle sub={t.from(account.name, format.dateTime(expiresAt))}>{cart.name || t.title()}</PageTitle>
      <div className={styles.ways}>
        <Button variant="primary" busy={replace.isPending} onClick={() => (cartItems > 0 ? setAsking(true) : replace.mutate())}>
          {cartItems > 0 ? t.replace() : t.take()}
        </Button>
        {cartItems > 0 && (
          <Button busy={copy.isPending} onClick={() => copy.mutate()}>
            {t.merge()}
          </Button>
        )}
        {isOwn && (
          <Link to="/account/saved-carts/$id" params={{ id: cart.id }} className={buttonClass({})}>
            {t.view()}
          </Link>
        )}
      </div>
      {isAsking && (
        <div className={styles.ask} role="status">
          <p>{customer === null ? t.replacesForGood() : t.replacesKept()}</p>
          <Button variant="primary" autoFocus busy={replace.isPending} onClick={() => replace.mutate()}>
            {t.replaceIt()}
          </Button>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            {t.cancel()}
          </Button>
        </div>
      )}
      {!isOwn && left.length === 0 && cart.lines.some(isAgreed) && <p className="soft small">{t.agreed()}</p>}
      {left.length > 0 && <LeftBehindNotice left={left} />}
      {error !== null && (
        <InlineNotice tone="bad" live="alert">
          {refusal === undefined ? sentenceOf(error) : refusalText(refusal, format.number)}
        </InlineNotice>
      )}
      <div className={styles.two}>
        <CartLines lines={cart.lines} />
        <aside className={styles.rail}>
          <OrderTotals order={shown} />
        </aside>
      </div>
    </>
  );
}

/** A price that does not travel into another's cart. */
function isAgreed({ agreedUnitPrice, discount }: SharedCart['cart']['lines'][number]): boolean {
  return agreedUnitPrice !== null || discount !== null;
}

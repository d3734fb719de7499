import type { LeftBehind } from '@backdesk/contract/site/schema.ts';
import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../lib/api.ts';
import { receiveCart } from '../lib/cart.ts';
import { refusalsOf, sentenceOf } from '../lib/problem.ts';
import { useSession } from '../lib/session.tsx';
import styles from './account.module.css';
import { LeftBehindNotice } from './left-behind.tsx';
import { t } from './texts.ts';

type Props = { cart: { readonly id: string; readonly name: string }; hasView?: boolean };

/** What can be done with a saved cart. Replacing a cart that holds something asks first, in the row. */
export function SavedCartWays({ cart, hasView = false }: Props) {
  const { cartItems } = useSession();
  const format = useFormat();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const [left, setLeft] = useState<readonly LeftBehind[]>([]);
  const name = cart.name || t.unnamed();
  const params = { id: cart.id };
  const changed = () => void queryClient.invalidateQueries({ queryKey: ['saved-carts'] });

  const activate = useMutation({
    mutationFn: (id: string) => api.activateSavedCart({ params: { id } }),
    onSuccess: ({ cart: now, replaced }) => {
      receiveCart(queryClient, { cart: now });
      changed();
      void navigate({ to: '/cart' });
      toast.show({
        message: replaced === null ? t.activated(now.name || t.unnamed()) : t.replaced(replaced.name),
        ...(replaced !== null && { action: { label: t.back(), icon: 'undo' as const, run: () => activate.mutate(replaced.id) } }),
      });
    },
  });
  const copy = useMutation({
    mutationFn: () => api.copySavedCart({ params }),
    onSuccess: (answer) => {
      receiveCart(queryClient, answer);
      setLeft(answer.left);
      toast.show({ message: t.copied(), action: { label: t.toCart(), run: () => void navigate({ to: '/cart' }) } });
    },
  });
  const remove = useMutation({
    mutationFn: () => api.deleteSavedCart({ params }),
    onSuccess: () => {
      toast.show({ message: t.deleted(name) });
      if (!hasView) void navigate({ to: '/account/saved-carts' });
      changed();
    },
  });
  const error = activate.error ?? copy.error ?? remove.error;
  const refusal = refusalsOf(error)[0];
  return (
    <>
      <div className={styles.ways}>
        <Button
          variant="accent"
          aria-label={hasView ? t.of(t.activate(), name) : undefined}
          busy={activate.isPending}
          onClick={() => (cartItems > 0 ? setAsking(true) : activate.mutate(cart.id))}
        >
          {t.activate()}
        </Button>
        <Button aria-label={hasView ? t.of(t.copy(), name) : undefined} busy={copy.isPending} onClick={() => copy.mutate()}>
          {t.copy()}
        </Button>
        {hasView && (
          <Link to="/account/saved-carts/$id" params={params} className={buttonClass({})} aria-label={t.of(t.view(), name)}>
            {t.view()}
          </Link>
        )}
        <Button variant="quiet" danger aria-label={hasView ? t.of(t.delete(), name) : undefined} onClick={() => setDeleting(true)}>
          {t.delete()}
        </Button>
      </div>
      {isAsking && (
        <div className={styles.ask} role="status">
          <p>
            <strong>{t.replaces(t.items(cartItems, format.number(cartItems)))}</strong> {t.replacesDetail()}
          </p>
          <Button variant="primary" autoFocus busy={activate.isPending} onClick={() => activate.mutate(cart.id)}>
            {t.replace()}
          </Button>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            {t.cancel()}
          </Button>
        </div>
      )}
      {left.length > 0 && <LeftBehindNotice left={left} />}
      {error !== null && (
        <div className={styles.ways}>
          <InlineNotice tone="bad" live="alert">
            {refusal === undefined ? sentenceOf(error) : refusalText(refusal, format.number)}
          </InlineNotice>
        </div>
      )}
      {isDeleting && (
        <Dialog
          title={t.deleteTitle(name)}
          onClose={() => setDeleting(false)}
          onSubmit={() => remove.mutate()}
          actions={
            <>
              <Button onClick={() => setDeleting(false)}>{t.cancel()}</Button>
              <Button type="submit" variant="primary" danger busy={remove.isPending}>
                {t.delete()}
              </Button>
            </>
          }
        >
          <p>{t.deleteDetail()}</p>
        </Dialog>
      )}
    </>
  );
}

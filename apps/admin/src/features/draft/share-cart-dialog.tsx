import type { CartLink } from '@backdesk/contract/order/cart-link-routes.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useDraft } from './draft-context.tsx';
import styles from './share-cart-dialog.module.css';
import { t } from './texts.ts';

const linksQuery = (id: string) =>
  queryOptions({ queryKey: ['order', id, 'cart-links'], queryFn: ({ signal }) => api.listCartLinks({ params: { id } }, { signal }) });

/** Links to the saved cart: one more, copied or mailed, and those there are, to copy again or to revoke. */
export function ShareCartDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { editor } = useDraft();
  const toast = useToast();
  const queryClient = useQueryClient();
  const links = useQuery(linksQuery(order.id));
  const [days, setDays] = useState('30');
  const [email, setEmail] = useState('');
  const [message, setMessage] = useState('');
  const changed = () => queryClient.invalidateQueries({ queryKey: linksQuery(order.id).queryKey });
  const copy = ({ url }: CartLink) =>
    navigator.clipboard.writeText(url).then(
      () => toast.show({ message: t.shareCopied() }),
      () => toast.show({ message: url }),
    );
  const share = useMutation({
    mutationFn: async () => {
      await editor.settled();
      return api.shareCart({ params: { id: order.id }, body: { days: Number(days), message, ...(email.trim() !== '' && { email: email.trim() }) } });
    },
    onSuccess: async (link) => {
      void changed();
      if (link.mailedTo === null) return copy(link);
      setEmail('');
      setMessage('');
      toast.show({ message: t.shareMailed(link.mailedTo) });
    },
  });
  const revoke = useMutation({ mutationFn: (id: string) => api.revokeCartLink({ params: { id } }), onSuccess: () => changed() });
  const error = share.error ?? revoke.error ?? links.error;
  return (
    <Dialog
      title={t.shareTitle()}
      onClose={onClose}
      onSubmit={() => share.mutate()}
      actions={
        <>
          <Button onClick={onClose}>{t.shareClose()}</Button>
          <Button type="submit" variant="primary" busy={share.isPending}>
            {email.trim() === '' ? t.shareMake() : t.shareSend()}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">{t.shareHelp()}</p>
        <div className={styles.fields}>
          <TextInput
            label={t.shareEmail()}
            mark={t.shareOptional()}
            type="email"
            autoFocus
            maxLength={254}
            placeholder={order.customer?.email ?? ''}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Select
            label={t.shareDays()}
            value={days}
            options={['7', '30', '90', '365'].map((value) => ({ value, label: t.daysCount(value) }))}
            onChange={(event) => setDays(event.currentTarget.value)}
          />
        </div>
        {email.trim() !== '' && (
          <TextArea
            label={t.shareMessage()}
            mark={t.shareOptional()}
            value={message}
            maxLength={2000}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
        )}
        {error !== null && (
          <InlineNotice tone="bad" live="alert">
            {sentenceOf(error)}
          </InlineNotice>
        )}
        <Links links={links.data?.items ?? []} onCopy={(link) => void copy(link)} onRevoke={(id) => revoke.mutate(id)} />
      </div>
    </Dialog>
  );
}

function Links({ links, onCopy, onRevoke }: { links: readonly CartLink[]; onCopy: (link: CartLink) => void; onRevoke: (id: string) => void }) {
  const format = useFormat();
  if (links.length === 0) return null;
  return (
    <section>
      <h3 className="small">{t.shareLinks()}</h3>
      <ul className={styles.links}>
        {links.map((link) => {
          const isOver = link.revokedAt !== null || new Date(link.expiresAt) <= new Date();
          const name = link.mailedTo ?? t.shareCopiedLink();
          return (
            <li key={link.id}>
              <span className={styles.what}>
                <span dir="auto">{name}</span>
                <span className="small muted">
                  {link.revokedAt !== null
                    ? t.shareRevoked(format.dateTime(link.revokedAt))
                    : isOver
                      ? t.shareExpired(format.dateTime(link.expiresAt))
                      : t.shareUntil(format.dateTime(link.expiresAt))}
                </span>
              </span>
              {!isOver && (
                <>
                  <Button size="small" variant="quiet" icon="copy" onClick={() => onCopy(link)} aria-label={t.shareCopyOf(name)}>
                    {t.shareCopy()}
                  </Button>
                  <Button size="small" variant="quiet" danger onClick={() => onRevoke(link.id)} aria-label={t.shareRevokeOf(name)}>
                    {t.shareRevoke()}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

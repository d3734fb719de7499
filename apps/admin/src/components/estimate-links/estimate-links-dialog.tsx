import type { EstimateLink } from '@backdesk/contract/estimate/link-routes.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../lib/api.ts';
import { orderQuery } from '../../lib/order-query.ts';
import { sentenceOf } from '../../lib/problem.ts';
import styles from './estimate-links.module.css';
import { t } from './texts.ts';

const linksQuery = (id: string) =>
  queryOptions({
    queryKey: [...orderQuery(id).queryKey, 'estimate-links'],
    queryFn: ({ signal }) => api.listEstimateLinks({ params: { id } }, { signal }),
  });

/** Who can open the estimates of this order, by which link; revoking one asks first, since whoever has it is turned away at once. */
export function EstimateLinksDialog({ order, onClose }: { order: Pick<Order, 'id' | 'estimate' | 'abilities'>; onClose: () => void }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const links = useQuery(linksQuery(order.id));
  const changed = () => queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey });
  const revision = order.abilities.send ? order.estimate?.revision : undefined;
  const copy = useMutation({
    mutationFn: (number: number) => api.copyEstimateLink({ params: { id: order.id, revision: number } }),
    onSuccess: async ({ url }) => {
      void changed();
      await navigator.clipboard.writeText(url).then(
        () => toast.show({ message: t.copied() }),
        () => toast.show({ message: url }),
      );
    },
  });
  const error = links.error ?? copy.error;
  const items = links.data?.items ?? [];
  return (
    <Dialog title={t.title()} onClose={onClose} actions={<Button onClick={onClose}>{t.close()}</Button>}>
      <div className="stack">
        <p className="soft">{links.isSuccess && items.length === 0 ? t.none() : t.help()}</p>
        {error !== null && (
          <InlineNotice tone="bad" live="alert">
            {sentenceOf(error)}
          </InlineNotice>
        )}
        <ul className={styles.links} aria-label={t.title()}>
          {items.map((link) => (
            <LinkRow key={link.id} link={link} onRevoked={changed}>
              {link.kind === 'copied' && link.revokedAt !== null && revision !== undefined && (
                <Button size="small" icon="copy" busy={copy.isPending} onClick={() => copy.mutate(revision)}>
                  {t.copyNew()}
                </Button>
              )}
            </LinkRow>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function LinkRow({ link, onRevoked, children }: { link: EstimateLink; onRevoked: () => Promise<unknown>; children: ReactNode }) {
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api.revokeEstimateLink({ params: { id: link.id } }),
    onSuccess: async () => {
      await onRevoked();
      setAsking(false);
    },
  });
  const name = link.kind === 'person' ? link.recipient : t.kinds[link.kind];
  return (
    <li>
      <span className={styles.what}>
        <bdi>{name}</bdi>
        <span className="small muted">{linkSays(link, format)}</span>
      </span>
      {link.revokedAt === null && !isAsking && (
        <Button size="small" variant="quiet" danger aria-label={t.revokeOf(name)} onClick={() => setAsking(true)}>
          {t.revoke()}
        </Button>
      )}
      {children}
      {isAsking && (
        <fieldset className={styles.ask} aria-label={t.revokeOf(name)}>
          <p className="small">{t.ask[link.kind]}</p>
          {revoke.error !== null && (
            <p className={styles.failed} role="alert">
              {sentenceOf(revoke.error)}
            </p>
          )}
          <span className={styles.ways}>
            <Button size="small" autoFocus onClick={() => setAsking(false)}>
              {t.keep()}
            </Button>
            <Button size="small" danger busy={revoke.isPending} onClick={() => revoke.mutate()}>
              {t.revokeNow()}
            </Button>
          </span>
        </fieldset>
      )}
    </li>
  );
}

function linkSays({ kind, createdAt, revokedAt, revokedBy, lastViewedAt, viewCount }: EstimateLink, { ago }: Format): string {
  if (revokedAt !== null) return [t.revoked(ago(revokedAt), revokedBy ?? ''), ...(kind === 'person' ? [t.sendAgain()] : [])].join(' · ');
  return [t.made(ago(createdAt)), lastViewedAt === null ? t.notViewed() : t.viewed(viewCount, ago(lastViewedAt))].join(' · ');
}

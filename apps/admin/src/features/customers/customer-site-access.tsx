import type { Customer } from '@backdesk/contract/customer/schema.ts';
import type { SiteAccess } from '@backdesk/contract/site/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.tsx';
import { t } from './texts.ts';

function accessQuery(id: string) {
  return queryOptions({ queryKey: ['customer', id, 'site-access'], queryFn: ({ signal }) => api.getSiteAccess({ params: { id } }, { signal }) });
}

/** Whether the customer can sign in to the site, and the way to let them. */
export function CustomerSiteAccess({ customer }: { customer: Customer }) {
  const { id } = customer;
  const format = useFormat();
  const queryClient = useQueryClient();
  const toast = useToast();
  const mayWrite = useMay('customer:write');
  const { data: access } = useQuery(accessQuery(id));
  const receive = (now: SiteAccess) => queryClient.setQueryData(accessQuery(id).queryKey, now);
  const invite = useMutation({
    mutationFn: () => api.inviteToSite({ params: { id } }),
    onSuccess: (now) => {
      receive(now);
      toast.show({ message: t.invited(customer.email ?? '') });
    },
  });
  const approve = useMutation({
    mutationFn: () => api.approveSiteAccess({ params: { id } }),
    onSuccess: (now) => {
      receive(now);
      void queryClient.invalidateQueries({ queryKey: ['customers'] });
      toast.show({ message: t.toldOfIt(customer.name) });
    },
  });
  if (access === undefined) return null;
  const says: Record<SiteAccess['status'], string> = {
    none: customer.email === null ? t.siteNoEmail() : t.siteNone(),
    invited: t.siteInvited(access.invitedAt === null ? '' : format.dateTime(access.invitedAt)),
    waiting: t.siteWaiting(),
    open: access.lastSeenAt === null ? t.siteOpen() : t.siteSeen(format.ago(access.lastSeenAt)),
  };
  const failed = invite.error ?? approve.error;
  return (
    <Panel
      title={t.site()}
      actions={
        mayWrite &&
        (access.status === 'waiting' ? (
          <Button size="small" variant="accent" busy={approve.isPending} onClick={() => approve.mutate()}>
            {t.letIn()}
          </Button>
        ) : (
          <Button size="small" icon="mail" busy={invite.isPending} disabled={customer.email === null} onClick={() => invite.mutate()}>
            {access.status === 'none' ? t.inviteToSite() : t.inviteAgain()}
          </Button>
        ))
      }
    >
      <p className="soft">{says[access.status]}</p>
      {failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(failed)}
        </InlineNotice>
      )}
    </Panel>
  );
}

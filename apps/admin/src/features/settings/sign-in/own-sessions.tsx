import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { SkeletonRows } from '@backdesk/ui/feedback/skeleton.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { api } from '../../../lib/api.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import { t } from './texts.ts';

const sessionsQuery = () => queryOptions({ queryKey: ['sessions'], queryFn: ({ signal }) => api.listSessions({}, { signal }) });

/** Where one is signed in; each can be ended but this one, which signing out ends. */
export function OwnSessions() {
  const { ago } = useFormat();
  const toast = useToast();
  const queryClient = useQueryClient();
  const query = useQuery(sessionsQuery());
  const onError = (error: unknown) => toast.show({ tone: 'bad', message: sentenceOf(error) });
  const end = useMutation({
    mutationFn: ({ id }: { readonly id: string; readonly device: string }) => api.endSession({ params: { id } }),
    onSuccess: (_, { device }) => toast.show({ message: t.ended(device) }),
    onError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const endOthers = useMutation({
    mutationFn: () => api.endOtherSessions({}),
    onSuccess: ({ ended }) => toast.show({ message: t.othersEnded(ended) }),
    onError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  });
  if (query.isError && !query.data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows label={t.loading()} rows={3} />;
  const { items } = query.data;
  return (
    <Panel
      title={t.sessions()}
      note={t.sessionsNote()}
      actions={
        items.length > 1 && (
          <Button size="small" busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t.endOthers()}
          </Button>
        )
      }
    >
      <Table label={t.sessions()} edge>
        <thead>
          <tr>
            <th scope="col">{t.device()}</th>
            <th scope="col" className="hide-s">
              {t.place()}
            </th>
            <th scope="col">{t.lastSeen()}</th>
            <th scope="col" className="hide-s">
              {t.since()}
            </th>
            <th scope="col">
              <span className="vh">{t.end()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((session) => (
            <tr key={session.id}>
              <td className="medium">
                {session.device} {session.isCurrent && <Tag>{t.thisOne()}</Tag>}
              </td>
              <td className="soft tnum hide-s">{session.ipAddress}</td>
              <td className="soft nowrap">{ago(session.lastSeenAt)}</td>
              <td className="soft nowrap hide-s">{ago(session.createdAt)}</td>
              <td className="num">
                {!session.isCurrent && (
                  <Button variant="link" danger onClick={() => end.mutate(session)}>
                    {t.end()}
                    <span className="vh"> {session.device}</span>
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

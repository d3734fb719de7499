import type { ImportRun } from '@backdesk/contract/import/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { SkeletonRows } from '@backdesk/ui/feedback/skeleton.tsx';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { downloadRefused } from './download-refused.ts';
import { noticesQuery } from './imports-queries.ts';
import { t } from './texts.ts';

/** Refused rows and kept values; of a dry run what each row would do. The refused ones can be taken away as a file. */
export function ImportNotices({ run }: { run: ImportRun }) {
  const query = useInfiniteQuery(noticesQuery(run.id));
  const download = useMutation({ mutationFn: () => downloadRefused(run) });
  if (query.isError && !query.data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows label={t.loading()} rows={4} />;
  const notices = query.data.pages.flatMap(({ items }) => items);
  if (notices.length === 0) return null;
  return (
    <Panel
      title={run.dryRun ? t.noticesDry() : t.notices()}
      note={run.rowsRefused > 0 ? t.downloadHelp() : undefined}
      actions={
        run.rowsRefused > 0 && (
          <Button size="small" icon="download" busy={download.isPending} onClick={() => download.mutate()}>
            {t.download()}
          </Button>
        )
      }
    >
      {download.isError && <SaveFailed error={download.error} />}
      <Table label={run.dryRun ? t.noticesDry() : t.notices()} edge>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t.row()}
            </th>
            <th scope="col">{t.result()}</th>
            <th scope="col" className="hide-s">
              {t.column()}
            </th>
            <th scope="col">{t.value()}</th>
            <th scope="col">{t.reason()}</th>
          </tr>
        </thead>
        <tbody>
          {notices.map(({ kind, row, column, value, reason }) => (
            <tr key={`${row} ${kind} ${column} ${reason}`}>
              <td className="num">{row}</td>
              <td className="nowrap">{t.kinds[kind]}</td>
              <td className="hide-s">
                <bdi>{column}</bdi>
              </td>
              <td style={{ overflowWrap: 'anywhere' }}>
                <bdi>{value}</bdi>
              </td>
              <td style={{ overflowWrap: 'anywhere' }}>
                <bdi>{reason}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {query.hasNextPage && (
        <p style={{ paddingTop: 'var(--s-3)' }}>
          <Button size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t.more()}
          </Button>
        </p>
      )}
    </Panel>
  );
}

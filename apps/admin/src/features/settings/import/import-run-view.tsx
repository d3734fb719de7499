import type { ImportRun } from '@backdesk/contract/import/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { api } from '../../../lib/api.ts';
import { ImportNotices } from './import-notices.tsx';
import styles from './import-page.module.css';
import { ImportProgress } from './import-progress.tsx';
import { importQuery } from './imports-queries.ts';
import { t } from './texts.ts';

/** One import: how far it is, or what came of it. */
export function ImportRunView({ id, mayCancel }: { id: string; mayCancel: (run: ImportRun) => boolean }) {
  const queries = useQueryClient();
  const query = useQuery(importQuery(id));
  const cancel = useMutation({
    mutationFn: () => api.cancelImport({ params: { id } }),
    onSuccess: (run) => {
      queries.setQueryData(importQuery(id).queryKey, run);
      void queries.invalidateQueries({ queryKey: ['imports'] });
    },
  });
  if (query.isError && !query.data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage label={t.loading()} />;
  const run = query.data;
  return (
    <>
      <Panel
        title={run.fileName || t.unnamed()}
        note={run.dryRun ? t.dryRunOf(t.states[run.state]) : t.states[run.state]}
        actions={
          run.state === 'running' && mayCancel(run) ? (
            <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate()}>
              {t.cancel()}
            </Button>
          ) : (
            <Link to="/settings/import">{t.back()}</Link>
          )
        }
      >
        <div className={styles.form}>
          {cancel.isError && <SaveFailed error={cancel.error} />}
          {run.state === 'running' && <ImportProgress run={run} at={query.dataUpdatedAt} />}
          {run.state === 'canceled' && <InlineNotice tone="warn">{run.dryRun ? t.canceledDry() : t.canceledSays()}</InlineNotice>}
          {run.state === 'failed' && (
            <InlineNotice tone="bad" title={run.error ?? t.states.failed}>
              {t.failedSays()}
            </InlineNotice>
          )}
          {run.state === 'done' && run.dryRun && <InlineNotice tone="info">{t.dryDone()}</InlineNotice>}
          {run.unfilledFields.length > 0 && <InlineNotice tone="warn">{t.unfilled(run.unfilledFields.map(({ label }) => label))}</InlineNotice>}
          <Outcome run={run} />
        </div>
      </Panel>
      {run.state !== 'running' && <ImportNotices run={run} />}
    </>
  );
}

function Outcome({ run }: { run: ImportRun }) {
  const { number } = useFormat();
  const rows =
    run.kind === 'customers'
      ? [{ name: t.customers(), tally: run.customers }]
      : [
          { name: t.products(), tally: run.products },
          { name: t.variants(), tally: run.variants },
        ];
  return (
    <div className="stack">
      {(run.state !== 'running' || run.rowsRefused > 0) && <p>{t.rowsDone({ read: run.rowsRead, refused: run.rowsRefused, dryRun: run.dryRun }, number)}</p>}
      <Table label={t.outcome()} edge>
        <thead>
          <tr>
            <th scope="col">{t.what()}</th>
            <th scope="col" className="num">
              {t.created()}
            </th>
            <th scope="col" className="num">
              {t.updated()}
            </th>
            <th scope="col" className="num">
              {t.unchanged()}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, tally }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="num">{number(tally.created)}</td>
              <td className="num">{number(tally.updated)}</td>
              <td className="num">{number(tally.unchanged)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {run.kind === 'products' && run.rowsRefused > 0 && <p className="small muted">{t.productsAllTheSame()}</p>}
      {run.valuesKept > 0 && <p className="small muted">{t.keptHere(run.valuesKept, number(run.valuesKept))}</p>}
    </div>
  );
}

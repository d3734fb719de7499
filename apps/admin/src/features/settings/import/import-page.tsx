import type { ImportRun } from '@backdesk/contract/import/schema.ts';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { StatusDot, type StatusShape, type StatusTone } from '@backdesk/ui/data/status-dot.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { SkeletonRows } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { useMay } from '../../../lib/session.tsx';
import { ImportRunView } from './import-run-view.tsx';
import { importsQuery } from './imports-queries.ts';
import { NewImport } from './new-import.tsx';
import { t } from './texts.ts';

/** Settings › Import. The address names the import that is looked at, so that a reload shows it again. */
export function ImportPage({ run }: { run: string | undefined }) {
  const navigate = useNavigate();
  const mayProducts = useMay('catalog:write');
  const mayCustomers = useMay('customer:write');
  const mayCancel = ({ kind }: ImportRun) => (kind === 'products' ? mayProducts : mayCustomers);
  if (run !== undefined) return <ImportRunView key={run} id={run} mayCancel={mayCancel} />;
  return (
    <>
      {mayCustomers && <NewImport mayProducts={mayProducts} onStarted={(id) => void navigate({ to: '/settings/import', search: { run: id } })} />}
      <EarlierImports />
    </>
  );
}

const looks: Record<ImportRun['state'], { tone: StatusTone; shape: StatusShape }> = {
  running: { tone: 'open', shape: 'ring' },
  done: { tone: 'good', shape: 'full' },
  failed: { tone: 'bad', shape: 'block' },
  canceled: { tone: 'neutral', shape: 'square' },
};

function EarlierImports() {
  const { number, ago } = useFormat();
  const query = useQuery(importsQuery());
  if (query.isError && !query.data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows label={t.loading()} rows={4} />;
  if (query.data.items.length === 0)
    return (
      <Panel title={t.earlier()}>
        <p className="soft">{t.none()}</p>
      </Panel>
    );
  return (
    <Panel title={t.earlier()}>
      <Table label={t.earlier()} edge>
        <thead>
          <tr>
            <th scope="col">{t.file()}</th>
            <th scope="col">{t.state()}</th>
            <th scope="col" className="num">
              {t.rows()}
            </th>
            <th scope="col" className="num hide-s">
              {t.refused()}
            </th>
            <th scope="col" className="hide-s">
              {t.when()}
            </th>
          </tr>
        </thead>
        <tbody>
          {query.data.items.map((run) => (
            <tr key={run.id}>
              <td style={{ overflowWrap: 'anywhere' }}>
                <Link to="/settings/import" search={{ run: run.id }}>
                  <bdi>{run.fileName || t.unnamed()}</bdi>
                </Link>
                <span className="small muted" style={{ display: 'block' }}>
                  {run.kind === 'products' ? t.products() : t.customers()}
                </span>
              </td>
              <td>
                <StatusDot {...looks[run.state]}>{run.dryRun ? t.dryRunOf(t.states[run.state]) : t.states[run.state]}</StatusDot>
              </td>
              <td className="num">{number(run.rowsRead)}</td>
              <td className="num hide-s">{number(run.rowsRefused)}</td>
              <td className="soft nowrap hide-s">{ago(run.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

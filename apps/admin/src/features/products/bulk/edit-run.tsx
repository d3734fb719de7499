import type { BulkEdit, BulkEditDetail } from '@backdesk/contract/catalog/bulk-edit.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Link } from '@tanstack/react-router';
import { LoadFailed } from '../../../components/load-failed.tsx';
import styles from './bulk.module.css';
import { useBulkEdit } from './bulk-edit-query.ts';
import { t } from './texts.ts';

/** An edit while the job is at it, and what came of it. */
export function EditRun({ started }: { started: BulkEdit }) {
  const format = useFormat();
  const run = useBulkEdit(started.id);
  const edit: BulkEdit = run.data ?? started;
  const number = format.number;
  return (
    <div className="stack">
      <div className="stack" role="status">
        <progress className={styles.progress} aria-label={t.progress()} value={edit.done} max={edit.count} />
        {edit.state === 'done' ? (
          <p>{edit.isUndo ? t.putBack(edit.changed, number(edit.changed)) : t.done(edit.changed, number(edit.changed))}</p>
        ) : (
          <p>{t.running(number(edit.done), number(edit.count))}</p>
        )}
        {edit.state === 'running' && <p className="small muted">{t.runs()}</p>}
      </div>
      {run.isError && <LoadFailed error={run.error} onRetry={() => void run.refetch()} />}
      {run.data !== undefined && run.data.left > 0 && <LeftProducts edit={run.data} />}
    </div>
  );
}

/** What an undo did not touch, with who changed it in the meantime. */
function LeftProducts({ edit: { left, leftProducts } }: { edit: BulkEditDetail }) {
  const format = useFormat();
  const more = left - leftProducts.length;
  return (
    <section>
      <p>{t.left(left, format.number(left))}</p>
      <ul className={styles.items}>
        {leftProducts.map(({ productId, code, name, isDeleted, changedBy, changedAt }) => (
          <li key={productId}>
            <span>
              {isDeleted ? (
                <bdi>{name}</bdi>
              ) : (
                <Link to="/products/$productId" params={{ productId }}>
                  <bdi>{name}</bdi>
                </Link>
              )}{' '}
              <bdi className="small muted">{code}</bdi>
            </span>
            <span className="small muted">
              {isDeleted ? t.gone() : changedBy !== null && changedAt !== null ? t.changedBy(changedBy, format.ago(changedAt)) : null}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="muted">{t.more(format.number(more))}</p>}
    </section>
  );
}

import type { BulkEdit } from '@backdesk/contract/catalog/bulk-edit.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { SkeletonRows } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { categoriesQuery } from '../../../lib/categories-query.ts';
import styles from './bulk.module.css';
import { recentEditsQuery, useUndoEdit } from './bulk-edit-query.ts';
import { EditRun } from './edit-run.tsx';
import { t } from './texts.ts';

/** The newest changes of many products, each with its Undo, whoever made it and whenever. */
export function RecentEdits({ onClose }: { onClose: () => void }) {
  const recent = useQuery(recentEditsQuery());
  const [opened, setOpened] = useState<string | null>(null);
  const undo = useUndoEdit(({ id }) => setOpened(id));
  const describe = useDescription();
  return (
    <SidePanel title={t.recent()} closeLabel={t.close()} onClose={onClose}>
      <div className="stack">
        {undo.isError && <SaveFailed error={undo.error} />}
        {recent.isError && <LoadFailed error={recent.error} onRetry={() => void recent.refetch()} />}
        {recent.isPending && <SkeletonRows rows={4} label={t.recent()} />}
        {recent.data?.items.length === 0 && (
          <EmptyState icon="undo" title={t.noneYet()}>
            <p>{t.noneYetHelp()}</p>
          </EmptyState>
        )}
        <ul className={styles.edits}>
          {recent.data?.items.map((edit) => (
            <RecentEdit
              key={edit.id}
              edit={edit}
              what={describe(edit)}
              isOpen={edit.state === 'running' || edit.id === opened}
              onOpen={() => setOpened(edit.id)}
              isUndoing={undo.isPending}
              onUndo={() => undo.mutate(edit.id)}
            />
          ))}
        </ul>
      </div>
    </SidePanel>
  );
}

type RecentEditProps = { edit: BulkEdit; what: string; isOpen: boolean; onOpen: () => void; isUndoing: boolean; onUndo: () => void };

function RecentEdit({ edit, what, isOpen, onOpen, isUndoing, onUndo }: RecentEditProps) {
  const format = useFormat();
  const { changed, left } = edit;
  return (
    <li>
      <div className={styles.edit}>
        <div>
          <p className="medium">{edit.isUndo ? t.didUndo(what) : edit.undoes === null ? what : t.didRedo(what)}</p>
          <p className="small muted">
            <bdi>{edit.startedBy}</bdi> · {format.ago(edit.startedAt)}
            {edit.state === 'done' && <> · {t.count(changed, format.number(changed))}</>}
          </p>
        </div>
        {edit.undo === 'possible' && (
          <Button
            size="small"
            {...(!edit.isUndo && { icon: 'undo' })}
            disabled={isUndoing}
            onClick={onUndo}
            aria-label={edit.isUndo ? t.redoOf(what) : t.undoOf(what)}
          >
            {edit.isUndo ? t.redo() : t.undo()}
          </Button>
        )}
        {edit.undo === 'undone' && <span className="small muted">{edit.isUndo ? t.wasRedone() : t.wasUndone()}</span>}
      </div>
      {isOpen ? (
        <EditRun started={edit} />
      ) : (
        left > 0 && (
          <Button variant="link" onClick={onOpen}>
            {t.showLeft(left, format.number(left))}
          </Button>
        )
      )}
    </li>
  );
}

/** What an edit was, or what it took back, in a few words. */
function useDescription(): (edit: BulkEdit) => string {
  const format = useFormat();
  const categories = useQuery(categoriesQuery()).data?.items ?? [];
  return ({ change }) => {
    if (change.kind === 'list_prices') return t.didPrices(`${change.ppm > 0 ? '+' : ''}${format.percent(change.ppm)}`);
    if (change.kind === 'publication') return change.published ? t.didPublish() : t.didHide();
    const name = categories.find(({ id }) => id === change.categoryId)?.path.join(' › ') ?? t.goneCategory();
    return change.isIn ? t.didEnter(name) : t.didLeave(name);
  };
}

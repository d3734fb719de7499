import type { BulkEdit, BulkEditRequest } from '@backdesk/contract/catalog/bulk-edit.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { PanelFoot } from '@backdesk/ui/overlays/panel-foot.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { api } from '../../../lib/api.ts';
import { categoriesQuery } from '../../../lib/categories-query.ts';
import { type BulkDraft, type BulkKind, changeOf } from './bulk-draft.ts';
import { useBulkEdit, useUndoEdit } from './bulk-edit-query.ts';
import { BulkPreview } from './bulk-preview.tsx';
import { EditRun } from './edit-run.tsx';
import { t } from './texts.ts';

type BulkEditPanelProps = { products: BulkEditRequest['products']; onDone: () => void; onClose: () => void };

/** One change of all that is selected: what, a look at what comes of it, then the job with its progress. */
export function BulkEditPanel({ products, onDone, onClose }: BulkEditPanelProps) {
  const format = useFormat();
  const categories = useQuery(categoriesQuery()).data?.items ?? [];
  const [draft, setDraft] = useState<BulkDraft>({ kind: 'list_prices', percent: null, categoryId: '' });
  const change = changeOf(draft);
  const preview = useQuery({
    queryKey: ['product-edit-preview', products, change],
    queryFn: () => (change === null ? null : api.previewBulkEdit({ body: { products, change } })),
    enabled: change !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const start = useMutation({
    mutationFn: () => (change === null ? Promise.reject(new Error('Nothing to change.')) : api.startBulkEdit({ body: { products, change } })),
  });
  const count = change === null ? 0 : (preview.data?.count ?? 0);

  if (start.data !== undefined) return <StartedEdit first={start.data} onDone={onDone} onClose={onClose} />;
  return (
    <SidePanel
      title={t.title()}
      closeLabel={t.close()}
      onClose={onClose}
      foot={
        <PanelFoot>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" busy={start.isPending} disabled={count === 0 || preview.isPlaceholderData} onClick={() => start.mutate()}>
            {t.start(count, format.number(count))}
          </Button>
        </PanelFoot>
      }
    >
      <div className="stack">
        {start.isError && <SaveFailed error={start.error} />}
        <Select
          label={t.what()}
          options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
          value={draft.kind}
          onChange={({ currentTarget }) => setDraft({ ...draft, kind: currentTarget.value as BulkKind })}
        />
        {draft.kind === 'list_prices' && (
          <NumberField
            label={t.percent()}
            help={t.percentHelp()}
            value={draft.percent}
            onChange={(percent) => setDraft({ ...draft, percent })}
            min={-90}
            max={1000}
            maxDecimals={2}
            unreadable={t.unreadable()}
          />
        )}
        {(draft.kind === 'into' || draft.kind === 'out') && (
          <Select
            label={t.category()}
            placeholder={t.category()}
            options={categories.map(({ id, path }) => ({ value: id, label: path.join(' › ') }))}
            value={draft.categoryId}
            onChange={({ currentTarget }) => setDraft({ ...draft, categoryId: currentTarget.value })}
          />
        )}
        {change !== null && preview.isError && <LoadFailed error={preview.error} onRetry={() => void preview.refetch()} />}
        {change !== null && preview.data && <BulkPreview preview={preview.data} change={change} />}
        {change !== null && preview.isPending && (
          <p className="muted" role="status">
            {t.asks()}
          </p>
        )}
      </div>
    </SidePanel>
  );
}

/** The panel once something was started: how far it is, what came of it, and the way back. */
function StartedEdit({ first, onDone, onClose }: { first: BulkEdit; onDone: () => void; onClose: () => void }) {
  const [started, setStarted] = useState(first);
  const edit = useBulkEdit(started.id).data ?? started;
  const undo = useUndoEdit(setStarted);
  const close = edit.state === 'done' ? onDone : onClose;
  return (
    <SidePanel
      title={t.title()}
      closeLabel={t.close()}
      onClose={close}
      foot={
        <PanelFoot>
          {edit.undo === 'possible' && !edit.isUndo && (
            <Button icon="undo" busy={undo.isPending} onClick={() => undo.mutate(edit.id)}>
              {t.undo()}
            </Button>
          )}
          <Button onClick={close}>{t.close()}</Button>
        </PanelFoot>
      }
    >
      <div className="stack">
        {undo.isError && <SaveFailed error={undo.error} />}
        <EditRun key={started.id} started={started} />
      </div>
    </SidePanel>
  );
}

import type { EstimateRevision } from '@backdesk/contract/order/estimate-revision.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { t } from './texts.ts';

type ExtendProps = { order: Order; revision: EstimateRevision; onDone: () => Promise<void>; onClose: () => void };

/** Another day for the same promise. */
export function ExtendEstimateDialog({ order, revision, onDone, onClose }: ExtendProps) {
  const [day, setDay] = useState('');
  const save = useMutation({
    mutationFn: () => api.extendEstimate({ params: { id: order.id, revision: revision.revision }, body: { validUntil: day } }),
    onSuccess: async () => {
      await onDone();
      onClose();
    },
  });
  const isEarly = day !== '' && day <= revision.validUntil;
  return (
    <Dialog
      title={t.extendTitle(revision.revision)}
      onClose={onClose}
      onSubmit={() => {
        if (day !== '' && !isEarly) save.mutate();
      }}
      actions={
        <>
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={save.isPending} disabled={day === '' || isEarly}>
            {t.extendGo()}
          </Button>
        </>
      }
    >
      <TextInput
        label={t.extendTo()}
        type="date"
        autoFocus
        min={revision.validUntil}
        value={day}
        help={t.extendHelp()}
        error={isEarly ? t.tooEarly() : undefined}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      {save.error !== null && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(save.error)}
        </InlineNotice>
      )}
    </Dialog>
  );
}

import type { EstimateRevision, Order } from '@backdesk/contract/order/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { t } from './texts.ts';

type Channel = keyof typeof t.channels;
type RecordAcceptanceProps = { order: Order; revision: EstimateRevision; onDone: () => Promise<void>; onClose: () => void };

/** A yes that came by phone, by mail or in person: kept like one from the page, with who recorded it. */
export function RecordAcceptanceDialog({ order, revision, onDone, onClose }: RecordAcceptanceProps) {
  const format = useFormat();
  const toast = useToast();
  const [channel, setChannel] = useState<Channel>('phone');
  const [name, setName] = useState(order.customer?.name ?? '');
  const [title, setTitle] = useState('');
  const [poNumber, setPoNumber] = useState(order.poNumber);
  const [note, setNote] = useState('');
  const save = useMutation({
    mutationFn: () =>
      api.recordAcceptance({
        params: { id: order.id, revision: revision.revision },
        body: { channel, name: name.trim(), title: title.trim(), poNumber: poNumber.trim(), note: note.trim(), total: revision.total },
      }),
    onSuccess: async () => {
      await onDone();
      toast.show({ message: t.recorded() });
      onClose();
    },
  });
  return (
    <Dialog
      title={t.recordTitle(revision.revision)}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      actions={
        <>
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={save.isPending} disabled={name.trim() === ''}>
            {t.record()}
          </Button>
        </>
      }
    >
      <p className="soft">{t.recordHelp(format.money(revision.total))}</p>
      <Select
        label={t.channel()}
        options={Object.entries(t.channels).map(([value, label]) => ({ value, label }))}
        value={channel}
        onChange={(event) => setChannel(event.currentTarget.value as Channel)}
      />
      <TextInput label={t.whoAccepted()} autoFocus maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={t.whoseTitle()} maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <TextInput label={t.theirPo()} maxLength={100} value={poNumber} onChange={(event) => setPoNumber(event.currentTarget.value)} />
      <TextArea label={t.acceptanceNote()} rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {save.error !== null && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(save.error)}
        </InlineNotice>
      )}
    </Dialog>
  );
}

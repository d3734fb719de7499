import { ApiProblem } from '@backdesk/contract/client.ts';
import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import type { EstimateRevision } from '@backdesk/contract/order/estimate-revision.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { problems } from '@backdesk/contract/problem.ts';
import { poFileDemand, proofFileDemand } from '@backdesk/domain/file/evidence.ts';
import type { FileFacts } from '@backdesk/domain/file/kinds.ts';
import { FileField } from '@backdesk/ordering/files/file-field.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { revisionQuery } from '../../lib/revision-queries.ts';
import { AcceptanceChoices } from './acceptance-choices.tsx';
import { t } from './texts.ts';
import { useAcceptanceChoices } from './use-acceptance-choices.ts';

type Channel = keyof typeof t.channels;
type RecordAcceptanceProps = { order: Order; revision: EstimateRevision; onDone: () => Promise<void>; onClose: () => void };

/** A yes that came by phone, by mail or in person: kept like one from the page, with who recorded it. */
export function RecordAcceptanceDialog(props: RecordAcceptanceProps) {
  const { order, revision, onClose } = props;
  // Read when it is opened: what may be chosen is in the frozen content alone.
  const content = useQuery(revisionQuery(order.id, revision.revision));
  if (content.data !== undefined) return <RecordForm {...props} content={content.data} />;
  return (
    <Dialog title={t.recordTitle(revision.revision)} onClose={onClose} actions={<Button onClick={onClose}>{t.cancel()}</Button>}>
      {content.isError ? (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(content.error)}
        </InlineNotice>
      ) : (
        <SkeletonPage label={t.recordTitle(revision.revision)} />
      )}
    </Dialog>
  );
}

function RecordForm({ order, revision, content, onDone, onClose }: RecordAcceptanceProps & { content: EstimateContent }) {
  const choosing = useAcceptanceChoices(content);
  const { uncovered } = choosing;
  const isBelowZero = uncovered === null && choosing.total.amount < 0;
  const format = useFormat();
  const money = (amount: number) => format.money({ amount, currency: content.currency });
  const toast = useToast();
  const [channel, setChannel] = useState<Channel>('phone');
  const [name, setName] = useState(order.customer?.name ?? '');
  const [title, setTitle] = useState('');
  const [poNumber, setPoNumber] = useState(order.poNumber);
  const [note, setNote] = useState('');
  const [poFile, setPoFile] = useState<FileFacts | null>(null);
  const [proof, setProof] = useState<FileFacts | null>(null);
  const save = useMutation({
    mutationFn: () =>
      api.recordAcceptance({
        params: { id: order.id, revision: revision.revision },
        body: {
          ...{ channel, name: name.trim(), title: title.trim(), poNumber: poNumber.trim(), note: note.trim() },
          ...{ poFileId: poFile?.id ?? null, proofFileId: proof?.id ?? null, total: choosing.total },
          choices: choosing.choices.lines.map((choice) => ({ ...choice })),
          leftOut: [...choosing.choices.leftOut],
        },
      }),
    onSuccess: async () => {
      await onDone();
      toast.show({ message: t.recorded() });
      onClose();
    },
  });
  const inTheWay = linesInTheWay(content, save.error);
  return (
    <Dialog
      title={t.recordTitle(revision.revision)}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      actions={
        <>
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={save.isPending}
            disabled={name.trim() === '' || choosing.wrong.size > 0 || uncovered !== null || isBelowZero || content.needsReissue}
          >
            {t.recordFor(format.money(choosing.total))}
          </Button>
        </>
      }
    >
      <p className="soft">{t.recordHelp()}</p>
      {content.needsReissue && <InlineNotice tone="warn">{problems['estimate.needs_reissue'].title}</InlineNotice>}
      {uncovered !== null && (
        <InlineNotice tone="warn" live="status">
          {t.uncovered(uncovered.label, money(uncovered.discountAmount), money(uncovered.baseAmount))}
        </InlineNotice>
      )}
      {isBelowZero && (
        <InlineNotice tone="warn" live="status">
          {t.belowZero()}
        </InlineNotice>
      )}
      <AcceptanceChoices choosing={choosing} mayLeaveOut={content.mayAcceptInPart} />
      <Select
        label={t.channel()}
        options={Object.entries(t.channels).map(([value, label]) => ({ value, label }))}
        value={channel}
        onChange={(event) => setChannel(event.currentTarget.value as Channel)}
      />
      <TextInput label={t.whoAccepted()} autoFocus maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={t.whoseTitle()} maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <TextInput label={t.theirPo()} maxLength={100} value={poNumber} onChange={(event) => setPoNumber(event.currentTarget.value)} />
      <FileField label={t.poFile()} demand={poFileDemand} file={poFile ?? undefined} onFile={setPoFile} />
      <FileField label={t.proofFile()} help={t.proofHelp()} demand={proofFileDemand} file={proof ?? undefined} onFile={setProof} />
      <TextArea label={t.acceptanceNote()} rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {save.error !== null && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(save.error)}
          {inTheWay.length > 0 && (
            <ul>
              {inTheWay.map(({ id, name: line, options }) => (
                <li key={id}>
                  <bdi>{[line, ...options.map(({ value }) => value)].join(' · ')}</bdi>
                </li>
              ))}
            </ul>
          )}
        </InlineNotice>
      )}
    </Dialog>
  );
}

/** The lines for which it was refused. */
function linesInTheWay({ lines }: EstimateContent, error: unknown): EstimateContent['lines'] {
  const refusals = error instanceof ApiProblem ? (error.problem.refusals ?? []) : [];
  const ids = new Set(refusals.map(({ lineId }) => lineId));
  return lines.filter(({ id }) => ids.has(id));
}

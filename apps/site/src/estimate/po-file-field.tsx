import { ApiProblem } from '@backdesk/contract/client.ts';
import { poFileDemand } from '@backdesk/domain/file/evidence.ts';
import { fileFault, fileKinds } from '@backdesk/domain/file/kinds.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Field } from '@backdesk/ui/forms/field.tsx';
import { useEffect, useRef, useState } from 'react';
import { texts } from './texts.ts';
import { api } from './use-estimate.ts';

export type SentFile = { readonly id: string; readonly name: string };

type PoFileProps = {
  readonly token: string;
  readonly file: SentFile | null;
  readonly onFile: (file: SentFile | null) => void;
  /** While one is on its way nothing is accepted without it. */
  readonly onSending: (isSending: boolean) => void;
};

const endings = poFileDemand.kinds.flatMap((kind) => fileKinds[kind].endings.map((ending) => `.${ending}`)).join(',');
const megabytes = poFileDemand.largestBytes / 1_000_000;

/** The purchase order itself: sent when it is chosen, so that what is wrong with it is said before anything is accepted. */
export function PoFileField({ token, file, onFile, onSending }: PoFileProps) {
  const [sending, setSending] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function send(chosen: File | undefined) {
    if (chosen === undefined) return;
    setProblem(undefined);
    if (chosen.size > poFileDemand.largestBytes) return setProblem(texts.fileTooLarge(megabytes));
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    setSending(chosen.name);
    onSending(true);
    try {
      const sent = await api.sendPurchaseOrder({ params: { token }, query: { fileName: chosen.name }, body: chosen }, { signal: mine.signal });
      if (fileFault(sent, poFileDemand) === null) onFile(sent);
    } catch (failed) {
      if (!mine.signal.aborted) setProblem(problemOf(failed, chosen.name));
    } finally {
      if (stop.current === mine) {
        setSending(null);
        onSending(false);
      }
    }
  }

  return (
    <Field label={texts.poFile} mark={texts.optional} help={texts.poFileHelp(megabytes)} error={problem}>
      {(control) =>
        file === null ? (
          <>
            <input
              {...control}
              className="estimate-file"
              type="file"
              accept={endings}
              onChange={(event) => {
                void send(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
            {sending !== null && (
              <span className="small soft" role="status">
                <bdi>{texts.sendingFile(sending)}</bdi>
              </span>
            )}
          </>
        ) : (
          <span className="estimate-file-there">
            <bdi id={control.id}>{file.name}</bdi>
            <Button variant="quiet" size="small" onClick={() => onFile(null)}>
              {texts.remove}
              <span className="vh">: {file.name}</span>
            </Button>
          </span>
        )
      }
    </Field>
  );
}

function problemOf(failed: unknown, name: string): string {
  if (!(failed instanceof ApiProblem)) return texts.fileNotSent;
  switch (failed.problem.code) {
    case 'file.empty':
      return texts.fileEmpty;
    case 'file.not_taken':
    case 'file.lies':
    case 'file.has_script':
      return texts.fileNotTaken(name);
    case 'file.locked':
      return texts.fileLocked(name);
    case 'file.broken':
    case 'file.too_many_pixels':
      return texts.fileBroken(name);
    case 'request.too_large':
      return texts.fileTooLarge(megabytes);
    default:
      return failed.problem.status === 429 ? texts.tooOften : texts.fileNotSent;
  }
}

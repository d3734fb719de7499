import type { Sent } from '@backdesk/contract/fetch-telling.ts';
import { type FileDemand, type FileFacts, fileFault, fileKinds, largestFile } from '@backdesk/domain/file/kinds.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Field } from '@backdesk/ui/forms/field.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import styles from './file-field.module.css';
import { fileSize } from './file-size.ts';
import { FileThumbnail } from './file-thumbnail.tsx';
import { useFileUploads } from './file-uploads.tsx';
import { SendingFile } from './sending-file.tsx';
import { t } from './texts.ts';
import { mayArriveLater, uploadProblem } from './upload-problem.ts';

export type FileFieldProps = {
  label: string;
  mark?: string;
  help?: string;
  error?: string | undefined;
  /** What is taken. */
  demand: FileDemand;
  /** The file that is there. */
  file: FileFacts | undefined;
  onFile: (file: FileFacts | null) => void;
};

type Sending = { readonly name: string; readonly sent: Sent | null };

/** A file to choose or drop: sent at once, shown as it will be seen, replaced or removed. */
export function FileField({ label, mark, help = '', error, demand, file, onFile }: FileFieldProps) {
  const format = useFormat();
  const uploads = useFileUploads();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  // One that did not arrive: nothing is wrong with it, so it need not be chosen again.
  const [unsent, setUnsent] = useState<File | null>(null);
  const [isOver, setOver] = useState(false);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const kinds = demand.kinds.map((kind) => fileKinds[kind].label).join(', ');
  const most = fileSize(Math.min(demand.largestBytes, largestFile), format.number);

  async function send(chosen: File | undefined) {
    if (chosen === undefined || uploads === null) return;
    setUnsent(null);
    if (chosen.size === 0) return setProblem(t.empty());
    // Not worth the wait: it would be refused when it is there.
    if (chosen.size > Math.min(demand.largestBytes, largestFile)) return setProblem(t.tooLarge(most));
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    setProblem(undefined);
    setSending({ name: chosen.name, sent: null });
    try {
      const sent = await uploads.upload(chosen, {
        signal: mine.signal,
        onSent: (sent) => {
          if (!mine.signal.aborted) setSending({ name: chosen.name, sent });
        },
      });
      if (mine.signal.aborted) return;
      if (fileFault(sent, demand) === 'kind') setProblem(t.wrongKind(kinds));
      else onFile(sent);
    } catch (failed) {
      if (mine.signal.aborted) return;
      setProblem(uploadProblem(failed, format.number));
      if (mayArriveLater(failed)) setUnsent(chosen);
    } finally {
      if (stop.current === mine) setSending(null);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  }

  const endings = demand.kinds.flatMap((kind) => fileKinds[kind].endings.map((ending) => `.${ending}`));
  const shown = problem ?? error;
  return (
    <Field label={label} {...(mark !== undefined && { mark })} help={[help, t.takes(kinds, most)].filter(Boolean).join(' · ')} error={shown}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way to choose; the field in it is the other
        <div
          className={cx(styles.drop, file !== undefined && styles.there)}
          data-over={isOver || undefined}
          data-invalid={shown !== undefined || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          {file !== undefined && <FileThumbnail file={file} />}
          {file !== undefined && sending === null && (
            <span className={styles.name}>
              {uploads === null ? (
                <bdi>{file.name}</bdi>
              ) : (
                <a href={uploads.urlOf(file.id)} target="_blank" rel="noreferrer">
                  <bdi>{file.name}</bdi>
                </a>
              )}
              <span className="small soft"> {fileSize(file.bytes, format.number)}</span>
            </span>
          )}
          {sending !== null && <SendingFile {...sending} />}
          <span className={styles.ways}>
            {sending !== null && (
              <Button
                onClick={() => {
                  stop.current?.abort();
                  setSending(null);
                }}
              >
                {t.stop()}
              </Button>
            )}
            {sending === null && unsent !== null && (
              <Button onClick={() => void send(unsent)}>
                {t.tryAgain()}
                <span className="vh">: {unsent.name}</span>
              </Button>
            )}
            {sending === null && uploads !== null && (
              <span className={styles.choose}>
                <span aria-hidden="true">{file === undefined ? t.choose() : t.replace()}</span>
                <input
                  {...control}
                  type="file"
                  accept={endings.join(',')}
                  onChange={(event) => {
                    void send(event.currentTarget.files?.[0]);
                    event.currentTarget.value = '';
                  }}
                />
              </span>
            )}
            {sending === null && file !== undefined && (
              <Button variant="quiet" onClick={() => onFile(null)}>
                {t.remove()}
                <span className="vh">: {file.name}</span>
              </Button>
            )}
          </span>
          {file === undefined && sending === null && <span className="small soft hide-m">{uploads === null ? t.notHere() : t.orDrop()}</span>}
        </div>
      )}
    </Field>
  );
}

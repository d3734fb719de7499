import { Button } from '@backdesk/ui/actions/button.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useRef, useState } from 'react';
import styles from './import-page.module.css';
import { t } from './texts.ts';

/** A file, chosen or dropped. */
export function FileDrop({ says, onFile }: { says: string; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button does the same by keyboard
    <div
      className={cx(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        className="vh"
        tabIndex={-1}
        aria-label={t.file()}
        onChange={(event) => {
          take(event.target.files);
          // So that the same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      <Button icon="file" onClick={() => input.current?.click()}>
        {t.choose()}
      </Button>
      <span className="soft">{t.drop()}</span>
      <bdi className={styles.says}>{says}</bdi>
    </div>
  );
}

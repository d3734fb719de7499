import { Button } from '@backdesk/ui/actions/button.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { commandKey } from '@backdesk/ui/text/command-key.ts';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import { useRef, useState } from 'react';
import styles from './list-entry.module.css';
import { t } from './texts.ts';

type ListEntryProps = { onText: (text: string) => void; onFile: (file: File) => void; onClose: () => void };

/** More text than this nobody mends by hand, and a browser stands still over it in a field: it goes in as it is. */
const mostTyped = 100_000;

/** A list on its way in: pasted here, typed, or out of a file. */
export function ListEntry({ onText, onFile, onClose }: ListEntryProps) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const add = () => text.trim() !== '' && onText(text);
  return (
    <form
      className={styles.list}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          add();
        }
      }}
    >
      <TextArea
        label={t.listRows()}
        help={t.listHelp()}
        autoFocus
        rows={4}
        spellCheck={false}
        placeholder={'TEE-RED-M  24\n12 x mug'}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (pasted.length <= mostTyped) return;
          event.preventDefault();
          onText(pasted);
        }}
      />
      <div className={styles.ways}>
        <Button type="submit" variant="primary" disabled={text.trim() === ''}>
          {t.listAdd()} <Kbd className="hide-m">{`${commandKey} ↵`}</Kbd>
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          className="vh"
          tabIndex={-1}
          aria-label={t.listFile()}
          onChange={(event) => {
            const file = event.target.files?.item(0);
            if (file) onFile(file);
            // So that the same file, mended, can be chosen again.
            event.target.value = '';
          }}
        />
        <Button icon="file" onClick={() => input.current?.click()}>
          {t.listChoose()}
        </Button>
        <Button variant="quiet" className="push" onClick={onClose}>
          {t.cancel()}
        </Button>
      </div>
    </form>
  );
}

import { useShortcut } from '@backdesk/ui/data/use-shortcut.ts';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import { useEffect, useRef, useState } from 'react';
import styles from './search-box.module.css';

export type SearchBoxProps = { label: string; placeholder: string; value: string; onChange: (words: string) => void };

const WAIT_MS = 180;

/** Search words of a listing: asks a moment after the last key, at once on Enter, and `/` comes here. */
export function SearchBox({ label, placeholder, value, onChange }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(value);
  useShortcut('/', () => input.current?.focus());

  // The address may change without us (Back, a tab): show what it says.
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    const words = text.trim();
    if (words === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = words;
      onChange(words);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);

  return (
    <search className={styles.box}>
      <TextInput
        ref={input}
        label={label}
        hideLabel
        type="search"
        icon="search"
        maxLength={200}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            asked.current = text.trim();
            onChange(asked.current);
          }
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            setText('');
          }
        }}
        trail={text === '' ? <Kbd className="hide-s">/</Kbd> : <span />}
      />
    </search>
  );
}

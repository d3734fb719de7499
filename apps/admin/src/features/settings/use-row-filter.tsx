import { Button } from '@backdesk/ui/actions/button.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { type ReactNode, useState } from 'react';
import { t } from './texts.ts';
import styles from './use-row-filter.module.css';

/** Below this, eyes are quicker than a field. */
const fewRows = 12;

/** Narrows rows that are here already to those that hold what is typed, or else every word of it; `field` is null while they are few. */
export function useRowFilter<Row>(
  rows: readonly Row[],
  label: string,
  wordsOf: (row: Row) => string,
): { readonly shown: readonly Row[]; readonly field: ReactNode } {
  const [text, setText] = useState('');
  const phrase = text.trim().toLocaleLowerCase();
  const holding = (words: readonly string[]) => rows.filter((row) => words.every((word) => wordsOf(row).toLocaleLowerCase().includes(word)));
  const whole = phrase === '' ? rows : holding([phrase]);
  const shown = whole.length > 0 ? whole : holding(phrase.split(/\s+/));
  if (rows.length <= fewRows && text === '') return { shown, field: null };
  const field = (
    <search className={styles.filter}>
      <TextInput
        label={label}
        hideLabel
        type="search"
        icon="search"
        placeholder={t.filterHint()}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('');
        }}
      />
      <span className="muted small" role="status">
        {phrase !== '' && shown.length > 0 && t.filteredTo(shown.length, rows.length)}
        {shown.length === 0 && t.filteredToNone(text.trim())}
      </span>
      {shown.length === 0 && (
        <Button variant="link" size="small" onClick={() => setText('')}>
          {t.clearFilter()}
        </Button>
      )}
    </search>
  );
  return { shown, field };
}

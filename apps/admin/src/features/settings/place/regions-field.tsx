import type { Region } from '@backdesk/domain/core/regions.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { type KeyboardEvent, useId, useState } from 'react';
import { t } from '../texts.ts';

type Props = {
  label: string;
  /** null: the country's regions are not listed; any code is taken. */
  known: readonly Region[] | null;
  value: readonly string[];
  onChange: (regions: readonly string[]) => void;
  error?: string | undefined;
};

/** Some regions of a country: type a part of a name and pick it; what is chosen stands below and can be taken out. */
export function RegionsField({ label, known, value, onChange, error }: Props) {
  const listId = useId();
  const [text, setText] = useState('');
  const nameOf = (code: string) => known?.find((region) => region.code === code)?.name ?? code;
  const codeOf = (typed: string) => {
    const key = typed.trim().toLowerCase();
    if (known === null) return /^[a-z0-9]{1,6}$/.test(key) ? key.toUpperCase() : undefined;
    return known.find(({ code, name }) => name.toLowerCase() === key || code.toLowerCase() === key)?.code;
  };
  function add(typed: string): boolean {
    const code = codeOf(typed);
    if (code === undefined) return false;
    if (!value.includes(code)) onChange([...value, code]);
    setText('');
    return true;
  }
  function type(typed: string) {
    // A pick from the list comes as the whole name at once; a code is taken by Enter or on leaving, as NE could still become New York.
    const isName = known?.some(({ name }) => name === typed) ?? false;
    if (!isName || !add(typed)) setText(typed);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' || text.trim() === '') return;
    event.preventDefault();
    add(text);
  }
  return (
    <div className="stack" style={{ gap: 'var(--s-2)' }}>
      <TextInput
        label={label}
        help={t.regionsHelp()}
        list={listId}
        autoComplete="off"
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => add(text)}
        error={error}
      />
      <datalist id={listId}>
        {known?.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      {value.length > 0 && (
        <ul className="row" style={{ flexWrap: 'wrap', gap: 'var(--s-1)' }} aria-label={label}>
          {value.map((code) => (
            <li key={code}>
              <Button size="small" icon="close" onClick={() => onChange(value.filter((other) => other !== code))}>
                {nameOf(code)}
                <span className="vh"> {t.takeOut()}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { useCallback, useState } from 'react';

/** The shape of what is kept; raised when a form's value changes, so that an older one is not taken for it. */
const SHAPE = 2;

function read<Value>(name: string, initial: Value): Value {
  try {
    const kept = sessionStorage.getItem(name);
    return kept === null ? initial : (JSON.parse(kept) as Value);
  } catch {
    // A browser that refuses storage still takes the form; it only forgets it on leaving.
    return initial;
  }
}

function write(name: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // As above: nothing to keep it in.
  }
}

/** At sign-out: what was typed into forms leaves the tab. */
export function forgetForms(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith('backdesk.form.')) sessionStorage.removeItem(name);
  } catch {
    // As above.
  }
}

/** What is typed in a form and not saved yet: it outlives leaving the page and a reload, in this tab, until it is forgotten. */
export function useKept<Value>(key: string, initial: Value) {
  const name = `backdesk.form.${SHAPE}.${key}`;
  const [value, setValue] = useState<Value>(() => read(name, initial));
  const keep = useCallback(
    (next: Value) => {
      setValue(next);
      write(name, next);
    },
    [name],
  );
  const forget = useCallback(() => write(name, undefined), [name]);
  return { value, keep, forget };
}

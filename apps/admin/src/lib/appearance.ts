import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
export type Rows = 'compact' | 'comfortable';
export type Appearance = { readonly theme: Theme; readonly rows: Rows };

// The same key is read by public/before-paint.js.
const KEY = 'backdesk.appearance';
const listeners = new Set<() => void>();
let current: Appearance = read();

/** What this person chose for this browser: theme and row height. Nothing personal is kept. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => current);
}

export function changeAppearance(change: Partial<Appearance>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Private windows may refuse storage: the choice then lasts until reload.
  }
  const root = document.documentElement;
  if (current.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = current.theme;
  if (current.rows === 'compact') delete root.dataset.rows;
  else root.dataset.rows = current.rows;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Appearance {
  const { theme, rows } = document.documentElement.dataset;
  return { theme: theme === 'light' || theme === 'dark' ? theme : 'system', rows: rows === 'comfortable' ? 'comfortable' : 'compact' };
}

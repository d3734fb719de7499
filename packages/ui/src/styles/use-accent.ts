import { useEffect } from 'react';
import { accentTokens } from './accent-tokens.ts';

/** The page in the account's colour while it is shown: on the root, so that dialogs have it too. */
export function useAccent(accent: string): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const tokens = Object.entries(accentTokens(accent));
    for (const [name, value] of tokens) style.setProperty(name, value);
    return () => {
      for (const [name] of tokens) style.removeProperty(name);
    };
  }, [accent]);
}

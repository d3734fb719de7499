import type { EmailHolder } from '@backdesk/contract/customer/schema.ts';
import { useCallback, useEffect, useState } from 'react';
import { isEmailAddress } from './customer-draft.ts';

export type FindEmailHolder = (email: string, signal: AbortSignal) => Promise<EmailHolder>;

const WAIT_MS = 300;

/**
 * Who has the e-mail address that stands in the form, found a moment after the last key, or null. `own`: the address the customer
 * has already. `ask` looks again, for who lost the race for it.
 */
export function useEmailHolder(typed: string, own: string, find: FindEmailHolder): { readonly holder: EmailHolder; readonly ask: () => void } {
  const email = typed.trim();
  const [found, setFound] = useState<{ readonly email: string; readonly holder: EmailHolder }>({ email: '', holder: null });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is there to look again
  useEffect(() => {
    if (!isEmailAddress(email) || email.toLowerCase() === own.toLowerCase()) return;
    const control = new AbortController();
    const timer = setTimeout(() => {
      // It only helps: when it does not answer, saving still says that the address is taken.
      find(email, control.signal).then(
        (holder) => !control.signal.aborted && setFound({ email, holder }),
        () => undefined,
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [email, own, find, asked]);
  const ask = useCallback(() => setAsked((times) => times + 1), []);
  return { holder: found.email === email ? found.holder : null, ask };
}

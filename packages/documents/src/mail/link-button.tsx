import type { ReactNode } from 'react';
import { Button } from 'react-email';
import { accentOf } from './accent.ts';

/** The one thing to press in a mail, in the account's colour. */
export function LinkButton({ accent, link, children }: { readonly accent: string; readonly link: string; readonly children: ReactNode }) {
  const { background, text } = accentOf(accent);
  return (
    <Button
      href={link}
      className="button"
      style={{ backgroundColor: background, borderRadius: 6, color: text, fontSize: 16, fontWeight: 600, margin: '20px 0 0', padding: '13px 22px' }}
    >
      {children}
    </Button>
  );
}

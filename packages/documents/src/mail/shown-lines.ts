// Gmail cuts a mail at 102 kB and hides the rest behind a link, totals included. A long order therefore shows its first
// lines and says how many more there are; the total counts all of them, and the page behind the link shows all of them.
import type { MailLine } from './types.ts';

const inOneMail = 60;

export function shownLines(lines: readonly MailLine[]): { readonly shown: readonly MailLine[]; readonly more: string } {
  if (lines.length <= inOneMail) return { shown: lines, more: '' };
  return { shown: lines.slice(0, inOneMail), more: `and ${lines.length - inOneMail} more lines, all counted in the total` };
}

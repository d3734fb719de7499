// The plain-text part, written and not derived from the HTML: for people who read mail as text, and for filters that
// compare the two. It holds everything the HTML holds.
import { isolated, manyLines } from './clean-text.ts';
import { shownLines } from './shown-lines.ts';
import type { MailAccount, MailLine, MailTotals } from './types.ts';
import { askedRows, plusOpen, totalRows } from './wording.ts';

export function linesAsText(lines: readonly MailLine[], totals: MailTotals): string {
  const { shown, more } = shownLines(lines);
  const items = shown.map((line) => {
    if (line.isSection === true) return `${isolated(line.name)} (${line.total})`;
    const each = line.unitPrice === null ? line.quantity : `${line.quantity} × ${line.unitPrice}`;
    const detail = line.detail === '' ? [] : [`  ${isolated(line.detail)}`];
    const figures = line.total === '' ? each : `${each} = ${line.total}`;
    return [isolated(line.name), ...detail, `  ${figures}`].join('\n');
  });
  const sums = totalRows(totals).map(({ label, figure }) => `${label}: ${figure}`);
  const total = `${['Total', plusOpen(totals.open)].filter(Boolean).join(', ')}: ${totals.total}`;
  const asked = askedRows(totals).map(({ label, figure }) => (figure === '' ? isolated(label) : `${label}: ${figure}`));
  return [...items, ...(more === '' ? [] : [more]), [...sums, total, ...asked].join('\n')].join('\n\n');
}

export function addressAsText(account: MailAccount): string {
  return ['--', ...[account.name, ...account.address].map(isolated).filter(Boolean)].join('\n');
}

/** Blocks with one empty line between; empty ones are left out. */
export function blocks(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

export function messageAsText(message: string): string {
  return manyLines(message)
    .map((line) => isolated(line))
    .join('\n');
}

// Sentences that both the HTML and the plain text of a mail use, so that they cannot differ.
import { oneLine } from './clean-text.ts';
import type { MailTotals } from './types.ts';

/** What a total leaves out, as every screen says it: "plus shipping and tax"; '' when it leaves out nothing. */
export function plusOpen(open: MailTotals['open']): string {
  if (open.length === 0) return '';
  const parts = (['shipping', 'tax'] as const).filter((part) => open.includes(part));
  return `plus ${parts.join(' and ')}`;
}

/** The total with what it leaves out: "$870.88 plus shipping". */
export function totalInWords(totals: MailTotals): string {
  return [totals.total, plusOpen(totals.open)].filter(Boolean).join(' ');
}

/** The rows under the total: what is due first, what is left with what is not known yet, and when it is paid. */
export function askedRows({ deposit, open, paymentTerms }: MailTotals): readonly { readonly label: string; readonly figure: string }[] {
  const balance = ['Balance', plusOpen(open)].filter(Boolean).join(', ');
  return [
    ...(deposit === null
      ? []
      : [
          { label: deposit.label, figure: deposit.due },
          { label: balance, figure: deposit.balance },
        ]),
    ...(paymentTerms === '' ? [] : [{ label: `Payment terms: ${oneLine(paymentTerms)}`, figure: '' }]),
  ];
}

/** The rows under the lines, label and figure, in the order they are added up. */
export function totalRows(totals: MailTotals): readonly { readonly label: string; readonly figure: string }[] {
  const unknown = 'to be added';
  return [
    { label: 'Items', figure: totals.items },
    ...(totals.discount === null ? [] : [{ label: 'Discount', figure: `−${totals.discount}` }]),
    { label: 'Shipping', figure: totals.shipping ?? unknown },
    { label: totals.taxIncluded ? 'Of which tax' : 'Tax', figure: totals.tax ?? unknown },
  ];
}
